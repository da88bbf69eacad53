"""Measure what files hold, and look at a history on any day."""

from kneewise.observe.history import observer
from kneewise.observe.measure import MEASURE_VERSION, measure_activity, walking_spans
from kneewise.observe.numbers import Numbers

__all__ = ["MEASURE_VERSION", "Numbers", "measure_activity", "observer", "walking_spans"]
