"""The quicker steps: where they stand, and their beat as a sound file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kneewise.cli.open import Opened, decide, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.present.words import gettext as _

if TYPE_CHECKING:
    from kneewise.model.plan import Decision


def cadence(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show your own steps a minute, the band to try, and the minutes of each run inside it."""
    from kneewise.app import cadence as use
    from kneewise.present.cadence import steps_json
    from kneewise.present.cadence_text import cadence_lines

    opened = open_home()
    decision = decide(opened, on)
    day = decision.plan.on
    block, runs = use.block(opened.runner, day), use.runs_of_block(opened.runner, day)
    if as_json:
        show_json(steps_json(decision, block, runs))
    else:
        own = use.own_steps(opened.runner, day)
        show(cadence_lines(decision, block, own, runs, miles=opened.settings.miles))


def metronome(
    spm: Annotated[
        str | None,
        typer.Option("--spm", metavar="N", help=_("Steps a minute; the middle of your band if left out.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE.wav", help=_("Where it is written; here if left out.")),
    ] = None,
    stress: Annotated[bool, typer.Option("--stress", help=_("Stress every fourth step."))] = False,
    on: OnDate = None,
) -> None:
    """Write the beat of today's run as a sound file, for any player.

    On a day without a run it is ten minutes of plain beat. While running is off there is none.
    """
    from kneewise.app import cadence as use
    from kneewise.app import hand_over, parse
    from kneewise.present.beats import LEAST_SPM, MOST_SPM, start_spm
    from kneewise.present.cadence import has_metronome
    from kneewise.present.cadence_text import beat_lines
    from kneewise.present.click_track import file_of, wav

    told = parse.count(_("steps a minute"), spm, low=LEAST_SPM, high=MOST_SPM)
    opened = open_home()
    decision = decide(opened, on)
    if not has_metronome(decision):
        _refuse(opened, decision)
    block = use.block(opened.runner, decision.plan.on)
    chosen = told or start_spm(decision.found.cadence, block)
    parts = use.parts_of_today(decision.plan, block)
    track = file_of(parts, chosen, stress=stress)
    path = output or Path(f"kneewise-{chosen}.wav")
    hand_over.write_file(path, b"".join(wav(track)))
    show(beat_lines(path, chosen, track, parts))


def _refuse(opened: Opened, decision: "Decision") -> NoReturn:
    """Write nothing, and say what is to be done instead."""
    from kneewise.present.page import Tone, wrapped
    from kneewise.present.text import because_lines, instruction_lines

    show(wrapped(_("Nothing was written: there is no running to step to."), tone=Tone.STRONG))
    show(instruction_lines(decision, settings=opened.settings))
    show(because_lines(decision))
    raise typer.Exit(1)
