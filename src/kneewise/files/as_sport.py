"""Take somebody's word for a sport that the file does not name."""

from dataclasses import replace
from typing import Final

from kneewise.files.steps import STRIDES_DOUBLED, steps_per_minute
from kneewise.files.track import speed_of
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport

STRIDES: Final = frozenset({"fit", "tcx"})
"""Formats that count strides of one leg."""


def as_sport(recording: Recording, sport: Sport) -> Recording:
    """Give a recording another sport; what its cadence counts is decided anew."""
    if recording.sport is sport:
        return recording
    problems = tuple(problem for problem in recording.problems if problem.code != "sport_guessed")
    told = replace(recording, sport=sport, problems=problems)
    if "cadence_spm" not in recording.columns:
        return told
    written = recording.columns["cadence_spm"] / (2 if recording.cadence_rule == STRIDES_DOUBLED else 1)
    steps, rule = steps_per_minute(
        written,
        speed_of(recording.time_s, recording.columns),
        sport,
        strides_by_format=recording.source_format in STRIDES,
    )
    return replace(told, columns={**recording.columns, "cadence_spm": steps}, cadence_rule=rule)


def names_no_sport(recording: Recording) -> bool:
    """Whether its sport is only our guess, or not known at all."""
    guessed = any(problem.code == "sport_guessed" for problem in recording.problems)
    return guessed or recording.sport is Sport.OTHER
