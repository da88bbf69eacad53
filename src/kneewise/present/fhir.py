"""The record as a FHIR R4B bundle: who, what was observed, and the plan.

A code of LOINC stands only where we are sure that it means the same; everything else is named in words alone,
which a reader sees and no program takes for more than it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from kneewise.model.activity import Activity
from kneewise.model.answers import Unknown
from kneewise.model.diary import SCORES, History, PainLog, Score, Sleep, TestResult
from kneewise.model.ledger import Mass
from kneewise.model.places import Side
from kneewise.model.plan import Plan, Session
from kneewise.present.day import say_session
from kneewise.present.words import sentence

Resource = dict[str, Any]

LOINC: Final[Mapping[str, str]] = {
    "pain": "72514-3",
    "body_mass": "29463-7",
    "sleep": "93832-4",
    "duration": "55411-3",
}
"""Pain severity 0-10 verbal numeric rating; body weight; sleep duration; exercise duration."""

UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "body_mass": ("kg", "kg"),
    "heart_rate": ("/min", "/min"),
    "sleep": ("h", "h"),
    "duration": ("min", "min"),
    "running": ("min", "min"),
    "distance": ("km", "km"),
    "cadence": ("steps/min", "{steps}/min"),
    "ascent": ("m", "m"),
    "distance_cm": ("cm", "cm"),
    "duration_min": ("min", "min"),
}
"""By quantity: as people write it, and in UCUM."""

CODES: Final = "http://terminology.hl7.org/CodeSystem/"
RUNNER: Final = "runner"
PAIN: Final = "test_pain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One observation before it is written: its name, what was seen, and when.

    Attributes:
        of: The kind of category: ``survey``, ``activity``, ``exam`` or ``vital-signs``.
        parts: What was seen beside it.
    """

    id: str
    name: str
    of: str
    when: datetime | date
    side: Side | None = None
    score: Score = None
    amount: float | None = None
    note: str = ""
    parts: tuple[Resource, ...] = ()


def bundle(history: History, plan: Plan, *, made_at: datetime) -> Resource:
    """Write everything that FHIR has a place for; the raw record has the rest."""
    every = [{"resourceType": "Patient", "id": RUNNER}, *_observations(history), _care_plan(plan, made_at)]
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": made_at.isoformat(timespec="seconds"),
        "entry": [{"fullUrl": _url(one), "resource": one} for one in every],
    }


def _url(resource: Resource) -> str:
    return _urn(f"{resource['resourceType']}/{resource['id']}")


def _urn(path: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'kneewise:{path}')}"


def _observations(history: History) -> Iterator[Resource]:
    yield from _each(_masses(history.masses))
    yield from _each(seen for one in _in_order(history.pain) for seen in _pains(one))
    yield from _each(_nights(_in_order(history.sleeps)))
    yield from _each(map(_test, _in_order(history.tests)))
    yield from (_session(one) for one in history.activities)


def _in_order(said: Iterable[Any]) -> list[Any]:
    return sorted(said, key=lambda one: (one.at, one.record_id))


def _each(seen: Iterable[Seen]) -> Iterator[Resource]:
    return map(_observation, seen)


def _masses(masses: Sequence[Mass]) -> Iterator[Seen]:
    for one in masses:
        if one.mass_kg is not None:
            name = f"mass-{one.on}"
            yield Seen(id=name, name="body_mass", of="vital-signs", when=one.on, amount=one.mass_kg)


def _pains(log: PainLog) -> Iterator[Seen]:
    """Give each score of one sitting at its own instant."""
    for name in SCORES:
        score: Score = getattr(log, name)
        if score is not None:
            when = (log.scored_at or {}).get(name, log.at)
            note = f"{sentence(f'score.{name}')}, {log.on.isoformat()}"
            own = f"{log.record_id}-{name.replace('_', '-')}"
            yield Seen(id=own, name="pain", of="survey", when=when, side=log.side, score=score, note=note)


def _nights(nights: Sequence[Sleep]) -> Iterator[Seen]:
    """Give each night once: of what was said of its hours, the later word counts."""
    hours_h = {one.on: one.hours for one in nights if one.hours is not None}
    for on, amount in sorted(hours_h.items()):
        yield Seen(id=f"sleep-{on}", name="sleep", of="activity", when=on, amount=amount)


