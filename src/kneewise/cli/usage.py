"""What a wrongly typed line is told, in the runner's language; the parser says it in English."""

import re

from kneewise.present.words import gettext as _

QUOTED = "'([^']*)'"


def say_usage(said: str) -> str:
    """Say the parser's sentence in our words, as far as we know it."""
    for known, ours in _sentences().items():
        if found := re.search(known, said):
            said = said.replace(found[0], ours % {"named": found[1]})
    return said if said.endswith(("?", "!")) else f"{said.rstrip('.')}."


def _sentences() -> dict[str, str]:
    return {
        f"No such command {QUOTED}": _("No such command '%(named)s'"),
        r"No such option: (\S+)": _("No such option: %(named)s"),
        r"\(Possible options: ([^)]*)\)": _("(Possible options: %(named)s)"),
        f"Did you mean {QUOTED}": _("Did you mean '%(named)s'"),
        "Missing option '(.*)'": _("Missing option '%(named)s'"),
        "Missing argument '(.*)'": _("Missing argument '%(named)s'"),
        f"Invalid value for {QUOTED}": _("Invalid value for '%(named)s'"),
        r"Option '?([^' ]*)'? requires an argument": _("Option '%(named)s' requires an argument"),
    }
