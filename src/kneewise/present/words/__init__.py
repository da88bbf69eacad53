"""Every identifier's sentence, through gettext.

Each file of this package exports ``SENTENCES``: identifier -> lazy sentence with ``%(name)s`` places.
Rules, actions, problems and reasons of the ledger are looked up as they are (``load.cut``); what would be
too short alone carries its kind: ``phase.calm``, ``colour.green``, ``kind.run``, ``side.left``,
``place.shin_bump``, ``pattern.<id>``, ``room.<room>``, ``question.<key>``, ``choice.<key>.<choice>``.
"""

import importlib
import pkgutil
import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from django.utils.formats import get_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from kneewise.present.dates import say_date

__all__ = [
    "figure",
    "gettext",
    "gettext_lazy",
    "has_sentence",
    "ngettext",
    "one_stop",
    "say_decimal",
    "sentence",
    "sentences",
]


TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


@cache
def sentences() -> Mapping[str, str | Promise]:
    """Gather the sentences of every file here; an identifier said twice is a fault."""
    found: dict[str, str | Promise] = {}
    for file in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{file.name}")
        said: Mapping[str, str | Promise] = getattr(module, "SENTENCES", {})
        if twice := found.keys() & said.keys():
            raise ValueError(f"said twice: {sorted(twice)}")
        found |= said
    return found


def has_sentence(key: str) -> bool:
    """Whether an identifier has a sentence."""
    return key in sentences()


def sentence(key: str, **amounts: object) -> str:
    """Say an identifier in the reader's language; an unknown identifier or a missing amount is a KeyError."""
    return one_stop(str(sentences()[key]) % {name: figure(amount) for name, amount in amounts.items()})


def one_stop(said: str) -> str:
    """End with one full stop where a word that has its own, as a German month, stands at the end."""
    return TWO_STOPS.sub(".", said)


def figure(amount: object) -> str:
    """Write an amount as people do: no needless decimals, and a word for what is not known."""
    match amount:
        case None:
            return gettext("not known")
        case bool():
            return gettext("yes") if amount else gettext("no")
        case float():
            return say_decimal(f"{amount:.1f}".removesuffix(".0"))
        case date():
            return say_date(amount, "j F")
        case _:
            return str(amount)


def say_decimal(written: str) -> str:
    """Write the point of a figure as the reader's language does: 7.5, or 7,5."""
    return written.replace(".", str(get_format("DECIMAL_SEPARATOR")))
