"""Clocks, zones, days and holidays, and the words people use for a day that something is due."""
