"""What the queue adds to its engine: turns, a line that waits out an outage, and erasure."""
