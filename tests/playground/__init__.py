"""Microsoft's own test client with our bot behind it, on loopback and nowhere else."""
