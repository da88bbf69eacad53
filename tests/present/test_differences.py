"""Where the guide and the evidence differ, both are shown, and in one sentence why: in plan and guide."""

import re
from functools import cache

import pytest

from kneewise.model.evidence import Reason
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.present import guide
from kneewise.present.differences import PLACES, differences
from kneewise.present.guide_text import guide_lines, step_lines
from kneewise.present.json import decision_json
from kneewise.present.page import Lines
from kneewise.present.reasons import reason_sentence
from kneewise.present.week import plan_lines
from kneewise.web.pages.guide import show_guide, show_step
from kneewise.web.pages.today import show_today
from tests.engine.made import sore_runner, with_cadence
from tests.guide.made import noes, seen, told
from tests.guide.test_words import looks
from tests.guide.test_words import said as said_by_rooms

BOTH_SIDES = {
    "step1_pain.watch_while_calming": ("7 to 14 days", "Nothing shows that waiting helps"),
    "step1_pain.watch_tendon": ("7 to 14 days", "no study was looked at"),
    "step2_load.guide_cut": ("30 to 50 percent", "No trial tests that"),
    "step3_cadence.guide_range": ("170 to 180", "Studies do not support one figure"),
    "step5_ankle.guide_drill": ("5 to 10 minutes a day", "No good trial shows that it helps"),
    "step6_footwear.life": ("300 to 500 miles", "a habit of makers and coaches and no study"),
    "step6_footwear.gait_matched": ("matches shoes to how the foot rolls", "found no support for that"),
    "step6_footwear.wedge": ("a wedge of 3 to 5 mm", "No study of runners tests that wedge"),
    "tips.warm_up": ("8 to 10 minutes", "No trial in runners’ knees tests it"),
    "tips.week_pace": ("at most 10 percent more a week", "A trial found no fewer injuries by it"),
    "tips.circuit": ("10 to 12 minutes, 2 times a week", "Studies that helped a sore knee did more"),
    "tips.soft_surface": ("1 or 2 runs a week", "The ground was not seen to change injuries"),
    "tips.shoe_log": ("2 pairs in turn", "which is little to go by"),
    "tips.cadence_slowly": ("over 2 to 4 weeks", "Studies took as long or longer"),
    "red_flags.pain_above_7": ("above 7 of 10: the guide’s line", "a late one"),
    "red_flags.catching": ("the guide counts it among the signs for a scan", "By itself it says little"),
}
"""By reason: the guide's side, and the side of the studies."""

PAGES = {
    "step1": ("7 to 14 days", "Half of recreational runners", "Nothing shows that a week or two of watching"),
    "step2": ("30 to 50 percent", "learning to steer the load by symptoms", "no trial tests it"),
    "step3": ("170 to 180", "lowers the peak load on the kneecap", "No study supports one number"),
    "step5": (
        "5 to 10 minutes a day",
        "No good trial shows",
        "likely to matter only where an ankle is stiff",
    ),
    "step6": ("300 to 500 miles", "changes injuries little", "is not supported"),
}
"""By step: a piece of what the guide says, of what studies say, and of why they differ."""

REMARKS = {
    "tip1": ("8 to 10 minutes of brisk walking", "No trial in runners’ knees tests it"),
    "tip2": ("by no more than 10 percent", "no better than more than twice as much"),
    "tip3": ("strength circuit of 10 to 12 minutes", "Studies that helped a sore knee did more"),
    "tip4": ("softer ground 1 or 2 times", "not seen to change injuries, so"),
    "tip5": ("2 pairs in turn", "which is little to go by, so"),
    "tip6": ("2 to 4 weeks", "Studies took as long or longer, because"),
    "warning1": ("Pain above 7 of 10", "a late line: runners with a sore kneecap did well by staying at 2"),
    "warning2": ("sharp, catching or night pain", "Catching alone says little"),
}
"""By tip or warning: a piece of what the guide says, and of what studies say."""

CALM = with_cadence(sore_runner()).each_week(12).decided(9)


@cache
def every_reason() -> dict[str, Reason]:
    """Give the reasons of runners who together are told most of what there is, by rule."""
    signs = seen(told(noes(pain_above_7=True, catching_or_clicking=True)))
    return {reason.rule: reason for at in (*looks(), signs) for reason in said_by_rooms(at)[1]}


