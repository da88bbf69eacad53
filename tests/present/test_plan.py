"""The plan and the day's advice as text: reasons, grades and sources, and nothing that is not so."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kneewise.model.plan import Decision, SessionKind
from kneewise.model.runner import Settings
from kneewise.present.json import patterns_json, plan_json
from kneewise.present.page import Lines
from kneewise.present.reasons import advice_sentence, with_unit
from kneewise.present.text import today_lines
from kneewise.present.week import plan_lines, week_lines
from tests.engine.made import Runner, sore_runner, with_cadence

HEALING = sore_runner().decided(1)
QUICKENING = with_cadence(sore_runner()).each_week(12).run(1, 28).run(3, 28).decided(9)
"""The block of quicker steps has begun."""

STOPPED = sore_runner().run(1, 28).told(1, {"swelling": True}, hour=20).decided(1)
ASKING = sore_runner().run(1, 28).decided(9)
"""Its answers are more than a week old."""

SAID_NOTHING = Runner().usually().decided(0)
Laid = Callable[..., Lines]
MARK = re.compile(r"\[[A-DX]\xa0\d+(,\xa0\d+)*(;\xa0[A-DX]\xa0\d+(,\xa0\d+)*)*\]")


def words(lines: Lines) -> str:
    return re.sub("[ \n]+", " ", "\n".join(line.text for line in lines))


def below(lines: Lines, heading: str) -> str:
    """Give the words of one section."""
    texts = [line.text for line in lines]
    rest = texts[texts.index(heading) + 1 :]
    return re.sub("[ \n]+", " ", "\n".join(rest[: rest.index("")]))


@pytest.mark.parametrize("heading", ["Also today", "What helps meanwhile"])
def test_every_advice_has_its_grade_and_the_places_of_its_sources(heading: str) -> None:
    lay_out = today_lines if heading == "Also today" else plan_lines

    lines = lay_out(HEALING, settings=Settings())

    said = below(lines, heading)
    notes = below(lines, "Grades and sources")
    assert len(MARK.findall(said)) > 5
    cited = {place for mark in MARK.finditer(said) for place in re.findall(r"\d+", mark[0])}
    assert all(f"[{place}]" in notes for place in cited)
    assert all(f"Grade {grade}:" in notes for grade in set(re.findall(r"[\[\xa0]([A-DX])\xa0", said)))


def test_the_plan_gives_its_reasons() -> None:
    said = below(plan_lines(HEALING, settings=Settings()), "Why")

    assert "By your watch’s files your usual run was 40 minutes" in said


@pytest.mark.parametrize(
    "about",
    [
        "Watch the calf",
        "orthotic only if prescribed",
        "Anti-inflammatory pills only if needed",
        "Warm up for",
    ],
)
def test_what_has_to_be_done_is_not_called_optional(about: str) -> None:
    said = words(plan_lines(QUICKENING, settings=Settings()))

    _before, named, after = said.partition(about)

    assert named
    assert "Optional" not in MARK.split(after)[0]
    assert "Optional" in said


def test_today_leaves_to_the_plan_what_is_not_for_today() -> None:
    today = words(today_lines(HEALING, settings=Settings()))

    assert "Ask a pharmacist" not in today
    assert "patellofemoral" not in below(today_lines(HEALING, settings=Settings()), "Also today")
    assert re.search(r"\d+ more in the plan", today)


def test_somebody_who_said_nothing_fits_no_pattern_and_meets_no_number_of_days() -> None:
    said = words(plan_lines(SAID_NOTHING, settings=Settings()))
    answered = plan_json(SAID_NOTHING)

    assert "What it could be" not in said
    assert "The rule: 7 days" not in said
    assert isinstance(answered, dict)
    assert answered["pain"] == {"patterns": [], "first": None, "unclear": True, "in_runs": []}


def test_beside_a_stop_no_pattern_is_offered_as_what_explains_it() -> None:
    free, stopped = sore_runner().decided(0), sore_runner(night_pain=True).decided(0)

    said, answered = words(plan_lines(stopped, settings=Settings())), plan_json(stopped)

    assert patterns_json(free)["patterns"]
    assert patterns_json(stopped) == {"patterns": [], "first": None, "unclear": True}
    assert "What it could be" not in said
    assert isinstance(answered, dict)
    assert answered["pain"] == {**patterns_json(stopped), "in_runs": []}


def test_patterns_that_fit_poorly_take_one_line() -> None:
    said = below(plan_lines(HEALING, settings=Settings()), "What it could be")

    assert said.count("fits poorly") == 1


def test_nothing_is_called_no_diagnosis_twice_in_a_section() -> None:
    said = words(plan_lines(HEALING, settings=Settings()))

    assert said.count("This is not a diagnosis.") <= 2


def test_a_day_of_another_year_is_named_with_its_year() -> None:
    for lay_out in (today_lines, week_lines, plan_lines):
        now = lay_out(HEALING, settings=Settings(), today=date(2026, 12, 1))
        later = lay_out(HEALING, settings=Settings(), today=date(2027, 1, 2))
        assert (now[0].text[:15], later[0].text[:20]) == ("Tuesday 3 March", "Tuesday 3 March 2026")


def test_the_places_of_sources_are_in_order() -> None:
    said = words(plan_lines(HEALING, settings=Settings()))

    rows = [
        [int(one) for one in re.findall(r"\d+", row)]
        for row in re.findall(r"Grade [A-DX] \[([^\]]+)\]", said)
    ]

    assert rows
    assert all(row == sorted(row) for row in rows)


def test_when_to_stop_says_of_a_limp_what_the_advice_says() -> None:
    limping = sore_runner().run(1, 28, limp=True).decided(2)
    said = words(plan_lines(limping, settings=Settings()))

    assert "With a limp: no running, walking as far as it goes without one" in said
    assert "Walk for now, as far as it goes without a limp" in said
    assert not re.search(r"Stop running and see a clinician:[^.]*limp", said)


@pytest.mark.parametrize("lay_out", [week_lines, plan_lines])
@pytest.mark.parametrize("waits", [STOPPED, ASKING])
def test_no_limit_stands_beside_a_week_without_running(lay_out: Laid, waits: Decision) -> None:
    assert "Not more than" in words(lay_out(HEALING, settings=Settings()))
    assert not waits.plan.may_run
    assert "Not more than" not in words(lay_out(waits, settings=Settings()))


def test_while_running_is_off_nothing_is_said_of_the_score_of_a_run() -> None:
    assert "counts as green" in words(today_lines(HEALING, settings=Settings()))
    assert "how the knee is each morning" in below(today_lines(STOPPED, settings=Settings()), "Until then")
    assert "counts as green" not in words(today_lines(STOPPED, settings=Settings()))


def test_no_minutes_stand_beside_a_lower_limit_without_its_reason() -> None:
    late = Runner().usually()
    late.activities = [one for one in late.activities if one.on < late.date(-21)]
    decision = late.screened(last_run_on=late.date(-3)).decided(0)
    run_min = int(decision.plan.caps.run_min or 0)

    gap = "by your answers the last one was 3 days ago. An answer alone lengthens no run"
    week, plan = (words(lay_out(decision, settings=Settings())) for lay_out in (week_lines, plan_lines))
    assert gap in below(week_lines(decision, settings=Settings()), "Not more than")
    assert f"Another limit is lower now: {run_min} minutes." in plan
    assert f"at most {run_min} minutes a run" in plan
    assert gap in plan
    assert "Another limit" not in words(plan_lines(HEALING, settings=Settings()))
    assert "Your files and your diary have 23 days without a run" in week


def test_a_gap_that_no_answer_contradicts_is_said_alone() -> None:
    late = Runner().usually()
    late.activities = [one for one in late.activities if one.on < late.date(-21)]

    said = words(week_lines(late.screened().decided(0), settings=Settings()))

    assert "- 23 days without a run: from 14 days on, the next ones have at most 50 % of the length." in said


def test_the_plan_says_why_a_room_advises_nothing_or_what_it_goes_by() -> None:
    plain = below(plan_lines(HEALING, settings=Settings()), "What helps meanwhile")
    quick = with_cadence(sore_runner(), 180.0).decided(1)
    said = below(plan_lines(quick, settings=Settings()), "What helps meanwhile")
    asking = words(plan_lines(ASKING, settings=Settings()))

    assert "Steps Too few runs with steps counted to know your own cadence." in plain
    assert "The knee-to-wall test has not been done on both sides yet." in plain
    assert "Steps Your steps are quick already (180 a minute)." in said
    assert "Too few runs with steps" not in asking


@pytest.mark.parametrize("lay_out", [week_lines, plan_lines])
def test_the_week_names_the_pair_of_each_run(lay_out: Laid) -> None:
    pairs = iter(("Red", "Blue", "Red", "Blue"))
    sessions = tuple(
        replace(one, shoe=next(pairs)) if one.kind is SessionKind.RUN else one
        for one in HEALING.plan.sessions
    )

    said = words(
        lay_out(replace(HEALING, plan=replace(HEALING.plan, sessions=sessions)), settings=Settings())
    )

    assert re.findall(r"Run, \d+ min, (?:on soft ground, )?in (\w+)", said)[:2] == ["Red", "Blue"]
    assert ", in " not in words(lay_out(HEALING, settings=Settings()))


def test_a_day_in_an_advice_is_said_in_words() -> None:
    amounts = {"by": "podiatrist Jones", "prescribed_on": "2026-11-22"}
    one = replace(HEALING.plan.advice[0], action="shoes.wedge_prescribed", amounts=amounts)

    assert "prescribed by podiatrist Jones on 22 November 2026" in advice_sentence(one)


@pytest.mark.parametrize(("km", "said"), [(804.7, "805 km"), (99.4, "99.4 km"), (100.4, "100 km")])
def test_kilometres_of_a_pair_are_said_whole(km: float, said: str) -> None:
    assert with_unit(km, "km") == said
