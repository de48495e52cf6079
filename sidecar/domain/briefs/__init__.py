"""Everything that is worth knowing before one meeting."""
