"""A meeting, whether it is a client's, who is in it, what is to happen around it, and when."""
