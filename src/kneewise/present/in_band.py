"""How many minutes of a run were inside the band of steps, in a sentence; the last runs of the block."""

from collections.abc import Sequence

from kneewise.model.cadence import BandFit, BandRun, BlockEnd
from kneewise.present.dates import say_date
from kneewise.present.page import Lines, fact, section, wrapped
from kneewise.present.words import sentence

SHOWN = 4
"""So many runs of the block are listed, the last ones."""
SHOWN_SHARE = 0.95
"""Where steps are known for less of the running, it is said for how much they are not."""


def in_band_lines(runs: Sequence[BandRun], ended: BlockEnd | None = None) -> Lines:
    """List the last runs of the block, a line each; of a block that was dropped say why, and no band."""
    if ended is not None:
        return section(
            sentence("head.in_band"), wrapped(sentence(f"cadence.ended.{ended.value}"), first="  ")
        )
    said = (fact(say_date(run.activity.on, "D j M"), say_in_band(run)) for run in runs[-SHOWN:])
    return section(sentence("head.in_band"), *said)


def say_in_band(run: BandRun) -> str:
    """Say the minutes inside the band, and how the others lay to it."""
    return ": ".join(filter(None, (say_minutes(run), say_fit(run))))


def say_minutes(run: BandRun) -> str:
    """Say the minutes inside the band, of those with known steps; or why nobody can."""
    minutes = run.minutes
    if minutes is None:
        return sentence("in_band.waits" if run.waits else "in_band.no_steps")
    said = sentence(
        "in_band.minutes",
        inside=round(minutes.inside_min),
        known=round(minutes.known_min),
        low_spm=round(run.band.low_spm),
        high_spm=round(run.band.high_spm),
    )
    if minutes.coverage < SHOWN_SHARE:
        lacking = round(minutes.running_min - minutes.known_min)
        said = f"{said} {sentence('in_band.lacking', minutes=lacking)}"
    asked = run.found.asked_min if run.band.first else None
    return said if asked is None else sentence("in_band.asked", said=said, asked=round(asked))


def say_fit(run: BandRun) -> str:
    """Say whether that was as much as was asked for; nothing where no minutes are known."""
    if run.minutes is None:
        return ""
    # At first one minute of every few is asked for: enough of those is little of the run.
    is_enough = run.band.first and run.found.fit is BandFit.INSIDE
    return sentence("in_band.enough" if is_enough else f"in_band.{run.found.fit.value}")
