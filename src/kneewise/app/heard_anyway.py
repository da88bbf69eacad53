"""An emergency is heard, though something else in the same answers cannot be read; nothing is stored."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from kneewise.app import clock
from kneewise.app.screen import screen
from kneewise.app.screen_answers import parse_answers, parse_file, question_near
from kneewise.app.settings import get
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.model.findings import Urgency
from kneewise.present.screening import emergency_sentence
from kneewise.store.ref import RunnerRef


@contextmanager
def heard_anyway(runner: RunnerRef, raw: Mapping[str, object], *, at: datetime) -> Iterator[None]:
    """Read answers; a fault in them is followed by what to do, where the rest of them is an emergency.

    Raises:
        KneewiseError: The fault, with that sentence behind it.
    """
    try:
        yield
    except KneewiseError as fault:
        if is_emergency(runner, raw, at=at):
            fault.args = (f"{fault} {emergency_sentence(get(runner))}",)
        raise


def is_emergency(runner: RunnerRef, raw: Mapping[str, object], *, at: datetime) -> bool:
    """Whether what can be read of answers, beside all that was told before, is an emergency."""
    on = clock.local(at, get(runner)).date()
    read = parse_file(dict(_readable(raw, on)), on=on)
    return screen(runner, read, at=at, dry_run=True).decision.plan.urgency is Urgency.EMERGENCY


def _readable(raw: Mapping[str, object], on: date) -> Iterator[tuple[str, object]]:
    """Yield the answers that can be read; one under a name that is nearly a question's speaks of that."""
    near = ((question_near(key), said) for key, said in raw.items())
    for key, said in (*near, *raw.items()):
        try:
            answers = parse_answers({key: said}, on=on)
        except UsageError:
            continue
        if answers:
            yield key, said
