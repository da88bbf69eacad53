"""The runner's own choices."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated

import typer

from kneewise.app import settings as use
from kneewise.app.language import spoken
from kneewise.app.review import review_now
from kneewise.cli.ask import ask
from kneewise.cli.diary import changed_lines
from kneewise.cli.open import Opened, instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import is_terminal, show, show_json
from kneewise.model.errors import UsageError
from kneewise.present import json, lists
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


def settings(
    changes: Annotated[
        list[str] | None, typer.Argument(metavar="KEY VALUE...", help=_("Such as: country GB miles yes."))
    ] = None,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """Show your settings, or change them."""
    opened = open_home()
    chosen = opened.settings
    named = _pairs(changes or [])
    if named and not as_json:
        _change(opened, on, named)
        return
    if named:
        chosen = use.change(opened.runner, at=instant(opened, on), **named)
    if as_json:
        show_json(json.settings_json(chosen))
        return
    show(lists.settings_lines(chosen))
    if is_terminal():
        _ask_changes(opened, on)


def _ask_changes(opened: Opened, on: date | None) -> None:
    """Ask which setting and what it should be, until Enter leaves."""
    while name := ask(sentence("ask.setting"), _name, hint=sentence("hint.setting")):
        value = ask(sentence("ask.setting_value"), partial(_value, name), hint=sentence("hint.as_it_is"))
        if value is not None:
            _change(opened, on, {name: value})


def _change(opened: Opened, on: date | None, named: Mapping[str, str]) -> None:
    """Change settings, say how they are now, and what that does to today's answer."""
    before = review_now(opened.runner, opened.now)
    chosen = use.change(opened.runner, at=instant(opened, on), **named)
    with spoken():
        show(line for name in named for line in lists.setting_lines(chosen, name))
        show(changed_lines(before, opened))


def _name(typed: str | None) -> str | None:
    """Read the name of a setting."""
    if typed is None:
        return None
    name = typed.replace("-", "_").lower()
    use.see_name(name)
    return name


def _value(name: str, typed: str | None) -> str | None:
    """Let only what the setting can be pass."""
    if typed is not None:
        use.parse_changes({name: typed})
    return typed


def _pairs(words: list[str]) -> dict[str, str]:
    """Read ``country GB miles yes`` or ``country=GB miles=yes``."""
    parted = [part for word in words for part in (word.split("=", 1) if "=" in word else [word])]
    if len(parted) % 2:
        raise UsageError(
            _("A setting needs a name and a value, such as country GB; kneewise settings lists the names.")
        )
    names = (name.replace("-", "_") for name in parted[::2])
    return dict(zip(names, parted[1::2], strict=True))
