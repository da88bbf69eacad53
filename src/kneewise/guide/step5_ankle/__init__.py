"""Step 5 of the guide: ankle mobility."""

from kneewise.guide.step5_ankle.numbers import Numbers
from kneewise.guide.step5_ankle.rules import DRILLS, advise, assess, with_sessions

__all__ = ["DRILLS", "Numbers", "advise", "assess", "with_sessions"]
