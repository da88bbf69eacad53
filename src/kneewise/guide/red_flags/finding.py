"""One day's finding: the flags in force, what is asked, and whether running may be in the plan."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import Final

from kneewise.guide.red_flags import asking
from kneewise.guide.red_flags.ages import Ages, of_age
from kneewise.guide.red_flags.bone import Bone, bone, denied_too_soon
from kneewise.guide.red_flags.events import events
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.record import Kept, Record, Span, urgency_of
from kneewise.guide.red_flags.routine import pills_before_runs, routine
from kneewise.guide.red_flags.rules import SWOLLEN, TENDON_MEDICINES
from kneewise.guide.red_flags.said import Said
from kneewise.model.answers import UNKNOWN, Answer, AnswerSet, Origin, Question
from kneewise.model.bone import BONE_ITEMS
from kneewise.model.evidence import Number, Reason, Shown, because
from kneewise.model.findings import Flag, SafetyFinding, Urgency
from kneewise.model.observations import Observations

ROOM = "red_flags"

WAITING: Final = frozenset({f"{ROOM}.form_ran_out", f"{ROOM}.ask_once_more", f"{ROOM}.ask_again"})
"""Reasons to ask that are a pause: something was said before, and does not hold any more."""

BEGAN: Final = {"swelling_since": frozenset(SWOLLEN), "injury_on": frozenset({"injury"})}
"""Which answer tells since when there are the signs that a flag rests on."""

NEEDED: Final = frozenset({"age_years", "places"})
"""Questions that no "no" answers, and that somebody's urgency may hang on."""


def assess(seen: Observations, numbers: Numbers, *, until: datetime | None = None) -> SafetyFinding:
    """Find every red flag in force on the day, with every reason; no answer cancels another.

    Args:
        seen: All that is known of the day.
        numbers: Of the room.
        until: What is told later than this instant is not heard.
    """
    record = Record(ages=ages_of(seen, numbers))
    for event in events(seen, numbers):
        if until is None or event.at <= until:
            record.follow(event, numbers)
    return judge(seen, record, numbers)


def ages_of(seen: Observations, numbers: Numbers) -> Ages:
    """Say what follows from the age, by the latest word on it."""
    return of_age(_age(seen), numbers)


def judge(seen: Observations, record: Record, numbers: Numbers) -> SafetyFinding:
    """Judge a day by the record of everything up to it."""
    if not record.told:
        return _never_screened(numbers)
    now = _bone_now(seen, record, numbers)
    flags = _flags(seen, record, now, numbers)
    urgency = max((flag.urgency for flag in flags), default=Urgency.NONE)
    ask, asked_because = _ask(seen, record, numbers)
    paused_because = _pauses(seen, record, numbers)
    if not urgency.stops_running:
        paused_because += _alone(record, now, numbers)
    harmless_new = now.reached and now.harmless
    return SafetyFinding(
        urgency=urgency,
        flags=flags,
        ask=ask,
        paused=bool(paused_because) or any(reason.rule in WAITING for reason in asked_because),
        on_hold=bool(paused_because),
        may_run=not (urgency.stops_running or ask or paused_because),
        because=(*(flag.because for flag in flags), *paused_because, *asked_because),
        deeper_calm=harmless_new or record.said.told_yes("pregnant_or_recent_birth"),
        no_new_change=harmless_new and _not_asked_since(seen, record, numbers),
        bone_points=now.points if _fully_known(seen, record) else None,
        cleared_on=_cleared_on(seen, record),
        new_sign=asking.asked_by_limp(record.said),
        in_doubt=asking.in_doubt(record.waiting(numbers), numbers.catalogue),
    )


def provisional(seen: Observations, numbers: Numbers) -> SafetyFinding:
    """Find what would follow if everything in ``ask`` were answered "no"."""
    asked = assess(seen, numbers).ask
    noes = {key: False for key in asked if key in numbers.catalogue.yes_no}
    told = replace(seen, answer_sets=(*seen.answer_sets, _supposed(seen, noes)))
    found = assess(told, numbers)
    return replace(found, may_run=not (found.urgency.stops_running or found.paused or NEEDED & {*found.ask}))


