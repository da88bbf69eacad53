"""Measure what files hold, and look at a history on any day.

Looking needs no NumPy, so it is all that comes in by this door; what measures is asked for by its own name:
`measure` a recording, `doubts` of it, `impact` along it, and the two `ledgers` of a runner.
"""

from kneewise.observe.history import observer
from kneewise.observe.numbers import Numbers

__all__ = ["Numbers", "observer"]
