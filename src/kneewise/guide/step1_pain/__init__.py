"""Step 1 of the guide: assess the pain and its pattern."""

from kneewise.guide.step1_pain.asking import ask_next
from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.guide.step1_pain.rules import advise, assess

__all__ = ["Numbers", "advise", "ask_next", "assess"]
