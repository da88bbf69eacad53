"""Make every stored decision again, and say whether it comes out the same."""

from collections.abc import Sequence

import typer

from kneewise.app import replay as use
from kneewise.app.replay import Replayed
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.present import json
from kneewise.present.page import Lines, Tone, wrapped
from kneewise.present.words import gettext as _


def replay(on: OnDate = None, as_json: AsJson = False) -> None:
    """Make every stored decision again and say whether it comes out the same."""
    found = tuple(one for one in use.replay(open_home().runner) if on is None or one.on <= on)
    if as_json:
        show_json({"decisions": [_json(one) for one in found]})
    else:
        show([line for one in found for line in _lines(one)])
        show(_summary(found))
    if any(not one.same and one.same_rules for one in found):
        raise typer.Exit(1)


def _json(one: Replayed) -> json.Json:
    return json.only(one, "on", "cause", "record_id", "same", "same_rules", "differences")


def _lines(one: Replayed) -> Lines:
    """Say one decision; only what came out differently needs its parts named."""
    if one.same:
        return ()
    rules = "" if one.same_rules else _(" Engine or numbers have changed since.")
    said = _("%(day)s, after %(cause)s: differs in %(parts)s.%(rules)s")
    words = {
        "day": one.on.isoformat(),
        "cause": one.cause,
        "parts": ", ".join(one.differences),
        "rules": rules,
    }
    return wrapped(said % words, first="  - ")


def _summary(found: Sequence[Replayed]) -> Lines:
    same = sum(one.same for one in found)
    said = _("%(count)s stored decisions were made again: %(same)s came out the same, %(other)s did not.")
    return wrapped(said % {"count": len(found), "same": same, "other": len(found) - same}, tone=Tone.STRONG)
