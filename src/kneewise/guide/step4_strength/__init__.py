"""Step 4 of the guide: hip, thigh and calf."""

from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.guide.step4_strength.progress import (
    begin,
    begin_again,
    follow,
    go_on,
    in_chain,
    is_beyond,
    is_ready,
)
from kneewise.guide.step4_strength.rules import advise, assess, sessions_per_week
from kneewise.guide.step4_strength.terms import Terms

__all__ = [
    "Numbers",
    "Terms",
    "advise",
    "assess",
    "begin",
    "begin_again",
    "follow",
    "go_on",
    "in_chain",
    "is_beyond",
    "is_ready",
    "sessions_per_week",
]
