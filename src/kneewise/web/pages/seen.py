"""What a clinician said: the form of a clearance."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kneewise.web.pages.parts import Choice

FIELDS: Final = ("on", "by", "may_run")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenForm:
    """The form; ``slips`` are the sentences beside the fields that were left open."""

    on: str
    latest: str
    clinicians: tuple[Choice, ...]
    answers: tuple[Choice, ...]
    slips: Mapping[str, str]
    problem: str


def show_seen(filled: Mapping[str, str], *, today: str, problem: str = "") -> SeenForm:
    """Set the form out as it is filled in."""
    clinicians = (_("Doctor"), _("Sports doctor"), _("Physiotherapist"), _("Emergency department"))
    may_run = {"yes": _("Yes, I may run"), "no": _("No, not yet")}
    return SeenForm(
        on=filled.get("on", today),
        latest=today,
        clinicians=tuple(Choice(id=said, said=said, chosen=filled.get("by") == said) for said in clinicians),
        answers=tuple(
            Choice(id=answer, said=said, chosen=filled.get("may_run") == answer)
            for answer, said in may_run.items()
        ),
        slips=find_slips(filled) if problem else {},
        problem=problem,
    )


def find_slips(filled: Mapping[str, str]) -> dict[str, str]:
    """Say what is still to be answered, a sentence a field."""
    asked = {
        "on": _("Say on which day."),
        "by": _("Say who it was."),
        "may_run": _("Say whether you may run."),
    }
    return {name: said for name, said in asked.items() if not filled.get(name)}
