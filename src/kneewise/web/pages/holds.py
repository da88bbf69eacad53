"""For what running waits, and for how long."""

from typing import Final

from django.utils.translation import gettext as _

from kneewise.model.plan import Decision
from kneewise.present import reasons as why

PILLS: Final = "red_flags.pills_before_runs"
"""The hold whose own sentence does not say how long it lasts."""


def say_hold(decision: Decision) -> str:
    """Say for what running waits and for how long, where a pause is in force; else nothing."""
    held = why.waits_for(decision)
    if not held or held != _of_pills(decision):
        return held
    ends = _("It waits for two days without one; where the questions asked, for a “no” when they ask again.")
    return f"{held} {ends}"


def _of_pills(decision: Decision) -> str:
    return next((why.reason_sentence(one) for one in why.reasons(decision) if one.rule == PILLS), "")
