"""Step 7 of the guide: calm and recover."""

from kneewise.guide.step7_recovery.numbers import Numbers
from kneewise.guide.step7_recovery.rules import advise, assess

__all__ = ["Numbers", "advise", "assess"]
