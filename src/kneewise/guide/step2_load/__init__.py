"""Step 2 of the guide: reduce the load for a while."""

from kneewise.guide.step2_load.left import Left, hold_to
from kneewise.guide.step2_load.numbers import Numbers
from kneewise.guide.step2_load.rules import advise, assess, cut_for, walking_only

__all__ = ["Left", "Numbers", "advise", "assess", "cut_for", "hold_to", "walking_only"]