def words(lines: Lines) -> str:
    return re.sub("[ \n]+", " ", "\n".join(line.text for line in lines)).replace("\xa0", " ")


def plan(decision: Decision) -> str:
    return words(plan_lines(decision, settings=Settings()))


def test_every_place_has_its_reasons_and_no_reason_is_without_a_place() -> None:
    assert [*PLACES] == ["step1", "step2", "step3", "step5", "step6", "tips", "warnings"]
    assert {rule for rules in PLACES.values() for rule in rules} == BOTH_SIDES.keys()


@pytest.mark.parametrize("place", PLACES)
def test_a_reason_shows_both_sides_and_why(place: str) -> None:
    for rule in PLACES[place]:
        reason = every_reason()[rule]
        said = reason_sentence(reason)

        assert all(side in said for side in BOTH_SIDES[rule])
        assert re.search(r"\b(so|because)\b", said)
        assert reason.sources
        assert reason.reviewed_by


@pytest.mark.parametrize("place", [place for place in PLACES if place != "warnings"])
def test_the_plan_shows_both_sides_with_grade_and_source(place: str) -> None:
    answered = str(decision_json(CALM))
    said = plan(CALM)
    shown = {reason.rule: reason_sentence(reason) for reason in (*differences(CALM), *CALM.plan.because)}

    rules = [rule for rule in PLACES[place] if rule in shown]
    assert rules
    for rule in rules:
        assert all(side in said for side in BOTH_SIDES[rule])
        assert re.search(
            rf"{re.escape(shown[rule])} (\[[A-DX] [\d, ]+\]|The rule: .*? Grade [A-DX] \[)", said
        )
        assert rule in answered


@pytest.mark.parametrize(
    ("sign", "rule"),
    [("pain_above_7", "red_flags.pain_above_7"), ("catching_or_clicking", "red_flags.catching")],
)
def test_a_warning_that_is_in_force_shows_both_sides_under_why(sign: str, rule: str) -> None:
    said = plan(sore_runner(**{sign: True}).decided(0))

    assert all(side in said.partition(" Why ")[2] for side in BOTH_SIDES[rule])


def test_what_why_says_already_is_not_said_twice() -> None:
    assert plan(CALM).count("30 to 50 percent") == 1
    assert "step2_load.guide_cut" not in {reason.rule for reason in differences(CALM)}


@pytest.mark.parametrize("step", PAGES)
def test_the_guide_shows_both_sides_of_a_step_and_why(step: str) -> None:
    guides, studies, why = PAGES[step]
    page, said = show_step(step), words(step_lines(step))

    assert guides in page.beside.said[0]
    assert studies in page.beside.evidence[0]
    assert why in page.beside.differs[0]
    assert all(part in said for part in PAGES[step])
    assert page.beside.grade.letter
    assert page.beside.sources


@pytest.mark.parametrize("remark", REMARKS)
def test_the_guide_shows_both_sides_of_a_tip_or_warning(remark: str) -> None:
    index = show_guide()
    shown = dict(
        zip((*guide.TIPS, *guide.WARNINGS), (*index.tips, *index.warnings), strict=True),
    )[remark]

    guides, studies = REMARKS[remark]
    assert guides in shown.said
    assert studies in shown.note
    assert shown.grade.letter
    assert shown.source
    assert all(part in words(guide_lines()) for part in REMARKS[remark])


def test_all_advice_has_a_grade_a_source_and_says_who_reviewed_it() -> None:
    reasons = [reason for one in CALM.plan.advice for reason in one.because]

    assert all(one.because for one in CALM.plan.advice)
    assert all(reason.grade and reason.sources and reason.reviewed_by for reason in reasons)
    assert "Its rules have not been reviewed by a clinician yet." in plan(CALM)


def test_the_page_of_the_day_shows_both_sides_and_the_sources_of_advice() -> None:
    day = show_today(CALM)
    advice = [*day.first, *(one for room in day.also for one in room.advice)]

    assert {one.claim for one in day.differs} == {reason_sentence(one) for one in differences(CALM)}
    assert all(one.source and one.grade.letter for one in advice)
    assert all(one.source and one.grade.letter for one in day.differs)
    assert day.unreviewed
