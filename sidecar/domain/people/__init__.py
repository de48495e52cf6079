"""What is known of somebody by what was met and corrected."""