def _supposed(seen: Observations, noes: dict[str, bool]) -> AnswerSet:
    at = datetime.combine(seen.on, time.max, tzinfo=UTC)
    return AnswerSet(record_id="supposed", at=at, on=seen.on, origin=Origin.WEEKLY, answers=noes)


def _age(seen: Observations) -> Answer | None:
    """Give the latest word on the age."""
    told = (
        given.answers["age_years"] for given in reversed(seen.answer_sets) if "age_years" in given.answers
    )
    return next(told, None)


def _never_screened(numbers: Numbers) -> SafetyFinding:
    ask = tuple(question.key for question in numbers.catalogue.required if not question.only_if)
    reason = because(f"{ROOM}.never_screened", numbers.no_good_for_days, questions=len(ask))
    return SafetyFinding(urgency=Urgency.NONE, ask=ask, may_run=False, because=(reason,))


def _flags(seen: Observations, record: Record, now: Bone, numbers: Numbers) -> tuple[Flag, ...]:
    said = record.said
    in_force = dict(record.flags)
    for key, since in _measured_bone(seen, record):
        in_force.setdefault(key, _kept(key, since, numbers))
    for key, asked in routine(seen, said, numbers):
        since = said.since.get(asked, seen.on)
        in_force[key] = _kept(key, since, numbers, assumed=said.assumed(asked))
    if now.reached and now.harmless:
        key, since = "bone_points_harmless", said.since.get("high_arches", seen.on)
        in_force[key] = _kept(key, since, numbers)
    found = (_flag(key, kept, numbers, said) for key, kept in in_force.items())
    return tuple(sorted(found, key=lambda flag: (-flag.urgency, flag.key)))


def _kept(key: str, since: date, numbers: Numbers, *, assumed: bool = False) -> Kept:
    return Kept(urgency=urgency_of(key, numbers), since=since, keys=set(), assumed=assumed)


def _flag(key: str, kept: Kept, numbers: Numbers, said: Said) -> Flag:
    seen: Shown = UNKNOWN.value if kept.assumed else True
    reason = _reason(key, getattr(numbers, key), seen)
    # Whoever looks at the knee asks since when it is swollen or hurt, not since when that was told.
    began = [said.day(told) for told, of in BEGAN.items() if kept.keys & of]
    since = min([kept.since, *(day for day in began if day is not None)])
    return Flag(key=key, urgency=kept.urgency, since=since, assumed=kept.assumed, because=reason)


def _reason(rule: str, number: Number, seen: Shown) -> Reason:
    reason = because(f"{ROOM}.{rule}", number, seen=seen)
    return replace(reason, limit=None, unit="") if number.unit == "urgency" else reason


def _bone_now(seen: Observations, record: Record, numbers: Numbers) -> Bone:
    lately = seen.more_running_lately
    if lately is None:
        lately = record.said.yes("more_running_lately")
    return bone(record.said, numbers, more_running=lately)


def _measured_bone(seen: Observations, record: Record) -> Iterator[tuple[str, date]]:
    """Yield the bone flags that more running made, on any day since their other signs were told."""
    for flag, spans in record.short_of_bone.items():
        if met := _days_of_more(seen, spans, until=seen.on):
            yield flag, min(met)


def _days_of_more(seen: Observations, spans: Iterable[Span], *, until: date) -> list[date]:
    """List the days with more running, by the files, within the spans; an open one ends on a day."""
    days = {*seen.more_running_days, *((seen.on,) if seen.more_running_lately else ())}
    return [day for day in days for since, ended in spans if since <= day <= min(ended or until, until)]


def _cleared_on(seen: Observations, record: Record) -> date | None:
    """Give the day of the last clearing, of a flag that was said or of one that was measured."""
    measured = [on for on, spans in record.covered_bone if _days_of_more(seen, spans, until=on)]
    said = [record.cleared_on] if record.cleared_on is not None else []
    return max([*said, *measured], default=None)


