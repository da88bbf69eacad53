"""Ask what decides whether running is on the plan at all, and store the answers with the decision."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from kneewise.app import clock
from kneewise.app.numbers import house_numbers
from kneewise.app.review import decide_on, look_at
from kneewise.app.screen_answers import parse_answers, parse_file
from kneewise.app.writing import append
from kneewise.guide import red_flags, step1_pain
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, AnswerSet, Origin, Question, QuestionKind
from kneewise.model.diary import Answers, History
from kneewise.model.findings import Urgency
from kneewise.model.patterns import Telling
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings, weekdays_named
from kneewise.store.codec import Json, to_json
from kneewise.store.history import recall_history
from kneewise.store.records import RecordKind, Written, new_record
from kneewise.store.ref import RunnerRef

__all__ = ["ScreenResult", "ask_next", "parse_answers", "parse_file", "questions", "screen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenResult:
    """What the answers lead to.

    Attributes:
        record_id: Of the stored answers; empty for a dry run.
        provisional_urgency: As if everything still to be asked were answered "no".
        first_noes: By flag, the day of a first "no" that waits for its second.
        may_run: Whether the answers leave running in the plan; what is planned is the decision's.
        provisional_may_run: The same, as if everything still to be asked were answered "no".
        next_questions: What would tell the patterns further apart, the most telling first.
    """

    record_id: str
    decision: Decision
    may_run: bool
    provisional_urgency: Urgency
    provisional_may_run: bool
    first_noes: Mapping[str, date]
    next_questions: tuple[Telling, ...] = ()


def questions() -> tuple[Question, ...]:
    """List every question, in the order in which they are put to a person."""
    return read_questions()


def ask_next(answers: Answers, *, passed: AbstractSet[str] = frozenset()) -> tuple[Telling, ...]:
    """Order the questions that only tell patterns apart by what each would tell.

    Args:
        answers: Everything answered so far.
        passed: Questions that were put and left for later.
    """
    return step1_pain.ask_next(answers, house_numbers().step1_pain, passed=passed)


def screen(
    runner: RunnerRef,
    answers: Answers,
    *,
    at: datetime,
    dry_run: bool = False,
    weekly: bool = False,
    key: str = "",
) -> ScreenResult:
    """Judge answers and store them; a dry run stores nothing.

    Args:
        runner: Whose.
        answers: As `parse_answers` reads them.
        at: Now.
        dry_run: Only look.
        weekly: The weekly form, not the first screening.
        key: Of this sending of a form, under which nothing was told yet.
    """
    history = recall_history(runner)
    local = clock.local(at, history.settings)
    origin = Origin.WEEKLY if weekly else Origin.SCREENING
    said = _written(answers, local, origin, key)
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
    numbers, seen = house_numbers().red_flags, look_at(told, local.date())
    provisional = red_flags.provisional(look_at(_without_unknown(told), local.date()), numbers)
    return ScreenResult(
        record_id=record_id,
        decision=decision,
        may_run=_leaves_running(decision),
        provisional_urgency=max(provisional.urgency, _urgency_of_the_way(decision)),
        provisional_may_run=provisional.may_run,
        first_noes=red_flags.first_noes(seen, numbers),
        next_questions=ask_next(seen.answers),
    )


def _without_unknown(history: History) -> History:
    """Leave out what is not known of questions that no "no" answers: to ask again is to ask.

    So which knee, not known, leaves open what a knee that was not asked about leaves open.
    """
    asked = {one.key for one in questions() if one.required and one.kind is not QuestionKind.YES_NO}
    kept = asked - red_flags.NEEDED
    sets = (
        replace(
            one,
            answers={key: said for key, said in one.answers.items() if not (key in kept and said is UNKNOWN)},
        )
        for one in history.answers
    )
    return replace(history, answers=tuple(sets))


def _written(answers: Answers, at: datetime, origin: Origin, key: str) -> Written:
    payload: Mapping[str, Json] = {"origin": origin.value, "answers": to_json(answers)}
    return new_record(RecordKind.ANSWERS, at=at, on=at.date(), payload=payload, key=key)


def _chosen_days(answers: Answers, at: datetime) -> tuple[Written, ...]:
    """Take the days the runner can run on over into the settings."""
    if not (days := weekdays_named(answers.get("running_days"))):
        return ()
    chosen: list[Json] = [*days]
    return (new_record(RecordKind.SETTINGS, at=at, on=at.date(), payload={"running_days": chosen}),)


def _with_days(settings: Settings, answers: Answers) -> Settings:
    days = weekdays_named(answers.get("running_days"))
    return replace(settings, running_days=days) if days else settings


def _leaves_running(decision: Decision) -> bool:
    """Whether the answers leave running in the plan."""
    safety = decision.found.safety
    return not (decision.plan.urgency.stops_running or safety.paused or safety.ask)


def _urgency_of_the_way(decision: Decision) -> Urgency:
    """What the way so far makes urgent beside the answers, such as two red runs."""
    of_plan, of_answers = decision.plan.urgency, decision.found.safety.urgency
    return of_plan if of_plan > of_answers else Urgency.NONE
