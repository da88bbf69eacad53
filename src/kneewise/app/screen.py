"""Ask what decides whether running is on the plan at all, and store the answers with the decision."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from kneewise.app import clock
from kneewise.app.review import decide_on
from kneewise.app.screen_answers import parse_answers
from kneewise.app.settings import WEEKDAYS
from kneewise.app.writing import append
from kneewise.guide.red_flags import NEEDED
from kneewise.knowledge import read_questions
from kneewise.model.answers import AnswerSet, Origin, Question, QuestionKind
from kneewise.model.diary import Answers, History
from kneewise.model.findings import Urgency
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.store.codec import Json, to_json
from kneewise.store.history import recall_history
from kneewise.store.records import RecordKind, Written, new_record
from kneewise.store.ref import RunnerRef

__all__ = ["ScreenResult", "parse_answers", "questions", "screen"]

ROUNDS = 4
"""Answering "no" may bring a further question; the catalogue is never deeper than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenResult:
    """What the answers lead to.

    Attributes:
        record_id: Of the stored answers; empty for a dry run.
        provisional_urgency: As if everything still to be asked were answered "no".
        may_run: Whether the answers leave running in the plan; what is planned is the decision's.
        provisional_may_run: The same, as if everything still to be asked were answered "no".
    """

    record_id: str
    decision: Decision
    may_run: bool
    provisional_urgency: Urgency
    provisional_may_run: bool


def questions() -> tuple[Question, ...]:
    """List every question, in the order in which they are put to a person."""
    return read_questions()


def screen(
    runner: RunnerRef, answers: Answers, *, at: datetime, dry_run: bool = False, weekly: bool = False
) -> ScreenResult:
    """Judge answers and store them; a dry run stores nothing.

    Args:
        runner: Whose.
        answers: As `parse_answers` reads them.
        at: Now.
        dry_run: Only look.
        weekly: The weekly form, not the first screening.
    """
    history = recall_history(runner)
    local = clock.local(at, history.settings)
    origin = Origin.WEEKLY if weekly else Origin.SCREENING
    said = _written(answers, local, origin)
    told = replace(
        history,
        answers=(*history.answers, cast("AnswerSet", said.value())),
        settings=_with_days(history.settings, answers),
    )
    if dry_run:
        record_id, decision = "", decide_on(told, local.date())
    else:
        logged = append(runner, (said, *_chosen_days(answers, local)), at=local)
        record_id, decision = logged.record_id, logged.decision
    provisional = _with_no(told, decision, local)
    return ScreenResult(
        record_id=record_id,
        decision=decision,
        may_run=_leaves_running(decision, frozenset(decision.plan.ask)),
        provisional_urgency=provisional.plan.urgency,
        provisional_may_run=_leaves_running(provisional, NEEDED),
    )


def _written(answers: Answers, at: datetime, origin: Origin) -> Written:
    payload: Mapping[str, Json] = {"origin": origin.value, "answers": to_json(answers)}
    return new_record(RecordKind.ANSWERS, at=at, on=at.date(), payload=payload)


def _chosen_days(answers: Answers, at: datetime) -> tuple[Written, ...]:
    """Take the days the runner can run on over into the settings."""
    if not (days := _days(answers)):
        return ()
    chosen: list[Json] = [*days]
    return (new_record(RecordKind.SETTINGS, at=at, on=at.date(), payload={"running_days": chosen}),)


def _with_days(settings: Settings, answers: Answers) -> Settings:
    days = _days(answers)
    return replace(settings, running_days=days) if days else settings


def _days(answers: Answers) -> tuple[int, ...]:
    named = answers.get("running_days")
    return tuple(number for number, name in enumerate(WEEKDAYS) if isinstance(named, tuple) and name in named)


def _leaves_running(decision: Decision, needed: frozenset[str]) -> bool:
    """Whether the answers leave running in the plan, where only the needed questions are waited for."""
    safety = decision.found.safety
    return not (decision.plan.urgency.stops_running or safety.paused or needed & {*safety.ask})


def _with_no(told: History, decision: Decision, at: datetime) -> Decision:
    """Decide as if everything that is still to be asked were answered "no"."""
    kinds = {question.key: question.kind for question in read_questions()}
    for _round in range(ROUNDS):
        asked = [key for key in decision.plan.ask if kinds.get(key) is QuestionKind.YES_NO]
        if not asked:
            return decision
        told = replace(told, answers=(*told.answers, _all_no(asked, at)))
        decision = decide_on(told, at.date())
    return decision


def _all_no(asked: list[str], at: datetime) -> AnswerSet:
    return AnswerSet(
        record_id="provisional",
        at=at,
        on=at.date(),
        origin=Origin.SCREENING,
        answers=dict.fromkeys(asked, False),
    )
