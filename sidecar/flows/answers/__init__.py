"""What the commands answer about what they are given."""
