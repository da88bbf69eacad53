"""Days are written as a language does, each in its own, and moments in their own zone."""

from datetime import UTC, date, datetime, timedelta, timezone

from django.utils import translation

from kneewise.present.dates import say_date
from kneewise.present.words import one_stop

ON = date(2026, 11, 26)


def test_a_day_is_written_in_the_language_that_is_spoken() -> None:
    english = say_date(ON, "l j F")
    with translation.override("de"):
        german = say_date(ON, "l j F")

    assert (english, german, say_date(ON, "l j F")) == (
        "Thursday 26 November",
        "Donnerstag, 26. November",
        "Thursday 26 November",
    )


def test_one_moment_is_written_in_the_zone_it_is_told_in() -> None:
    at = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    there = at.astimezone(timezone(timedelta(hours=1)))

    assert at == there
    assert say_date(at, "j M, H:i") == "26 Nov, 23:30"
    assert say_date(there, "j M, H:i") == "27 Nov, 00:30"


def test_a_sentence_that_ends_with_a_german_month_ends_with_one_full_stop() -> None:
    with translation.override("de"):
        assert one_stop(f"Nächster Lauf: {say_date(date(2026, 11, 29), 'D j M')}.").endswith(" 29. Nov.")
    assert one_stop("on.. Then") == "on. Then"
    assert one_stop("wait ... so") == "wait ... so"
