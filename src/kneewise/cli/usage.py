"""What a wrongly typed line is told, in the runner's language; the parser says it in English."""

import re
from collections.abc import Mapping
from typing import Final

from kneewise.present.words import gettext as _

QUOTED = "'([^']*)'"

LISTED_BY: Final[Mapping[str, str]] = {
    "kneewise log undo": "kneewise log list",
    "kneewise log edit": "kneewise log list",
    "kneewise log run": "kneewise runs",
    "kneewise run": "kneewise runs",
    "kneewise log sign": "kneewise screen --schema",
}
"""Commands that name something, and what lists it."""


def say_usage(said: str) -> str:
    """Say the parser's sentence in our words, as far as we know it."""
    for known, ours in _sentences().items():
        if found := re.search(known, said):
            count = found[2] if found.re.groups > 1 else ""
            said = said.replace(found[0], ours % {"named": found[1], "count": count})
    return said if said.endswith(("?", "!")) else f"{said.rstrip('.')}."


def say_where(command: str) -> str:
    """Name the command that lists what is to be named; empty where none does."""
    lists = LISTED_BY.get(command)
    return f" {_('What there is: %(command)s') % {'command': lists}}" if lists else ""


def _sentences() -> dict[str, str]:
    return {
        f"No such command {QUOTED}": _("No such command '%(named)s'"),
        r"No such option: (-\d\S*)": _("Say 0 or more instead of %(named)s"),
        r"No such option: (\S+)": _("No such option: %(named)s"),
        r"\(Possible options: ([^)]*)\)": _("(Possible options: %(named)s)"),
        f"Did you mean {QUOTED}": _("Did you mean '%(named)s'"),
        "Missing option '(.*)'": _("Missing option '%(named)s'"),
        "Missing argument '(.*)'": _("Missing argument '%(named)s'"),
        f"Invalid value for {QUOTED}": _("Invalid value for '%(named)s'"),
        r"Option '?([^' ]*)'? requires an argument": _("Option '%(named)s' requires an argument"),
        r"Option '?([^' ]*)'? requires (\d+) arguments": _("Option '%(named)s' takes %(count)s words"),
        r"Input should be greater than or equal to (\S+)": _("say %(named)s or more"),
        "Input should be a valid integer(.*)": _("say a whole number"),
    }
