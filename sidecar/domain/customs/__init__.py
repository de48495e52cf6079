"""How meetings with people of a country often go: cues with their sources."""
