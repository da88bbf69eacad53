"""Measure what files hold, and look at a history on any day."""

from kneewise.observe.doubts import Believed, believe
from kneewise.observe.history import observer
from kneewise.observe.impact import impact_along
from kneewise.observe.ledgers import Ledgers
from kneewise.observe.measure import MEASURE_VERSION, measure_activity, walking_spans
from kneewise.observe.numbers import Numbers

__all__ = [
    "MEASURE_VERSION",
    "Believed",
    "Ledgers",
    "Numbers",
    "believe",
    "impact_along",
    "measure_activity",
    "observer",
    "walking_spans",
]
