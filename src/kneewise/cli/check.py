"""Whether the home is sound, and what a newer version has still to measure."""

from typing import Annotated, Final

import typer

from kneewise.app import check as use
from kneewise.app import clock
from kneewise.app.check import Checked
from kneewise.app.tidy import tidy
from kneewise.cli.open import instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.progress import progress_bar
from kneewise.cli.terminal import show, show_json
from kneewise.present import json
from kneewise.present.page import Line, Lines, Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence

TIDY: Final = "kneewise check --fix"


def check(
    remeasure: Annotated[
        bool, typer.Option("--remeasure", help=_("Measure anew what an earlier version measured."))
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help=_("Remove what broken-off work left, and name it; nothing else."))
    ] = False,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """Check that every original is as it was kept, and what newer versions would measure anew."""
    opened = open_home()
    measured = 0
    if remeasure:
        with progress_bar(_("Measuring")) as told:
            measured = use.remeasure(opened.runner, now=instant(opened, on), progress=told)
    fixed = tidy(clock.now()) if fix else ()
    with progress_bar(_("Checking")) as told:
        found = use.check(opened.runner, now=opened.now, progress=told)
    if as_json:
        show_json({**json.record(found), "measured_anew": measured, "fixed": list(fixed)})
    else:
        show(_lines(found, measured))
        show(_kept_lines(found))
        show(line for name in fixed for line in wrapped(sentence("check.fixed", name=name)))
    if not found.is_sound:
        raise typer.Exit(1)


def _kept_lines(found: Checked) -> Lines:
    """Say what there is in case of a mistake, and in case of a broken disk."""
    backup = "check.backup" if found.last_backup_on else "check.no_backup"
    itself = "check.by_itself" if found.kept_by_itself else "check.not_by_itself"
    return (
        *wrapped(sentence(backup, day=found.last_backup_on)),
        *wrapped(sentence(itself, count=found.kept_by_itself, day=found.last_kept_on)),
        *wrapped(sentence("check.free", size=round(use.free_bytes() / 10**9, 1)), tone=Tone.QUIET),
    )


def _fault_lines(found: Checked) -> Lines:
    """Say each kind of fault once, with its remedy, and the originals that have it below."""
    kinds = dict.fromkeys(one.fault for one in found.faults)
    return tuple(
        line
        for kind in kinds
        for line in (
            *wrapped(sentence(f"check.{kind}"), first="  "),
            *(Line(text=f"    {one.path}") for one in found.faults if one.fault == kind),
        )
    )


def _lines(found: Checked, measured: int) -> Lines:
    counts = {
        "check.measured": measured,
        "check.to_measure": found.to_measure,
        "check.to_read": found.to_read,
        "check.quarantined": found.quarantined,
        "check.unclaimed": found.unclaimed,
        "check.left_behind": found.left_behind,
    }
    sound = sentence("check.sound" if found.is_sound else "check.unsound", count=found.originals)
    return (
        *wrapped(sound, tone=Tone.STRONG),
        *_fault_lines(found),
        *(line for one in found.database_faults for line in wrapped(one, first="  ")),
        *(
            line
            for key, count in counts.items()
            if count
            for line in wrapped(sentence(key, count=count, command=TIDY))
        ),
        *wrapped(
            sentence(
                "check.versions",
                kneewise=found.kneewise_version,
                measure=found.measure_version,
                reader=found.reader_version,
                engine=found.engine_version,
            ),
            tone=Tone.QUIET,
        ),
    )
