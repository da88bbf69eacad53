"""JSON of decisions and runs. Units are in the keys, identifiers come from content.

No clock of the moment, no path of this machine and no number of a row is in it; ``docs/json.md`` names
every key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from kneewise.model.activity import Activity
from kneewise.model.cadence import BandRun, CadenceBlock
from kneewise.model.diary import SCORES
from kneewise.model.evidence import Reason
from kneewise.model.findings import CadenceFinding, PainFinding, PatternFit, Urgency
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.patterns import Telling
from kneewise.model.plan import Advice, Decision, Goal, MoveAnswer, RunColour
from kneewise.model.runner import Settings
from kneewise.present.programme import ankle_figures, strength_figures
from kneewise.present.reasons import advice_sentence, cap_reasons, reason_sentence, reasons

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


DIGITS = 3
"""Figures after the point; enough for every unit here, and the same on every machine."""


def plain(value: object) -> Json:
    """Turn a value of the model into JSON: a field is a key, an enum its word, a time is in UTC."""
    match value:
        case Urgency():
            return value.word
        case Enum():
            return plain(value.value)
        case None | bool() | int() | str():
            return value
        case float():
            return round(value, DIGITS)
        case date():  # A datetime is one, too.
            return value.isoformat()
        case Mapping():
            return {str(plain(key)): plain(each) for key, each in value.items()}
        case _ if is_dataclass(value) or hasattr(value, "_fields"):
            return record(value)
        case Iterable():
            return [plain(each) for each in value]
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")


def record(value: object) -> dict[str, Json]:
    """Turn one dataclass of the model, or a row with names, into JSON."""
    if isinstance(value, tuple):
        return only(value, *getattr(value, "_fields", ()))
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"no record: {type(value).__name__}")
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def only(value: object, *names: str) -> dict[str, Json]:
    """Turn some fields into JSON."""
    return {name: plain(getattr(value, name)) for name in names}


def decision_json(decision: Decision) -> dict[str, Json]:
    """Say one day's answer: what to do, and everything that it rests on."""
    plan = decision.plan
    sessions = [plain(session) for session in plan.sessions]
    return {
        **answer_json(decision),
        "today": sessions[0] if sessions else None,
        "reasons": [reason_json(reason) for reason in reasons(decision)],
        "advice": [advice_json(one) for one in plan.advice],
        "caps": _caps(decision),
        "colours": [colour_json(colour) for colour in decision.colours],
        "strength": plain(strength_figures(decision)),
        "ankle": plain(ankle_figures(decision)),
        "home_tests": plain(plan.home_tests),
        "would_change": list(plan.would_change),
        "missing": list(plan.missing),
    }


def week_json(decision: Decision) -> dict[str, Json]:
    """Say seven days."""
    plan = decision.plan
    return {
        **answer_json(decision),
        "sessions": [plain(session) for session in plan.sessions],
        "caps": _caps(decision),
        "changes": plain(plan.changes),
        "moves": [move_json(answer) for answer in plan.moves],
    }


def plan_json(decision: Decision) -> dict[str, Json]:
    """Say the whole plan: the answer of the day, its week, and what the rooms found."""
    today, week = decision_json(decision), week_json(decision)
    found = decision.found
    more: dict[str, Json] = {
        "goal": goal_json(decision.plan.goal),
        "flags": list(_flags(decision)),
        "pain": {**patterns_json(decision), "in_runs": plain(found.pain.in_runs)},
        "irritability": plain(found.load.irritability),
        "cut_percent": plain(found.load.cut_percent),
        "refused": list(decision.plan.refused),
    }
    return {**today, **week, **more}


def cadence_json(found: CadenceFinding, block: CadenceBlock, runs: Iterable[BandRun]) -> Json:
    """Say the own cadence and the band to try, how the block stands, and how its runs went."""
    return {
        **only(found, "own_spm", "low_spm", "high_spm"),
        **only(block, "began_on", "not_before", "calf_waits", "ended", "band"),
        "runs": [band_run_json(run) for run in runs],
    }


def band_run_json(run: BandRun) -> Json:
    """Say one run of the block: its band, and its minutes inside it and on either side."""
    minutes = run.minutes
    return {
        "run_id": run.activity.activity_id,
        "on": run.activity.on.isoformat(),
        "band": plain(run.band),
        "minutes": None if minutes is None else {**record(minutes), "coverage": plain(minutes.coverage)},
        "asked_min": plain(run.found.asked_min),
        "fit": run.found.fit.value,
        "reasons": [reason_json(reason) for reason in run.found.because],
    }


def events_json(decision: Decision) -> Json:
    """Say what a list of events leads to: the answer, its limits, every colour, and the rules behind it."""
    caps = decision.plan.caps
    return {
        **answer_json(decision),
        "run_cap_min": plain(caps.run_min if caps.next_run_min is None else caps.next_run_min),
        "week_cap_min": plain(caps.week_min),
        "sessions": [plain(session) for session in decision.plan.sessions],
        "moves": [move_json(answer) for answer in decision.plan.moves],
        "goal": goal_json(decision.plan.goal),
        "colours": [colour_json(colour) for colour in decision.colours],
        "flags": list(_flags(decision)),
        "rules": [*sorted({reason.rule for reason in reasons(decision)})],
        "refused": list(decision.plan.refused),
    }


