"""Permissions, export, erasure."""
