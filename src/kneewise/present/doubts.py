"""What was not believed of a session, in words."""

from collections.abc import Iterable

from kneewise.model.doubt import Doubt
from kneewise.present.words import sentence

NAMED = 3
"""So many places are named; more are counted."""


def say_doubts(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Say each doubt in a sentence: what it was, where, and what was done instead."""
    return tuple(say_doubt(doubt) for doubt in doubts)


def say_doubt(doubt: Doubt) -> str:
    """Say one doubt."""
    lasts_s = sum(end - start for start, end in doubt.spans_s)
    facts = {name: amount if amount % 1 else round(amount) for name, amount in doubt.facts.items()}
    return sentence(f"doubt.{doubt.code.value}", where=_where(doubt), lasts=say_length(lasts_s), **facts)


def _where(doubt: Doubt) -> str:
    """Name the beginnings of its stretches on the clock of the session."""
    named = ", ".join(say_minute(start) for start, _ in doubt.spans_s[:NAMED])
    more = len(doubt.spans_s) - NAMED
    return sentence("doubt.where_more", named=named, count=more) if more > 0 else named


def say_minute(at_s: float) -> str:
    """Say a moment of a session: minutes and seconds, hours before them where there are any."""
    minutes, seconds = divmod(round(at_s), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def say_length(lasts_s: float) -> str:
    """Say how long: seconds up to two minutes, then minutes, then hours."""
    if lasts_s < 120:
        return sentence("figure.seconds", seconds=max(round(lasts_s), 1))
    if lasts_s < 7200:
        return sentence("figure.minutes", minutes=round(lasts_s / 60))
    return sentence("figure.hours", hours=round(lasts_s / 3600, 1))
