"""A pair of shoes by the name that was typed."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from kneewise.app.known import known
from kneewise.model.errors import UsageError
from kneewise.store.codec import Json
from kneewise.store.ref import RunnerRef


def named_pair(runner: RunnerRef, name: str) -> str:
    """Give the known pair whose name differs in its capitals alone; else the name as it was typed."""
    called, pairs = " ".join(name.split()), _pairs(runner)
    if called in pairs:
        return called
    return next((pair for pair in pairs if pair.casefold() == called.casefold()), called)


def with_pair(runner: RunnerRef, payload: Mapping[str, Json]) -> dict[str, Json]:
    """Put the known name of the pair that a run was in, in place of what was typed.

    Raises:
        UsageError: None of that name is known: a slip must make no second pair.
    """
    name = payload.get("shoe")
    return {**payload, "shoe": _worn(runner, name)} if isinstance(name, str) else dict(payload)


def _worn(runner: RunnerRef, name: str) -> str:
    pair, pairs = named_pair(runner, name), _pairs(runner)
    if pair in pairs:
        return pair
    told = {"said": pair, "pairs": ", ".join(dict.fromkeys(pairs))}
    if pairs:
        message = _("There is no pair called “%(said)s”, but %(pairs)s. kneewise log shoe adds one.")
    else:
        message = _("There is no pair called “%(said)s” yet. kneewise log shoe adds it.")
    raise UsageError(message % told, field="shoe")


def _pairs(runner: RunnerRef) -> list[str]:
    history = known(runner).history
    return [*(one.name for one in history.shoes), *(one.shoe for one in history.activities if one.shoe)]
