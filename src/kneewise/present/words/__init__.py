"""Every identifier's sentence, through gettext.

Each file of this package exports ``SENTENCES``: identifier -> lazy sentence with ``%(name)s`` places.
Rules, actions, problems and reasons of the ledger are looked up as they are (``load.cut``); what would be
too short alone carries its kind: ``phase.calm``, ``colour.green``, ``kind.run``, ``side.left``,
``place.shin_bump``, ``pattern.<id>``, ``room.<room>``, ``question.<key>``, ``choice.<key>.<choice>``.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from datetime import date
from functools import cache

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

__all__ = ["figure", "gettext", "gettext_lazy", "has_sentence", "inside", "ngettext", "sentence", "sentences"]


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
    return str(sentences()[key]) % {name: figure(amount) for name, amount in amounts.items()}


def inside(said: str) -> str:
    """Begin small what stands inside a sentence; an "I" and initials stay as they are."""
    return said if said[1:2].isupper() or said[:2] in {"I ", "I’"} else said[:1].lower() + said[1:]


def figure(amount: object) -> str:
    """Write an amount as people do: no needless decimals, and a word for what is not known."""
    match amount:
        case None:
            return gettext("not known")
        case bool():
            return gettext("yes") if amount else gettext("no")
        case float():
            return f"{amount:.1f}".removesuffix(".0")
        case date():
            return date_format(amount, "j F")
        case _:
            return str(amount)
