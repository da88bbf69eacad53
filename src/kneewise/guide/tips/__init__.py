"""The tips of the guide."""

from kneewise.guide.tips.numbers import Numbers
from kneewise.guide.tips.rules import advise, advise_circuit, assess

__all__ = ["Numbers", "advise", "advise_circuit", "assess"]
