"""What the side panel reads and writes."""
