"""What holds when things go wrong."""
