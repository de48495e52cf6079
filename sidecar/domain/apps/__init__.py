"""The Teams app: package, permissions, links, the tech check."""
