"""While a call runs."""
