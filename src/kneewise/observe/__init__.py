"""Measure what files hold, and look at a history on any day."""

from kneewise.observe.history import observer
from kneewise.observe.numbers import Numbers

__all__ = ["Numbers", "observer"]
