"""What was said in a call, and what follows from it."""
