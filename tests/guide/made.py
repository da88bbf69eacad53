"""Runners made for the tests of the rooms."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import import_module
from typing import Any

from kneewise.guide import red_flags
from kneewise.knowledge import read_numbers
from kneewise.model.answers import Answer, AnswerSet, Origin
from kneewise.model.diary import Clearance
from kneewise.model.findings import Assessment, SafetyFinding
from kneewise.model.observations import Observations
from kneewise.model.runner import Settings

DAY = date(2026, 11, 23)

ROOMS = (
    "red_flags",
    "step1_pain",
    "step2_load",
    "step3_cadence",
    "step4_strength",
    "step5_ankle",
    "step6_footwear",
    "step7_recovery",
    "tips",
)


@cache
def numbers(room: str) -> Any:
    return read_numbers(f"kneewise.guide.{room}", import_module(f"kneewise.guide.{room}").Numbers)


def noes(**changes: Answer) -> dict[str, Answer]:
    """A runner of thirty whose every safety answer is no, but for the changes."""
    catalogue = numbers("red_flags").catalogue
    answers: dict[str, Answer] = {
        question.key: False for question in catalogue.required if question.key in catalogue.yes_no
    }
    answers |= {"age_years": 30, "knee": "right", "more_running_lately": False}
    return answers | changes


def told(answers: Mapping[str, Answer], *, days: int = 0, hour: int = 9) -> AnswerSet:
    """Answers given some days after the first day."""
    on = DAY + timedelta(days=days)
    at = datetime.combine(on, time(hour), tzinfo=UTC)
    return AnswerSet(record_id=f"{on}-{hour}", at=at, on=on, origin=Origin.SCREENING, answers=answers)


def cleared(*, days: int = 0, hour: int = 18, may_run: bool = True) -> Clearance:
    """A clinician's word some days after the first day."""
    on = DAY + timedelta(days=days)
    at = datetime.combine(on, time(hour), tzinfo=UTC)
    return Clearance(record_id=f"{on}-c", at=at, on=on, by="physiotherapist", may_run=may_run)


def seen(*sets: AnswerSet, days: int = 0, **more: Any) -> Observations:
    """Look at a runner some days after the first day."""
    answers: dict[str, Answer] = {}
    for given in sets:
        answers |= given.answers
    on = DAY + timedelta(days=days)
    return Observations(
        on=on,
        settings=more.pop("settings", Settings()),
        started_on=DAY,
        answers=answers,
        answer_sets=sets,
        **more,
    )


def find(at: Observations) -> SafetyFinding:
    """Ask the red flags."""
    return red_flags.assess(at, numbers("red_flags"))


def assessment(at: Observations) -> Assessment:
    """Ask all nine rooms."""
    found = [import_module(f"kneewise.guide.{room}").assess(at, numbers(room)) for room in ROOMS]
    safety, pain, load, cadence, strength, ankle, footwear, recovery, tips = found
    return Assessment(
        safety=safety,
        pain=pain,
        load=load,
        cadence=cadence,
        strength=strength,
        ankle=ankle,
        footwear=footwear,
        recovery=recovery,
        tips=tips,
    )
