"""Pain and load on one axis of days."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.findings import Colour, Urgency
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.places import Side
from kneewise.model.plan import Phase, RunColour
from kneewise.model.report import PastFlag, PhaseBegin, ReportFacts
from kneewise.model.runner import Settings
from kneewise.present.course import draw_course
from kneewise.present.report import set_report
from tests.web.made import ON, make_activity, make_decision

WEEKS = 4
SINCE = ON - timedelta(days=7 * WEEKS - 1)


def entry(days_ago: int, *, run: bool = False, side: Side = Side.RIGHT, **scores: int) -> DiaryEntry:
    at = datetime(2026, 11, 25, 8, tzinfo=UTC) - timedelta(days=days_ago)
    timed: dict[str, Any] = {name: TimedScore(value=score, at=at) for name, score in scores.items()}
    return DiaryEntry(on=ON - timedelta(days=days_ago), side=side, about_run=run, activity=None, **timed)


def facts(*entries: DiaryEntry, sides: tuple[Side, ...] = (Side.RIGHT,), **more: Any) -> ReportFacts:
    seen = Observations(
        on=ON, settings=Settings(), started_on=SINCE, sore_sides=sides, entries=entries, **more
    )
    return ReportFacts(on=ON, since=SINCE, settings=Settings(), decision=make_decision(), seen=seen)


def test_mornings_that_are_near_are_joined_and_others_are_not() -> None:
    (panel,) = draw_course(facts(entry(9, morning=2), entry(3, morning=1), entry(1, morning=0))).pain

    assert len(panel.mornings) == 3
    assert panel.joins == ((panel.mornings[1], panel.mornings[2]),)


def test_each_day_has_the_middle_of_its_place() -> None:
    (panel,) = draw_course(facts(entry(27, morning=6), entry(0, morning=0))).pain

    (first_x, first_y), (last_x, last_y) = panel.mornings
    assert first_x == pytest.approx(100 * 0.5 / 28, abs=0.01)
    assert last_x == pytest.approx(100 * 27.5 / 28, abs=0.01)
    assert (first_y, last_y) == (0.0, 100.0)


def test_what_lies_before_the_days_is_left_out() -> None:
    (panel,) = draw_course(facts(entry(28, morning=2), entry(40, run=True, during=3))).pain

    assert panel.mornings == ()
    assert panel.marks == ()


def test_a_run_is_marked_at_its_worst_in_its_colour_and_unknown_without_one() -> None:
    told = facts(entry(2, run=True, during=3), entry(1, run=True, during=2))
    amber = RunColour(
        on=ON - timedelta(days=2), side=Side.RIGHT, about_run=True, activity_id=None, colour=Colour.AMBER
    )

    (panel,) = draw_course(replace(told, colours=(amber,))).pain

    assert [(mark.y, mark.colour) for mark in panel.marks] == [(50.0, "amber"), (66.7, "unknown")]


def test_great_pain_raises_the_scale_of_its_own_knee_only() -> None:
    both = facts(
        entry(2, run=True, during=9, side=Side.LEFT), entry(1, morning=1), sides=(Side.LEFT, Side.RIGHT)
    )

    left, right = draw_course(both).pain

    assert [mark.y for mark in left.marks] == [0.0]
    assert {rule.label for rule in left.rules} >= {"8", "limit 2"}
    assert {rule.label for rule in right.rules} == {"0", "limit 2", "4", "6"}


def test_the_minutes_of_two_runs_of_a_day_are_one_bar() -> None:
    runs = (make_activity(2, activity_id="a" * 12), make_activity(2, activity_id="b" * 12))

    drawn = draw_course(facts(activities=runs))

    assert [bar.height for bar in drawn.bars] == [100.0]
    assert [rule.label for rule in drawn.load_rules] == ["0", "15", "30"]


def test_a_phase_reaches_to_the_next_and_the_last_to_the_end() -> None:
    begun = (
        PhaseBegin(on=SINCE - timedelta(days=9), phase=Phase.CALM),
        PhaseBegin(on=SINCE + timedelta(days=14), phase=Phase.BUILD),
    )

    drawn = draw_course(replace(facts(), phases=begun))

    assert [(one.label, one.x, one.until) for one in drawn.phases] == [
        ("Calm", 0.0, 50.0),
        ("Build", 50.0, 100.0),
    ]


def test_a_flag_is_marked_on_its_day_also_when_it_is_over() -> None:
    gone = PastFlag(key="swelling", urgency=Urgency.WITHIN_DAYS, since=SINCE, last_on=SINCE)
    early = replace(gone, since=SINCE - timedelta(days=1))

    drawn = draw_course(replace(facts(), past_flags=(gone, early)))

    assert len(drawn.flags) == 1


@pytest.mark.parametrize(("weeks", "words"), [(1, 1), (6, 6), (12, 6), (26, 7)])
def test_so_many_days_are_named_as_have_room(weeks: int, words: int) -> None:
    told = replace(facts(), since=ON - timedelta(days=7 * weeks - 1))

    assert len(draw_course(told).days) == words


def test_of_two_sore_knees_the_places_are_those_of_the_one_that_was_told() -> None:
    both = facts(sides=(Side.LEFT, Side.RIGHT), answers={"knee": "left", "places": ("shin_bump",)})
    nobody = facts(sides=(Side.LEFT, Side.RIGHT), answers={"places": ("shin_bump",)})

    assert set_report(both).where.said[0] == "Left knee: the bump at the top of the shin."
    assert set_report(nobody).where.said[0] == "The knee: the bump at the top of the shin."
    assert set_report(both).where.said[1] == "Right knee: no place told."
    assert [one.said for one in set_report(both).where.drawings] == ["left, front"]
    assert [one.said for one in set_report(nobody).where.drawings] == ["front"]


def test_the_other_knee_has_places_of_its_own() -> None:
    told = facts(answers={"places": ("shin_bump",), "places_other_knee": ("back_calf", "inner_joint")})

    where = set_report(told).where

    assert where.said[:2] == (
        "Right knee: the bump at the top of the shin.",
        "Left knee: inner side, at the joint, top of the calf.",
    )
    assert len(where.drawings) == 3


def test_more_flags_than_have_room_are_counted() -> None:
    flags = tuple(
        PastFlag(key="swelling", urgency=Urgency.ROUTINE, since=SINCE + timedelta(days=day), last_on=ON)
        for day in range(8)
    )

    made = set_report(replace(facts(), past_flags=flags))

    assert len(made.flags) == 6
    assert made.flags_note.startswith("2 more are in the program.")


def test_a_flag_that_was_assumed_is_asked_about() -> None:
    decision = make_decision(Urgency.SAME_DAY)
    safety = decision.found.safety
    (flag,) = safety.flags
    because = replace(flag.because, rule="red_flags.locked_knee", seen=UNKNOWN.value)
    flags = (replace(flag, assumed=True, because=because),)
    assumed = replace(decision, found=replace(decision.found, safety=replace(safety, flags=flags)))

    made = set_report(replace(facts(), decision=assumed))

    assert made.flags[0].said.endswith("cannot be straightened. Assumed: the answer is not known.")
    assert any(said.startswith("I could not answer this:") for said in made.questions)
