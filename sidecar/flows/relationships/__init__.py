"""Between calls."""
