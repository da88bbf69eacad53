"""The flags of days one after the other are those of each day by itself, whatever is told or amended."""

from kneewise.guide.red_flags import Days, assess
from kneewise.model.answers import AnswerSet
from kneewise.model.findings import SafetyFinding
from kneewise.model.observations import Observations
from tests.guide.made import noes, numbers, seen, told


def in_turn(*looked: Observations) -> list[SafetyFinding]:
    """What each look finds that goes on from the one before; each is as if it stood alone."""
    days = Days(numbers("red_flags"))
    found = [days.assess(one) for one in looked]
    assert found == [assess(one, numbers("red_flags")) for one in looked]
    return found


def keys(*sets: AnswerSet) -> list[str]:
    """The flags of the second day, after a first on which only the first of the sets was told."""
    _, later = in_turn(seen(sets[0]), seen(*sets, days=1))
    return [flag.key for flag in later.flags]


def test_a_day_before_anything_was_told_is_looked_at() -> None:
    before, after = in_turn(seen(), seen(told(noes())))

    assert (before.may_run, after.may_run) == (False, True)


def test_a_sign_of_the_second_day_is_found() -> None:
    assert keys(told(noes()), told({"night_pain": True}, days=1)) == ["night_pain"]


def test_an_age_that_is_told_later_holds_for_what_was_told_before() -> None:
    assert keys(told(noes(age_years=30)), told({"age_years": 17}, days=1)) == ["under_18"]


def test_an_answer_that_was_amended_is_read_as_it_is_now() -> None:
    wrong, right = told(noes(locked_knee=True)), told(noes())

    first, second = in_turn(seen(wrong), seen(right, days=1))

    assert [flag.key for flag in first.flags] == ["locked_knee"]
    assert second.flags == ()


def test_a_day_without_news_is_judged_by_its_own_date() -> None:
    first, later = in_turn(seen(told(noes())), seen(told(noes()), days=8))

    assert (first.ask, "night_pain" in later.ask) == ((), True)


def test_what_is_answered_on_the_second_day_is_asked_no_more() -> None:
    answers = noes()
    del answers["lump"]

    first, later = in_turn(seen(told(answers)), seen(told(answers), told({"lump": False}, days=1), days=1))

    assert (first.ask, later.ask) == (("lump",), ())
