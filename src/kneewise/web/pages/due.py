"""What else is to be done today, each with the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.plan import Decision
from kneewise.present.words import figure
from kneewise.web.pages.parts import Link
from kneewise.web.pages.strength import due_today

STRENGTH: Final = "step4_strength"
ANKLE: Final = "step5_ankle"
SLEEP: Final = "step7_recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do or to note; ``room`` is the step of the guide that it is of."""

    room: str
    said: str
    note: str
    link: Link


def show_due(decision: Decision, *, is_drilled: bool, has_slept: bool) -> tuple[Due, ...]:
    """List what is still to be done today: the exercises, the drill, and last night's sleep.

    Args:
        decision: Of the day.
        is_drilled: Whether the drill was done today.
        has_slept: Whether last night is noted.
    """
    return tuple(_due(decision, is_drilled=is_drilled, has_slept=has_slept)) if not decision.plan.ask else ()


def _due(decision: Decision, *, is_drilled: bool, has_slept: bool) -> Iterator[Due]:
    if count := len(due_today(decision)):
        said = ngettext("Strength, %(count)s exercise", "Strength, %(count)s exercises", count)
        yield Due(
            room=STRENGTH,
            said=said % {"count": count},
            note="",
            link=Link(said=_("Start"), address=reverse("web:strength_go")),
        )
    drill = next(
        (one for one in decision.plan.advice if one.room == ANKLE and "low_min" in one.amounts), None
    )
    if drill and not is_drilled:
        yield Due(
            room=ANKLE,
            said=_("Ankle drill, %(low_min)s to %(high_min)s min")
            % {name: figure(amount) for name, amount in drill.amounts.items()},
            note=_("Optional") if drill.optional else "",
            link=Link(said=_("Start"), address=reverse("web:ankle_go")),
        )
    if not has_slept:
        yield Due(
            room=SLEEP,
            said=_("Last night’s sleep"),
            note=_("How long, how well"),
            link=Link(said=_("Log"), address=f"{reverse('web:recovery')}#nights"),
        )