def _fully_known(seen: Observations, record: Record) -> bool:
    told = record.said.latest
    return all(
        isinstance(told.get(key), bool) or (key == BONE_ITEMS[-1] and seen.more_running_lately is not None)
        for key in BONE_ITEMS
    )


def _ask(seen: Observations, record: Record, numbers: Numbers) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    said = record.said
    waiting = record.waiting(numbers)
    circumstance = _circumstance(seen, record, numbers)
    lists = {
        "not_asked": (*waiting.not_asked, *_not_known_yet(record, circumstance)),
        "form_ran_out": asking.ran_out(said, waiting, _weekly(circumstance), numbers, on=seen.on),
        "ask_once_more": waiting.once_more,
        "ask_again": asking.ask_again(said, numbers, on=seen.on),
    }
    ask = tuple(dict.fromkeys(chain.from_iterable(lists.values())))
    limit = {"ask_again": numbers.ask_again_after_days}
    reasons = tuple(
        because(f"{ROOM}.{rule}", limit.get(rule, numbers.no_good_for_days), questions=len(keys))
        for rule, keys in lists.items()
        if keys
    )
    return ask, reasons


def _weekly(questions: Iterable[Question]) -> Iterator[str]:
    return (each.key for each in questions if each.weekly)


def _circumstance(seen: Observations, record: Record, numbers: Numbers) -> tuple[Question, ...]:
    """Questions that only some answers make necessary."""
    said = record.said
    wanted: list[str] = []
    if seen.more_running_lately is None:
        wanted.append("more_running_lately")
    if said.any_yes(TENDON_MEDICINES):
        wanted.append("places")
    if record.ages.young:
        wanted.extend(("thigh_pain", "foot_turns_out"))
    return tuple(numbers.catalogue.by_key[key] for key in wanted)


def _not_known_yet(record: Record, questions: tuple[Question, ...]) -> tuple[str, ...]:
    said = record.said
    keys = tuple(each.key for each in questions)
    once = (key for key in keys if said.latest.get(key) is UNKNOWN and not said.assumed(key))
    return (*(key for key in keys if key not in said.latest), *once)


def _day(record: Record, key: str) -> date | None:
    given = record.said.given.get(key)
    return None if given is None else given[0]


def _pauses(seen: Observations, record: Record, numbers: Numbers) -> tuple[Reason, ...]:
    found: list[Reason] = []
    if record.forbidden:
        found.append(_reason("clinician_said_no", numbers.clinician_said_no, seen=False))
    if pills_before_runs(seen, record.said, numbers):
        found.append(_reason("pills_before_runs", numbers.ask_again_after_days, seen=True))
    return tuple(found)


def _alone(record: Record, now: Bone, numbers: Numbers) -> tuple[Reason, ...]:
    """Why running waits for two days: one sign of an overloaded bone, where nothing says more."""
    rules = {"pain_earlier_each_run": "bone_earlier_alone", "pain_walking": "bone_walking_alone"}
    signs = denied_too_soon(record.said, numbers) if now.alone is None else (now.alone,)
    return tuple(_reason(rules[sign], numbers.ask_again_after_days, seen=True) for sign in signs)


def _not_asked_since(seen: Observations, record: Record, numbers: Numbers) -> bool:
    """Whether the bone questions still wait for their second answer, two days after the points came up."""
    apart = numbers.ask_again_after_days.value
    last = _day(record, "bone_tenderness")
    came_up = max(record.said.since.get("high_arches", seen.on), _more_running_since(seen))
    return last is None or (last - came_up).days < apart


def _more_running_since(seen: Observations) -> date:
    """Give the first day of the present row of days with more running; the start where it is not known."""
    days = set(seen.more_running_days)
    first = seen.on
    while first - timedelta(days=1) in days:
        first -= timedelta(days=1)
    return first if seen.on in days else seen.started_on or seen.on
