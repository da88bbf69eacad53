"""Step 6 of the guide: shoes."""

from kneewise.guide.step6_footwear.numbers import Numbers
from kneewise.guide.step6_footwear.rules import advise, assess

__all__ = ["Numbers", "advise", "assess"]
