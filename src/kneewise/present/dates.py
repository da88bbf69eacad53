"""Days as people of a language write them: ``Thursday 26 November``, ``Donnerstag, 26. November``."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

DAYS = 4096
"""So many written days are remembered."""

FORMS: Mapping[str, str | Promise] = {
    "j M": _("j M"),
    "j F": _("j F"),
    "j F Y": _("j F Y"),
    "j M Y": _("j M Y"),
    "j F, H:i": _("j F, H:i"),
    "D j M": _("D j M"),
    "l j F": _("l j F"),
    "l j F Y": _("l j F Y"),
    "j M, H:i": _("j M, H:i"),
    "D j M Y H:i": _("D j M Y H:i"),
    "l j F Y, H:i": _("l j F Y, H:i"),
}
"""How English orders a day, in Django's letters, and how the reader's language does."""


def say_date(on: date, form: str) -> str:
    """Write a day, or a moment, in one of the forms."""
    if isinstance(on, datetime):
        # Two moments of different zones may be the same one, and are written otherwise.
        return date_format(on, str(FORMS[form]))
    return _say_day(on, form, get_language())


@lru_cache(DAYS)
def _say_day(on: date, form: str, _language: str | None) -> str:
    """Write a day in the language that is spoken now; a list of runs asks for hundreds, again and again."""
    return date_format(on, str(FORMS[form]))
