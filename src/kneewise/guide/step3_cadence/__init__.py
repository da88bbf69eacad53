"""Step 3 of the guide: cadence and stride."""

from kneewise.guide.step3_cadence.followed import judge_run
from kneewise.guide.step3_cadence.numbers import Numbers
from kneewise.guide.step3_cadence.rules import advise, assess

__all__ = ["Numbers", "advise", "assess", "judge_run"]
