"""A session of exercise on the command line: what was done, with which leg, and how the knee took it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated

import typer

from kneewise.cli.ask import Asker
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, SpokenOf, score
from kneewise.cli.terminal import is_terminal, show
from kneewise.cli.values import heard
from kneewise.model.errors import UsageError
from kneewise.model.exercise import Dose, Sides
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence

NEXT_DAY = ("morning", "after_24h")
BESIDE = frozenset({"exercise", "side"})
"""What says nothing of how it went."""


def session(
    exercise: Annotated[
        str | None, typer.Argument(metavar="EXERCISE", help=_("As the plan names it, such as split_squat."))
    ] = None,
    side: Annotated[
        str | None, typer.Option(metavar="SIDE", help=_("left or right; both if left out."))
    ] = None,
    sets: Annotated[str | None, typer.Option(metavar="N", help=_("How many sets."))] = None,
    reps: Annotated[
        str | None,
        typer.Option(metavar="N,N...", help=_("Repetitions of each set, or one number for all of them.")),
    ] = None,
    hold: Annotated[
        str | None, typer.Option(metavar="S,S...", help=_("Of what is held still, the seconds of each hold."))
    ] = None,
    reserve: Annotated[
        str | None, typer.Option(metavar="N", help=_("How many more would still have gone at the end, or ?."))
    ] = None,
    load: Annotated[
        str | None, typer.Option(metavar="KG", help=_("The weight, where there was one."))
    ] = None,
    before: Annotated[str | None, score(_("Pain before it."))] = None,
    during: Annotated[str | None, score(_("Pain at its worst while you did it."))] = None,
    morning: Annotated[str | None, score(_("Pain on the morning after."))] = None,
    after_24h: Annotated[str | None, score(_("Pain 24 hours after it."))] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log an exercise or an ankle drill.

    How the knee was the next morning can follow: name the exercise again, with --morning alone for
    yesterday's session, or with --on for an earlier one.
    """
    from kneewise.app.log import log_exercise

    said: dict[str, str | None] = {
        "exercise": exercise,
        "side": side,
        "sets": sets,
        "repetitions": reps,
        "hold_s": hold,
        "in_reserve": heard(reserve),
        "load_kg": load,
        "before": heard(before),
        "during": heard(during),
        "morning": heard(morning),
        "after_24h": heard(after_24h),
    }
    opened = open_home()
    if is_terminal():
        said |= _ask(said, opened.today)
    if said["exercise"] is None:
        raise UsageError(_("Say which exercise, such as split_squat: kneewise plan names them."))
    a_day_later = any(said[name] for name in NEXT_DAY)
    alone = a_day_later and all(said[name] is None for name in said.keys() - {*NEXT_DAY, *BESIDE})
    if alone and on is None:
        on = opened.today - timedelta(days=1)
    write(opened, log_exercise, said, on=on, at=at, as_json=as_json, day_after=a_day_later)


def _ask(given: Mapping[str, str | None], today: date) -> dict[str, str | None]:
    """Ask which exercise, and where nothing was said of it yet, how it went."""
    from kneewise.app.exercise_words import exercise_names

    asker = Asker(kind="exercise", today=today)
    said = dict(given)
    if said["exercise"] is None:
        names = (f"{one}: {sentence(f'exercise.{one}')}" for one in exercise_names())
        show(wrapped(name, first="  ", tone=Tone.QUIET)[0] for name in names)
        said["exercise"] = asker.part("exercise", "", must=True)
    if any(value is not None for name, value in given.items() if name not in BESIDE):
        return said
    for name, hint in _parts(str(said["exercise"]), given):
        said[name] = asker.part(name, hint)
    return said


def _parts(name: str, given: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """List what is asked of an exercise, each with its hint; a drill is asked for the pain alone."""
    from kneewise.app.exercise_words import exercise_called

    exercise = exercise_called(name)
    if exercise is None:
        return [("during", "score")]
    side = exercise.sides is Sides.EACH and given["side"] is None
    figures = (
        [("hold_s", "row")]
        if exercise.dose is Dose.HELD
        else [("repetitions", "row"), ("in_reserve", "reserve")]
    )
    return [*([("side", "leg")] if side else []), ("sets", "number"), *figures, ("during", "score")]
