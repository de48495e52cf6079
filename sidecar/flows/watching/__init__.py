"""From a notice to a meeting with a plan."""
