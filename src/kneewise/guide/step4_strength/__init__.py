"""Step 4 of the guide: hip and thigh."""

from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.guide.step4_strength.rules import advise, assess

__all__ = ["Numbers", "advise", "assess"]
