"""Reference data and its loaders; where it comes from stands beside it."""
