"""Between calls: real contact, and when it is time for some."""
