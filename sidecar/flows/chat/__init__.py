"""What is said to and heard from the person's own chat."""
