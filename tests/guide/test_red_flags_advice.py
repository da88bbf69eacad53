"""What is said beside a flag, a question and a pause, and what it rests on."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from kneewise.guide.red_flags import advise
from kneewise.model.evidence import Grade, Reason
from kneewise.model.findings import Assessment, Flag, SafetyFinding, Urgency
from kneewise.model.plan import Advice
from tests.guide.made import DAY, assessment, cleared, noes, numbers, seen, told


@cache
def quiet() -> Assessment:
    return assessment(seen(told(noes())))


def reason(rule: str) -> Reason:
    return Reason(rule=rule, grade=Grade.D, sources=("kneewise-design",))


def flag(key: str, urgency: Urgency) -> Flag:
    return Flag(key=key, urgency=urgency, since=DAY, because=reason(key))


def advice(urgency: Urgency = Urgency.NONE, **more: Any) -> tuple[Advice, ...]:
    safety = SafetyFinding(**{"urgency": urgency, "may_run": False, "because": (reason("why"),), **more})
    return advise(replace(quiet(), safety=safety), numbers("red_flags"))


def actions(urgency: Urgency = Urgency.NONE, **more: Any) -> list[str]:
    return [one.action for one in advice(urgency, **more)]


@pytest.mark.parametrize(
    ("urgency", "said"),
    [
        (Urgency.NONE, []),
        (Urgency.ROUTINE, ["care.routine"]),
        (Urgency.WITHIN_DAYS, ["care.within_days", "log.keep", "daily_life.pain_free"]),
        (Urgency.SAME_DAY, ["care.same_day", "log.keep"]),
        (Urgency.EMERGENCY, ["care.emergency", "log.keep"]),
    ],
)
def test_each_urgency_says_where_to_go_and_what_is_left(urgency: Urgency, said: list[str]) -> None:
    assert actions(urgency) == said


def test_every_word_of_the_room_is_of_daily_life_and_has_its_reason() -> None:
    said = advice(Urgency.WITHIN_DAYS, flags=(flag("lump", Urgency.WITHIN_DAYS),), ask=("limp",))

    assert len(said) == 4
    assert {(one.room, one.daily_life, one.optional) for one in said} == {("red_flags", True, False)}
    assert all(one.because for one in said)


def test_where_to_go_rests_on_the_flags_of_that_urgency_and_what_is_left_on_everything() -> None:
    flags = (
        flag("lump", Urgency.SAME_DAY),
        flag("limp", Urgency.SAME_DAY),
        flag("catching", Urgency.ROUTINE),
    )
    care, log = advice(Urgency.SAME_DAY, flags=flags)

    assert [one.rule for one in care.because] == ["lump", "limp"]
    assert [one.rule for one in log.because] == ["why"]


def test_what_is_asked_is_counted() -> None:
    (ask,) = advice(ask=("limp", "lump"))

    assert (ask.action, ask.amounts) == ("ask.answer_first", {"questions": 2})
    assert [one.rule for one in ask.because] == ["why"]


@pytest.mark.parametrize("urgency", Urgency)
def test_what_may_be_an_emergency_is_said_beside_all_that_is_less(urgency: Urgency) -> None:
    said = advice(urgency, ask=("limp", "foot_drop"), in_doubt=("foot_drop",))

    doubts = [one for one in said if one.action == "ask.in_doubt"]
    assert [one.amounts for one in doubts] == [{"questions": 1}] * (urgency < Urgency.EMERGENCY)


def test_what_is_asked_without_a_reason_gets_one() -> None:
    ask, pause = advice(ask=("limp",), paused=True, because=())

    assert [one.rule for one in (*ask.because, *pause.because)] == ["red_flags.not_asked"] * 2
    assert ask.because[0].limit == 7


def test_a_pause_is_said_where_nothing_worse_is() -> None:
    assert actions(paused=True) == ["pause.all_but_running"]
    assert actions(Urgency.ROUTINE, paused=True) == ["care.routine", "pause.all_but_running"]
    assert "pause.all_but_running" not in actions(Urgency.WITHIN_DAYS, paused=True)


def test_the_words_of_a_real_day_have_the_reasons_of_its_flags() -> None:
    clear = seen(told(noes(lump=True)), days=2, clearances=(cleared(days=1),))
    found = assessment(seen(told(noes(lump=True, catching_or_clicking=True))))

    said = advise(found, numbers("red_flags"))

    assert [one.rule for one in said[0].because] == ["red_flags.lump"]
    assert advise(assessment(clear), numbers("red_flags")) == ()
    assert found.safety.flags[0].since == DAY + timedelta(0)
