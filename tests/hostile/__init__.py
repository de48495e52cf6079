"""What holds against whoever means harm."""