def screening_json(
    decision: Decision,
    *,
    may_run: bool,
    provisional_urgency: Urgency,
    provisional_may_run: bool,
    next_questions: Iterable[Telling],
) -> Json:
    """Say what the screening found; ``provisional`` is the answer if everything in ``ask`` were "no"."""
    safety = decision.found.safety
    return {
        "urgency": decision.plan.urgency.word,
        "may_run": may_run,
        "reasons": [reason_json(reason) for reason in safety.because],
        "ask": list(decision.plan.ask),
        "provisional": {"urgency": provisional_urgency.word, "may_run": provisional_may_run},
        **patterns_json(decision),
        "next": [_telling_json(one) for one in next_questions],
    }


def patterns_json(decision: Decision) -> dict[str, Json]:
    """Say how the named patterns fit; beside a stop none is offered as what explains it.

    The share that orders them stays inside.
    """
    pain = decision.found.pain
    if decision.plan.urgency.stops_running:
        return {"patterns": [], "first": None, "unclear": True}
    return {
        "patterns": [_pattern_json(pattern) for pattern in pain.patterns if says_anything(pain)],
        "first": pain.first,
        "unclear": pain.unclear,
    }


def says_anything(pain: PainFinding) -> bool:
    """Whether any answer speaks for or against a pattern; before that none of them fits."""
    return any(one.speaks_for or one.speaks_against for one in pain.patterns)


def runs_json(activities: Iterable[Activity]) -> Json:
    """List sessions."""
    return {"runs": [activity_json(activity) for activity in activities]}


def activity_json(activity: Activity) -> dict[str, Json]:
    """Say one session, with what was measured of it beside its name."""
    said, measured = record(activity), record(activity.measured)
    del said["measured"]
    said["id"] = said.pop("activity_id")
    measured["measured_version"] = measured.pop("version")
    return {**said, "on": activity.on.isoformat(), "surface": activity.surface, **measured}


def entry_json(entry: DiaryEntry) -> Json:
    """Say what the diary holds of one knee about one session; a score that is not known is ``"unknown"``."""
    said = record(entry)
    del said["activity"], said["limp_told_at"]
    for name in (*SCORES, "uncoloured"):
        timed: TimedScore | None = getattr(entry, name)
        said[name] = None if timed is None else "unknown" if timed.value is None else timed.value
    return {**said, "run_id": None if entry.activity is None else entry.activity.activity_id}


def settings_json(settings: Settings) -> Json:
    """Say the runner's choices."""
    return plain(settings)


def reason_json(reason: Reason) -> Json:
    """Say one reason, with its sentence."""
    said = record(reason)
    return {**said, "facts": plain(reason.facts or {}), "sentence": reason_sentence(reason)}


def advice_json(one: Advice) -> Json:
    """Say one advice, with its sentence and its reasons."""
    said = record(one)
    said["because"] = [reason_json(reason) for reason in one.because]
    return {**said, "sentence": advice_sentence(one)}


def goal_json(goal: Goal | None) -> Json:
    """Say what the way leads to, and of a race the soonest day."""
    if goal is None:
        return None
    names = ("kind", "week_min", "race_on", "race_min", "race_m", "soonest_on", "in_time")
    return {**only(goal, *names), "reasons": [reason_json(reason) for reason in goal.because]}


def move_json(answer: MoveAnswer) -> Json:
    """Say the wish to have a run on another day, and what became of it."""
    because = None if answer.because is None else reason_json(answer.because)
    return {**only(answer, "from_day", "to_day", "done"), "because": because}


def colour_json(colour: RunColour) -> Json:
    """Say the colour of one run or morning."""
    said = record(colour)
    said["run_id"] = said.pop("activity_id")
    said["because"] = [reason_json(reason) for reason in colour.because]
    return said


def answer_json(decision: Decision) -> dict[str, Json]:
    """Say whether running is allowed, never without how urgent it is and what is still to be asked."""
    plan = decision.plan
    return {
        "on": plan.on.isoformat(),
        "urgency": plan.urgency.word,
        "may_run": plan.may_run,
        "phase": plan.phase.value,
        "stage": plan.stage,
        "ask": list(plan.ask),
        "engine_version": decision.engine_version,
        "knowledge_hash": decision.knowledge_hash,
    }


def _caps(decision: Decision) -> Json:
    caps = decision.plan.caps
    return {
        "run_min": plain(caps.run_min),
        "next_run_min": plain(caps.next_run_min),
        "run_m": plain(caps.run_m),
        "week_min": plain(caps.week_min),
        "reasons": [reason_json(reason) for reason in cap_reasons(decision.plan)],
    }


def _flags(decision: Decision) -> Iterable[Json]:
    for flag in decision.found.safety.flags:
        said = record(flag)
        said["because"] = reason_json(flag.because)
        yield said


def _telling_json(telling: Telling) -> Json:
    return {**record(telling), "names": telling.names or None}


def _pattern_json(pattern: PatternFit) -> Json:
    return {
        "id": pattern.id,
        "fit": pattern.fit.value,
        "for": list(pattern.speaks_for),
        "against": list(pattern.speaks_against),
        "published": list(pattern.published),
    }
