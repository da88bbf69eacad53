"""Step 4 of the guide: hip, thigh and calf."""

from kneewise.guide.step4_strength.chains import easier, harder
from kneewise.guide.step4_strength.dose import goal_of, rest_s
from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.guide.step4_strength.progress import (
    begin,
    begin_again,
    follow,
    go_on,
    in_chain,
    is_beyond,
    is_ready,
    take_back,
)
from kneewise.guide.step4_strength.rules import advise, assess, pain_allowed, sessions_per_week
from kneewise.guide.step4_strength.terms import Terms

__all__ = [
    "Numbers",
    "Terms",
    "advise",
    "assess",
    "begin",
    "begin_again",
    "easier",
    "follow",
    "go_on",
    "goal_of",
    "harder",
    "in_chain",
    "is_beyond",
    "is_ready",
    "pain_allowed",
    "rest_s",
    "sessions_per_week",
    "take_back",
]
