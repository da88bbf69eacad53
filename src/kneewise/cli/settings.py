"""The runner's own choices."""

from typing import Annotated

import typer

from kneewise.app import settings as use
from kneewise.cli.open import instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.model.errors import UsageError
from kneewise.present import json, lists
from kneewise.present.words import gettext as _


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
    if changes:
        chosen = use.change(opened.runner, at=instant(opened, on), **_pairs(changes))
    if as_json:
        show_json(json.settings_json(chosen))
    else:
        show(lists.settings_lines(chosen))


def _pairs(words: list[str]) -> dict[str, str]:
    """Read ``country GB miles yes`` or ``country=GB miles=yes``."""
    parted = [part for word in words for part in (word.split("=", 1) if "=" in word else [word])]
    if len(parted) % 2:
        raise UsageError(
            _("A setting needs a name and a value, such as country GB; kneewise settings lists the names.")
        )
    names = (name.replace("-", "_") for name in parted[::2])
    return dict(zip(names, parted[1::2], strict=True))
