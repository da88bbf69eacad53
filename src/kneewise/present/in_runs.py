"""When a knee hurts in runs, in words."""

from collections.abc import Iterable

from kneewise.model.findings import PainInRuns
from kneewise.present.json import record
from kneewise.present.page import Lines, bullet
from kneewise.present.words import sentence


def in_runs_lines(found: PainInRuns) -> Lines:
    """Say when one knee hurts in runs, and how much was run."""
    told = {name: round(one) if isinstance(one, float) else one for name, one in record(found).items()}
    amounts: dict[str, object] = {**told, "side": sentence(f"side.{found.side.value}"), "since": found.since}
    return bullet(" ".join(sentence(f"in_runs.{key}", **amounts) for key in _told(found)))


def _told(found: PainInRuns) -> Iterable[str]:
    yield "hurt" if found.hurt_runs else "fine"
    if found.hurt_running_min is not None:
        yield "dose"
    if found.first_pain_min is not None:
        yield "began" if found.first_pain_low_min == found.first_pain_high_min else "began_between"
    if found.free_running_min is not None:
        yield "free"
