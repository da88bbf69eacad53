"""The guide, one room a step: each judges the observations, then advises on the whole assessment."""
