"""The four questions of the week in words: each by itself and never one sum."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from kneewise.model.diary import WEEK_QUESTIONS, Score, WeekCheck
from kneewise.present.dates import say_date
from kneewise.present.words import figure, sentence


def say_checks(checks: Sequence[WeekCheck]) -> str:
    """Say in one line how the last answers stand beside the first; nothing where there are none.

    Args:
        checks: The newest first.
    """
    if not checks:
        return ""
    last, first = checks[0], checks[-1]
    ways = (_way(name, first, last) for name in WEEK_QUESTIONS)
    listed = "; ".join(one for one in ways if one)
    if last is first:
        return _("%(day)s: %(listed)s (0 is none of it, 10 the most)") % {
            "day": say_date(last.on, "j M"),
            "listed": listed,
        }
    return _("%(since)s and %(on)s: %(listed)s (0 is none of it, 10 the most)") % {
        "since": say_date(first.on, "j M"),
        "on": say_date(last.on, "j M"),
        "listed": listed,
    }


def _way(name: str, first: WeekCheck, last: WeekCheck) -> str:
    """Say one question, then and now; nothing where it was answered neither then nor now."""
    then, now = getattr(first, name), getattr(last, name)
    if then is None and now is None:
        return ""
    named = sentence(f"week_check.{name}")
    if first is last or then is None:
        return f"{named} {say_score(now)}"
    return _("%(named)s %(then)s, then %(now)s") % {
        "named": named,
        "then": say_score(then),
        "now": say_score(now),
    }


def say_score(score: Score) -> str:
    """Say one answer: a figure, that it is not known, or a dash where it was not said."""
    return "–" if score is None else figure(score if isinstance(score, int) else None)