def _test(one: TestResult) -> Seen:
    """Give a test at home by its measure, or by its pain where it has none; the rest stands beside that."""
    measures = {"distance_cm": one.distance_cm, "duration_min": one.duration_min}
    name, amount = next(((name, said) for name, said in measures.items() if said is not None), (PAIN, None))
    pain = {"code": _code(PAIN)} | _scored(one.pain_0_10)
    count = {"code": _code("test_count"), "valueInteger": one.count}
    return Seen(
        id=one.record_id,
        name=name,
        of="exam",
        when=one.at,
        side=one.side,
        amount=amount,
        score=one.pain_0_10 if amount is None else None,
        note=sentence(f"test.{one.kind.value}"),
        parts=(
            *([pain] if amount is not None and one.pain_0_10 is not None else []),
            *([count] if one.count is not None else []),
        ),
    )


def _observation(seen: Seen) -> Resource:
    when = seen.when.isoformat(timespec="seconds") if isinstance(seen.when, datetime) else str(seen.when)
    told: Resource = {**_head(seen.id, seen.name, seen.of), "effectiveDateTime": when}
    if seen.side is not None:
        told["bodySite"] = {"text": sentence(f"side.{seen.side.value}")}
    if seen.note:
        told["note"] = [{"text": seen.note}]
    if seen.parts:
        told["component"] = list(seen.parts)
    return told | _value(seen)


def _head(name: str, code: str, of: str) -> Resource:
    return {
        "resourceType": "Observation",
        "id": name,
        "status": "final",
        "category": [{"coding": [{"system": f"{CODES}observation-category", "code": of}]}],
        "code": _code(code),
        "subject": {"reference": _urn(f"Patient/{RUNNER}")},
    }


def _code(name: str) -> Resource:
    text = {"text": sentence(f"fhir.{name}")}
    return text | ({"coding": [{"system": "http://loinc.org", "code": LOINC[name]}]} if name in LOINC else {})


def _value(seen: Seen) -> Resource:
    if seen.amount is not None:
        return {"valueQuantity": _quantity(seen.name, seen.amount)}
    return _scored(seen.score)


def _scored(score: Score) -> Resource:
    if score is None or isinstance(score, Unknown):
        absent = "not-asked" if score is None else "asked-unknown"
        return {"dataAbsentReason": {"coding": [{"system": f"{CODES}data-absent-reason", "code": absent}]}}
    return {"valueInteger": score}


def _quantity(name: str, amount: float) -> Resource:
    unit, code = UNITS[name]
    return {"value": round(amount, 3), "unit": unit, "system": "http://unitsofmeasure.org", "code": code}


def _session(one: Activity) -> Resource:
    """Write a session with its figures as parts; what the watch could not tell is left out."""
    measured = one.measured
    parts = {
        "duration": measured.elapsed_s / 60,
        "running": None if measured.running_s is None else measured.running_s / 60,
        "distance": None if measured.distance_m is None else measured.distance_m / 1000,
        "cadence": measured.cadence_spm,
        "heart_rate": measured.heart_rate_bpm,
        "ascent": measured.ascent_m,
    }
    return {
        **_head(f"session-{one.activity_id}", "told_session" if one.hand_entered else "session", "activity"),
        "effectivePeriod": {
            "start": one.local_start.isoformat(timespec="seconds"),
            "end": one.end.astimezone(one.local_start.tzinfo).isoformat(timespec="seconds"),
        },
        "valueString": sentence(f"sport.{one.sport.value}"),
        "component": [
            {"code": _code(name), "valueQuantity": _quantity(name, amount)}
            for name, amount in parts.items()
            if amount is not None
        ],
    }


def _care_plan(plan: Plan, made_at: datetime) -> Resource:
    """Write the days of the plan; while running is stopped it waits, and says so."""
    days = [one.on for one in plan.sessions] or [plan.on]
    return {
        "resourceType": "CarePlan",
        "id": f"plan-{plan.on}",
        "status": "active" if plan.may_run else "on-hold",
        "intent": "plan",
        "title": sentence("fhir.plan"),
        "description": sentence("fhir.not_reviewed"),
        "subject": {"reference": _urn(f"Patient/{RUNNER}")},
        "period": {"start": min(days).isoformat(), "end": max(days).isoformat()},
        "created": made_at.isoformat(timespec="seconds"),
        **({"activity": [_day(one) for one in plan.sessions]} if plan.sessions else {}),
    }


def _day(session: Session) -> Resource:
    return {
        "detail": {
            "status": "scheduled",
            "scheduledPeriod": {"start": session.on.isoformat(), "end": session.on.isoformat()},
            "description": say_session(session),
        }
    }
