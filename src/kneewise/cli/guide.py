"""The guide that Kneewise implements, beside its evidence."""

from typing import Annotated

import typer

from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.model.errors import UsageError
from kneewise.present import guide as written
from kneewise.present import guide_text
from kneewise.present.words import gettext as _


def guide(
    step: Annotated[
        str | None, typer.Argument(metavar="STEP", help=_("Such as step3; all, if left out."))
    ] = None,
    on: OnDate = None,  # noqa: ARG001 - every command takes a day, and the guide is the same on each.
    as_json: AsJson = False,
) -> None:
    """Read the guide beside its evidence: both sides, where they differ and why."""
    if step is not None and step not in written.STEPS:
        message = _("There is no step “%(step)s”: there are %(steps)s.")
        raise UsageError(message % {"step": step, "steps": ", ".join(written.STEPS)})
    if as_json:
        show_json(guide_text.guide_json())
    else:
        show(guide_text.guide_lines() if step is None else guide_text.step_lines(step))
