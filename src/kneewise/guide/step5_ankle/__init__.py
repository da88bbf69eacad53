"""A room of the guide."""
