"""Doors: check who it is, store, answer."""
