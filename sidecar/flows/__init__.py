"""Verbs: each file is one thing the product does, from stored facts, in a few transactions."""
