"""Make every stored decision again, and say whether it comes out the same."""

from collections.abc import Sequence
from typing import Annotated

import typer

from kneewise.app import replay as use
from kneewise.app.replay import ChangedNumber, Replayed, Verdict
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.present import json
from kneewise.present.page import Lines, Tone, bullet, section, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import has_sentence, ngettext, sentence

HASH_SHOWN = 8


def replay(
    every: Annotated[
        bool, typer.Option("--all", help=_("Name each decision, and every number that changed since."))
    ] = False,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """Make every stored decision again and say whether it comes out the same."""
    found = tuple(one for one in use.replay(open_home().runner) if on is None or one.on <= on)
    if as_json:
        show_json({"decisions": [_json(one) for one in found]})
    else:
        show([line for one in found if every or not one.same for line in _lines(one)])
        show(_summary(found))
        show(_numbers(found) if every else ())
    if any(one.verdict is Verdict.DIFFERENT for one in found):
        raise typer.Exit(1)


def _json(one: Replayed) -> json.Json:
    names = ("on", "cause", "record_id", "same", "same_rules", "verdict", "engine_version", "knowledge_hash")
    return json.only(one, *names, "differences", "changed_numbers")


def _lines(one: Replayed) -> Lines:
    """Say one decision; only what came out differently needs its parts named."""
    words = {
        "day": one.on.isoformat(),
        "cause": _cause(one.cause),
        "parts": ", ".join(one.differences),
        "verdict": _say(one),
    }
    if one.same:
        return wrapped(_("%(day)s, after “%(cause)s”: %(verdict)s") % words, first="  - ")
    return wrapped(_("%(day)s, after “%(cause)s”: differs in %(parts)s. %(verdict)s") % words, first="  - ")


def _cause(cause: str) -> str:
    """Name what caused a decision: an entry by its kind, else what was done."""
    return next(sentence(key) for key in (f"cause.{cause}", f"entry.{cause}") if has_sentence(key))


def _say(one: Replayed) -> str:
    """Say what a decision is to the one made today."""
    hashed = one.knowledge_hash[:HASH_SHOWN]
    return sentence(f"replayed.{one.verdict.value}", engine=one.engine_version, hash=hashed)


def _summary(found: Sequence[Replayed]) -> Lines:
    same = sum(one.same for one in found)
    said = ngettext(
        "%(count)s stored decision was made again: %(same)s came out the same, %(other)s did not.",
        "%(count)s stored decisions were made again: %(same)s came out the same, %(other)s did not.",
        len(found),
    )
    return wrapped(said % {"count": len(found), "same": same, "other": len(found) - same}, tone=Tone.STRONG)


def _numbers(found: Sequence[Replayed]) -> Lines:
    """Name the numbers that changed since, once for each set of them."""
    sets = {one.knowledge_hash: one.changed_numbers for one in found}
    return tuple(line for hashed, changed in sets.items() for line in _changed(hashed, changed))


def _changed(hashed: str, changed: Sequence[ChangedNumber] | None) -> Lines:
    if changed == ():
        return ()
    words = {"hash": hashed[:HASH_SHOWN]}
    if changed is None:
        return section(_("Numbers %(hash)s") % words, bullet(sentence("replayed.no_numbers")))
    named = _("%(room)s, %(key)s: %(before)s then, %(after)s now")
    said = (
        bullet(
            named
            % {"room": one.room, "key": one.key, "before": _figure(one.before), "after": _figure(one.after)}
        )
        for one in changed
    )
    return section(_("Changed since the numbers %(hash)s") % words, *said)


def _figure(value: object) -> str:
    """Write what a number is, with all its figures; a row of them in its order."""
    match value:
        case None:
            return _("none")
        case list():
            return " ".join(map(_figure, value))
        case float():
            return f"{value:g}"
        case _:
            return str(value)
