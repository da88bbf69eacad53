"""What Kneewise answers on a day, in the plain names that a story may expect."""

from collections.abc import Mapping
from functools import cache
from math import floor
from typing import Any

from kneewise.model.plan import Decision, Plan, Session, SessionKind
from kneewise.present.reasons import reasons
from tests.stories.read import stories
from tests.stories.tell import tell

Expected = Mapping[str, Any]

MEMBERS = {
    "because": "rules",
    "actions": "actions",
    "asks_about": "asked",
    "misses": "missing",
    "begins": "changes",
}
"""Lists of which a story names some members; the others may be there as well."""

NONE_OF = ("no_actions", "no_advice_of")


@cache
def decided(name: str) -> tuple[tuple[Expected, Decision], ...]:
    """Decide each day that a story looks at; the tests and the pages share the work."""
    story = stories()[name]
    runner = tell(story)
    return tuple((expected, runner.decided(expected["day"])) for expected in story["expect"])


def facts(decision: Decision) -> dict[str, Any]:
    """Say the day's answer in plain names."""
    plan, load = decision.plan, decision.found.load
    return {
        "phase": plan.phase.value,
        "stage": plan.stage,
        "may_run": plan.may_run,
        "urgency": plan.urgency.word,
        "colour": _colour(decision),
        "advances": plan.advances,
        "new": [change.kind.value for change in plan.changes if change.on == plan.on],
        "asks": bool(plan.ask),
        "moved": [move.done for move in plan.moves],
        "cut_percent": load.cut_percent,
        "walking_only": load.walking_only,
        "pattern": decision.found.pain.first or "unclear",
        **_of_the_week(plan),
        **_of_the_caps(plan),
    }


def _colour(decision: Decision) -> str | None:
    """Of the latest run or morning."""
    return max(decision.colours, key=lambda one: one.on).colour.value if decision.colours else None


def _runs(plan: Plan) -> list[Session]:
    return [session for session in plan.sessions if session.kind is SessionKind.RUN]


def _of_the_week(plan: Plan) -> dict[str, Any]:
    runs = _runs(plan)
    steps = [(run.cadence_low_spm, run.cadence_high_spm) for run in runs if run.cadence_low_spm is not None]
    return {
        "today": plan.sessions[0].kind.value if plan.sessions else "nothing",
        "runs_today": bool(runs) and runs[0].on == plan.on,
        "runs_of_the_week": len(runs),
        "run_min": runs[0].running_min if runs else 0,
        "next_run_in_days": (runs[0].on - plan.on).days if runs else None,
        "hills": any(run.hills for run in runs),
        "downhill": any(run.downhill for run in runs),
        "speed": any(run.speed for run in runs),
        "steps_a_minute": list(steps[0]) if steps else [],
        "bikes": sum(session.kind is SessionKind.BIKE for session in plan.sessions),
    }


def _of_the_caps(plan: Plan) -> dict[str, Any]:
    caps = plan.caps
    return {
        "run_cap_min": None if caps.run_min is None else floor(caps.run_min + 1e-6),
        "week_cap_min": None if caps.week_min is None else floor(caps.week_min + 1e-6),
    }


def members(decision: Decision) -> dict[str, set[str]]:
    """Say what else the answer holds, as sets of identifiers."""
    plan = decision.plan
    return {
        "rules": {reason.rule for reason in reasons(decision)},
        "actions": {advice.action for advice in plan.advice},
        "asked": set(plan.ask),
        "missing": set(plan.missing) | {key for colour in decision.colours for key in colour.missing},
        "changes": {change.kind.value for change in plan.changes},
    }


def differences(expected: Expected, decision: Decision) -> list[str]:
    """List where an answer is not what the story expects."""
    got, has = facts(decision), members(decision)
    rooms = {action.split(".")[0] for action in has["actions"]}
    strange = expected.keys() - got.keys() - MEMBERS.keys() - {"day", *NONE_OF}
    return [
        *(
            f"{key}: {got[key]!r}, not {expected[key]!r}"
            for key in got.keys() & expected
            if got[key] != expected[key]
        ),
        *(f"{key}: without {one}" for key, of in MEMBERS.items() for one in _lacking(expected, key, has[of])),
        *(f"{one} is said" for one in expected.get("no_actions", ()) if one in has["actions"]),
        *(f"advice of {room}" for room in expected.get("no_advice_of", ()) if room in rooms),
        *(f"{key} is nothing that a story can expect" for key in sorted(strange)),
    ]


def _lacking(expected: Expected, key: str, there: set[str]) -> list[str]:
    return sorted(set(expected.get(key, ())) - there)


def sides(expected: Expected) -> set[tuple[str, str]]:
    """Say by key what a story expects; a key with two answers shows both sides of its rule."""
    plain = {(key, str(said)) for key, said in expected.items() if key not in {"day", *MEMBERS, *NONE_OF}}
    there = {(action, "there") for action in expected.get("actions", ())}
    return plain | there | {(action, "not there") for action in expected.get("no_actions", ())}
