"""Red flags: who must see a clinician, and how soon. They outrank everything else."""

from kneewise.guide.red_flags.advice import advise
from kneewise.guide.red_flags.days import Days
from kneewise.guide.red_flags.finding import NEEDED, assess, provisional
from kneewise.guide.red_flags.noes import all_clear_by_no, first_noes
from kneewise.guide.red_flags.numbers import Numbers

__all__ = [
    "NEEDED",
    "Days",
    "Numbers",
    "advise",
    "all_clear_by_no",
    "assess",
    "first_noes",
    "provisional",
]
