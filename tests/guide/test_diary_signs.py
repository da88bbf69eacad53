"""What the diary says by itself: scores, limps and tests, each on the day it was said and in its order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kneewise.guide.red_flags import Days, assess
from kneewise.model.answers import UNKNOWN, Answer, AnswerSet
from kneewise.model.diary import Illness, Score, TestKind, TestResult
from kneewise.model.findings import Flag, Urgency
from kneewise.model.observations import DiaryEntry, ExerciseEntry, Observations, TimedScore
from kneewise.model.places import Side
from tests.guide.made import DAY, cleared, find, noes, numbers, seen, told

FEVER: dict[str, Answer] = {"fever_or_chills": True}


def flags(at: Observations) -> dict[str, Flag]:
    return {flag.key: flag for flag in find(at).flags}


def at(day: int, hour: int = 10) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=UTC) + timedelta(days=day)


def score(value: int | None, day: int, hour: int = 10) -> TimedScore:
    return TimedScore(value=value, at=at(day, hour))


def entry(day: int, **said: Any) -> DiaryEntry:
    known: dict[str, Any] = {"side": Side.RIGHT, "about_run": True, "activity": None}
    return DiaryEntry(on=DAY + timedelta(days=day), **{**known, **said})


def sore(value: int | None, *, late: int | None = 1, before: Any = None, day: int = 1) -> DiaryEntry:
    """A run with a score during and one a day later."""
    return entry(day, during=score(value, day), after_24h=score(late, day + 1), before=before)


def hopped(day: int, pain: Score) -> TestResult:
    return TestResult(
        record_id=f"t{day}",
        at=at(day, 12),
        on=DAY + timedelta(days=day),
        side=Side.LEFT,
        kind=TestKind.HOPS,
        pain_0_10=pain,
    )


# -------------------------------------------------------------------------------------- one score above seven


SCORES = ["before", "during", "after_60min", "morning", "after_24h", "uncoloured"]


@pytest.mark.parametrize("which", SCORES)
@pytest.mark.parametrize(("value", "flagged"), [(7, False), (8, True), (10, True), (None, False)])
def test_any_score_of_the_diary_above_seven_counts(which: str, value: int | None, flagged: bool) -> None:
    found = flags(seen(told(noes()), days=3, entries=(entry(1, **{which: score(value, 2)}),)))

    assert ("pain_above_7" in found) is flagged


def test_a_score_speaks_on_the_day_it_was_given() -> None:
    (flag,) = flags(seen(told(noes()), days=3, entries=(entry(1, morning=score(8, 2)),))).values()

    assert flag.since == DAY + timedelta(days=2)


def test_a_score_that_the_zone_dates_before_its_day_speaks_on_its_day() -> None:
    (flag,) = flags(seen(told(noes()), days=3, entries=(entry(2, during=score(8, 1, 23)),))).values()

    assert flag.since == DAY + timedelta(days=2)


def test_a_score_that_the_zone_dates_tomorrow_counts_today() -> None:
    (flag,) = flags(seen(told(noes()), days=1, entries=(entry(1, during=score(8, 2, 1)),))).values()

    assert flag.since == DAY + timedelta(days=1)


# -------------------------------------------------------------------------- twice above five, and not settled


@pytest.mark.parametrize(
    ("during", "late", "before", "counts"),
    [
        (5, 3, None, False),
        (6, 3, None, True),
        (7, 3, None, True),
        (None, 3, None, False),
        (6, None, None, False),
        (6, 0, None, False),
        (6, 1, None, True),
        (6, 2, 2, False),
        (6, 3, 2, True),
        (6, 1, "unknown", True),
        (6, 0, "unknown", False),
    ],
)
def test_above_five_and_not_settled_twice(
    during: int | None, late: int | None, before: int | str | None, counts: bool
) -> None:
    start = None if before is None else score(before if isinstance(before, int) else None, 1)
    runs = (sore(6), sore(during, late=late, before=start, day=3))

    found = flags(seen(told(noes()), days=5, entries=runs))

    assert ("pain_unsettled_twice" in found) is counts


def test_a_run_of_which_nothing_was_said_during_it_is_not_one_of_the_two() -> None:
    runs = (sore(6), entry(3, after_24h=score(5, 4)))

    assert flags(seen(told(noes()), days=5, entries=runs)) == {}


def test_the_second_of_the_two_is_of_the_day_it_was_not_settled() -> None:
    (flag,) = flags(seen(told(noes()), days=6, entries=(sore(6), sore(6, day=3)))).values()

    assert flag.since == DAY + timedelta(days=4)


def test_after_a_clearance_two_more_are_needed() -> None:
    runs = (sore(6), sore(6, day=3), sore(6, day=6), sore(6, day=8))
    word = (cleared(days=5),)

    one = find(seen(told(noes()), days=7, entries=runs[:3], clearances=word))
    two = find(seen(told(noes()), days=9, entries=runs, clearances=word))

    assert (one.urgency, two.urgency) == (Urgency.NONE, Urgency.WITHIN_DAYS)


# ------------------------------------------------------------------------------------------------------ limps


def feverish(*entries: DiaryEntry, days: int = 4, **more: Any) -> bool:
    """Whether a fever told on the last day meets a limp."""
    at_last = seen(told(noes()), told(FEVER, days=days), days=days, entries=entries, **more)
    return "limp_with_signs" in flags(at_last)


def test_a_limp_that_nobody_spoke_of_again_goes_on() -> None:
    assert feverish(entry(1, limp=True), entry(2))
    assert feverish(entry(1, limp=True), entry(2, limp=UNKNOWN))
    assert not feverish(entry(1, limp=True), entry(2, limp=False))


def test_a_limp_is_over_when_neither_knee_limps() -> None:
    both = (entry(1, limp=True), entry(1, limp=True, side=Side.LEFT))

    assert feverish(*both, entry(2, limp=False))
    assert feverish(*both, entry(2, limp=False), entry(3, limp=True))
    assert not feverish(*both, entry(2, limp=False), entry(3, limp=False, side=Side.LEFT))


def test_a_knee_that_never_limped_ends_no_limp_that_was_told() -> None:
    told_limp = told({"limp": True}, days=1)

    found = seen(told(noes()), told_limp, told(FEVER, days=3), days=3, entries=(entry(2, limp=False),))

    assert "limp_with_signs" in flags(found)


@pytest.mark.parametrize(("hour", "limps"), [(18, False), (20, True)])
def test_a_limp_speaks_with_the_last_score_beside_it(hour: int, limps: bool) -> None:
    run = entry(1, during=score(1, 1, 10), after_60min=score(1, 1, hour), limp=True)

    assert feverish(run, clearances=(cleared(days=1, hour=19),)) is limps


def test_a_limp_without_a_score_speaks_at_the_end_of_its_day() -> None:
    assert feverish(entry(1, limp=True), clearances=(cleared(days=1, hour=23),))
    assert not feverish(entry(1, limp=True), clearances=(cleared(days=2, hour=1),))


# ------------------------------------------------------------------------------------------------------ tests


def test_a_test_without_pain_is_no_answer_and_clears_nothing() -> None:
    runs, tests = (entry(1, during=score(8, 1)),), (hopped(2, 0), hopped(5, 0))
    said = told({"pain_above_7": False}, days=3), told({"pain_above_7": False}, days=5)

    by_tests = find(seen(told(noes()), days=6, entries=runs, tests=tests))
    by_noes = find(seen(told(noes()), *said, days=6, entries=runs, tests=tests))

    assert (by_tests.urgency, by_noes.urgency) == (Urgency.WITHIN_DAYS, Urgency.NONE)


def test_a_test_speaks_on_its_own_day() -> None:
    (flag,) = flags(seen(told(noes()), days=6, tests=(hopped(2, 8),))).values()

    assert (flag.key, flag.since) == ("pain_above_7", DAY + timedelta(days=2))


# --------------------------------------------------------------------------------------------- order and days


def test_what_is_dated_after_the_day_does_not_count_yet() -> None:
    first, later = told(noes()), told({"lump": True}, days=1)

    assert flags(seen(first, later, days=0)) == {}
    assert flags(seen(first, later, days=1)).keys() == {"lump"}


@pytest.mark.parametrize(("hour", "flagged"), [(9, False), (12, True)])
def test_of_one_day_what_was_told_after_a_clearance_is_new(hour: int, flagged: bool) -> None:
    sign = told({"lump": True}, days=1, hour=hour)

    found = flags(seen(told(noes()), sign, days=1, clearances=(cleared(days=1, hour=10),)))

    assert ("lump" in found) is flagged


def history() -> tuple[AnswerSet, ...]:
    return (
        told(noes()),
        told({"night_pain": True}, days=1),
        told({"lump": True, "night_pain": False}, days=2),
        told({"night_pain": False}, days=5),
    )


def of_day(day: int, sets: tuple[AnswerSet, ...]) -> Observations:
    return seen(*(one for one in sets if one.on <= DAY + timedelta(days=day)), days=day)


def test_the_days_of_a_history_are_found_one_by_one_as_each_alone() -> None:
    days = Days(numbers("red_flags"))

    found = [days.assess(of_day(day, history())) for day in range(7)]

    assert found == [find(of_day(day, history())) for day in range(7)]


@pytest.mark.parametrize(
    "other",
    [
        (told(noes(age_years=16)), *history()[1:]),
        (*history()[:1], told({"giving_way": True}, days=1), *history()[2:]),
        history()[:2],
    ],
    ids=["another age", "another answer", "fewer answers"],
)
def test_where_the_past_reads_otherwise_all_of_it_is_told_anew(other: tuple[AnswerSet, ...]) -> None:
    days = Days(numbers("red_flags"))

    first = days.assess(of_day(6, history()))
    second = days.assess(of_day(6, other))
    again = days.assess(of_day(6, history()))

    assert first == again == find(of_day(6, history()))
    assert second == find(of_day(6, other))
    assert first != second


@pytest.mark.parametrize(
    "other",
    [
        (entry(1, limp=True), entry(2), entry(3, limp=False)),
        (sore(9), entry(2), entry(3, limp=True)),
        (entry(1), entry(2), entry(3, limp=True), entry(4, during=score(8, 4))),
        (entry(1),),
    ],
    ids=["over again", "another score", "one more", "fewer"],
)
def test_an_entry_that_reads_otherwise_is_read_again_with_all_behind_it(
    other: tuple[DiaryEntry, ...],
) -> None:
    form = told(noes(), days=0)
    limping = seen(form, days=5, entries=(entry(1), entry(2), entry(3, limp=True)))
    days = Days(numbers("red_flags"))

    found = [days.assess(limping), days.assess(seen(form, days=5, entries=other)), days.assess(limping)]

    assert found == [find(limping), find(seen(form, days=5, entries=other)), find(limping)]


def test_a_score_of_a_later_instant_speaks_on_the_day_looked_at_and_on_its_own_day_from_then_on() -> None:
    form = told(noes(), days=0)
    looked = [seen(form, days=day, entries=(sore(3, late=None), sore(9, day=1))) for day in (1, 2, 3)]
    hurt = entry(1, after_60min=score(9, 3))
    looked += [seen(form, days=day, entries=(hurt,)) for day in (1, 2, 3, 4)]
    days = Days(numbers("red_flags"))

    assert [days.assess(one) for one in looked] == [find(one) for one in looked]
    assert [flag.since for one in looked[3:] for flag in find(one).flags] == [
        DAY + timedelta(days=day) for day in (1, 2, 3, 3)
    ]


def test_what_a_score_said_that_was_amended_is_gone() -> None:
    form, first = told(noes()), entry(1)
    days = Days(numbers("red_flags"))
    looked = [seen(form, days=5, entries=(first, one)) for one in (entry(2, during=score(9, 2)), entry(2))]

    assert [bool(days.assess(one).flags) for one in looked] == [True, False]


# -------------------------------------------------------------------------------------------------- exercises


@pytest.mark.parametrize(("value", "flagged"), [(7, False), (8, True), (None, False)])
@pytest.mark.parametrize("which", ["during", "morning"])
def test_a_score_of_an_exercise_above_seven_counts(which: str, value: int | None, flagged: bool) -> None:
    knee = entry(1, about_run=False, **{which: score(value, 2)})
    done = ExerciseEntry(on=knee.on, exercise="split_squat", legs=(Side.RIGHT,), knees=(knee,))

    found = flags(seen(told(noes()), days=3, exercises=(done,)))

    assert ("pain_above_7" in found) is flagged


@pytest.mark.parametrize(("cleared_at", "flagged"), [(9, True), (11, False)])
def test_a_limp_that_is_told_after_its_scores_speaks_when_it_was_told(cleared_at: int, flagged: bool) -> None:
    young = told(noes(age_years=16, thigh_pain=False, foot_turns_out=False))
    limps = entry(0, during=score(1, 0), limp=True, limp_told_at=at(1))
    word = (cleared(days=1, hour=cleared_at),)

    assert ("young_hip" in flags(seen(young, entries=(limps,), days=1, clearances=word))) is flagged


# -------------------------------------------------------------------------------------------- an illness told


def ill(day: int, until: int | None = None, *, told_on: int | None = None) -> Illness:
    last = None if until is None else DAY + timedelta(days=until)
    told_at = at(day if told_on is None else told_on)
    return Illness(record_id=f"ill-{day}", at=told_at, on=DAY + timedelta(days=day), until=last)


@pytest.mark.parametrize("sign", ["swelling", "hot_or_red_joint"])
@pytest.mark.parametrize("ill_first", [True, False])
def test_an_illness_that_was_told_is_feeling_unwell(sign: str, *, ill_first: bool) -> None:
    sore, sick = (2, 1) if ill_first else (1, 2)
    told_of = (told(noes()), told({sign: True}, days=sore))

    found = find(seen(*told_of, days=3, illnesses=(ill(sick),)))

    assert found.urgency is Urgency.EMERGENCY
    assert find(seen(*told_of, days=3)).urgency < Urgency.EMERGENCY


@pytest.mark.parametrize(("until", "told_on", "urgent"), [(1, 2, False), (2, 2, True), (None, 2, True)])
def test_an_illness_that_was_over_when_it_was_told_is_none(
    until: int | None, told_on: int, *, urgent: bool
) -> None:
    told_of = (told(noes()), told({"swelling": True}, days=1, hour=20))

    found = flags(seen(*told_of, days=3, illnesses=(ill(0, until, told_on=told_on),)))

    assert ("hot_joint_unwell" in found) is urgent


@pytest.mark.parametrize(("swollen_on", "urgent"), [(3, True), (4, False)])
def test_after_its_last_day_nobody_feels_ill(swollen_on: int, *, urgent: bool) -> None:
    told_of = (told(noes()), told({"swelling": True}, days=swollen_on))

    found = flags(seen(*told_of, days=5, illnesses=(ill(1, 3),)))

    assert ("hot_joint_unwell" in found) is urgent


def test_the_end_of_one_illness_ends_no_other_that_lasts() -> None:
    told_of = (told(noes()), told({"swelling": True}, days=5))

    assert "hot_joint_unwell" in flags(seen(*told_of, days=5, illnesses=(ill(1, 3), ill(2))))


@pytest.mark.parametrize("ended_on", [None, 3, 5])
def test_what_an_illness_raised_does_not_end_with_it(ended_on: int | None) -> None:
    # Told on day 2 while it lasted; its end is told with it, on its last day, or later of a day before it.
    told_of = (told(noes()), told({"swelling": True}, days=2, hour=18))
    ended_at = None if ended_on is None else at(ended_on)
    lasted = replace(ill(1, 1 if ended_on == 5 else 3, told_on=2), ended_at=ended_at)

    assert "hot_joint_unwell" in flags(seen(*told_of, days=6, illnesses=(lasted,)))


@pytest.mark.parametrize(
    ("until", "ended_on", "swollen_on", "hour", "urgent"),
    [
        (1, 5, 4, 18, True),
        (1, 5, 5, 6, True),
        (1, 5, 5, 18, False),
        (2, 3, 3, 6, True),
        (2, 3, 3, 18, False),
        (5, 3, 5, 18, True),
        (5, 3, 6, 18, False),
    ],
)
def test_an_illness_is_heard_until_its_end_is_told_and_through_its_last_day(
    until: int, ended_on: int, swollen_on: int, hour: int, *, urgent: bool
) -> None:
    sore = told({"swelling": True}, days=swollen_on, hour=hour)
    lasted = replace(ill(1, until), ended_at=at(ended_on))

    assert ("hot_joint_unwell" in flags(seen(told(noes()), sore, days=7, illnesses=(lasted,)))) is urgent


@pytest.mark.parametrize("first_ended_on", [None, 5])
def test_the_end_of_one_illness_keeps_the_one_beside_it_until_its_own_end_is_told(
    first_ended_on: int | None,
) -> None:
    # The first was over by its last day; the end of the second is told two days later, of a day long past.
    first = ill(1, 2) if first_ended_on is None else replace(ill(1, 2), ended_at=at(first_ended_on))
    second = replace(ill(2, 2), ended_at=at(5, 6))
    sore = told({"swelling": True}, days=4)

    assert "hot_joint_unwell" in flags(seen(told(noes()), sore, days=7, illnesses=(first, second)))


def test_an_illness_that_comes_later_makes_nobody_ill_in_between() -> None:
    noes_told = (told({"swelling": False}, days=day) for day in (6, 8))
    told_of = (told(noes()), told({"swelling": True}, days=5), *noes_told)

    assert flags(seen(*told_of, days=11, illnesses=(ill(1, 3), ill(10)))) == {}


def test_an_illness_that_is_told_at_the_instant_of_another_one_s_end_lasts() -> None:
    ended, begun = replace(ill(2, 2), ended_at=at(5)), ill(1, told_on=5)
    told_of = (told(noes()), told({"swelling": True}, days=6))

    assert "hot_joint_unwell" in flags(seen(*told_of, days=7, illnesses=(begun, ended)))


@pytest.mark.parametrize(("sick", "urgency"), [((), Urgency.NONE), ((1,), Urgency.SAME_DAY)])
def test_pain_in_one_calf_while_ill_is_looked_at_the_same_day(
    sick: tuple[int, ...], urgency: Urgency
) -> None:
    calf = told(
        noes(calf_pain=True, calf_pain_one_sided=True, travel_illness_or_hormones_lately=False), days=3
    )

    assert find(seen(told(noes()), calf, days=3, illnesses=tuple(map(ill, sick)))).urgency is urgency


@pytest.mark.parametrize(
    "between",
    [
        {"answers": told(noes(), days=3)},
        {"answers": told(noes(feels_unwell=False), days=3)},
        {"clearances": cleared(days=3)},
    ],
)
def test_neither_a_no_nor_a_clearance_says_that_an_illness_is_over(between: dict[str, Any]) -> None:
    sore = told({"swelling": True}, days=4)
    sets = (told(noes()), *([between["answers"]] if "answers" in between else []), sore)
    cleared_on = (between["clearances"],) if "clearances" in between else ()

    found = flags(seen(*sets, days=5, illnesses=(ill(1),), clearances=cleared_on))

    assert "hot_joint_unwell" in found


def test_one_form_with_a_no_to_feeling_unwell_and_a_swollen_knee_counts_as_ill() -> None:
    told_of = (told(noes()), told(noes(swelling=True), days=3))

    assert "hot_joint_unwell" in flags(seen(*told_of, days=3, illnesses=(ill(1),)))


def test_the_end_of_an_illness_answers_no_question() -> None:
    unasked = {key: said for key, said in noes().items() if key != "feels_unwell"}

    asked = [find(seen(told(unasked), days=5, illnesses=some)).ask for some in ((), (ill(1, 3),))]
    stays = flags(
        seen(told(noes(feels_unwell=True)), told({"swelling": True}, days=5), days=5, illnesses=(ill(1, 3),))
    )

    assert asked == [("feels_unwell",), ("feels_unwell",)]
    assert "hot_joint_unwell" in stays


def test_an_illness_that_was_over_when_it_was_told_keeps_no_other_from_ending() -> None:
    told_of = (told(noes()), told({"swelling": True}, days=10))
    ended, late = ill(1, 3), ill(4, 6, told_on=9)

    assert "hot_joint_unwell" not in flags(seen(*told_of, days=10, illnesses=(ended, late)))


# --------------------------------------------------------------------------------------- as a moment knew it


@pytest.mark.parametrize(("hour", "stops"), [(11, True), (12, False), (13, False)])
def test_up_to_a_moment_nothing_is_heard_that_was_told_later(hour: int, *, stops: bool) -> None:
    told_of = (told(noes()), told({"locked_knee": True}, days=2))
    word = (cleared(days=3, hour=12),)
    watched = seen(*told_of, days=3, clearances=word)

    then = assess(watched, numbers("red_flags"), until=at(3, hour))

    assert then.urgency.stops_running is stops
    assert not find(watched).urgency.stops_running
