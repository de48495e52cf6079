"""Client Companion: a quiet card before each client meeting."""

__version__ = "0.1.0"
