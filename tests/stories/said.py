"""What Kneewise answers on a day, in the words that the runner reads, as far as the story speaks of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kneewise.model.evidence import Reason
from kneewise.model.findings import Urgency
from kneewise.model.plan import Decision, Phase, Plan
from kneewise.present.day import say_stage
from kneewise.present.reasons import advice_sentence, reason_sentence, reasons
from kneewise.present.text import answer_sentence, missing_sentence
from kneewise.present.words import sentence
from kneewise.present.words.care import where_to_go
from tests.stories.answered import Expected, facts

NO_COUNTRY = ""
ON_EVERY_PAGE = frozenset(
    {
        "calm.no_downhill_no_speed",
        "calm.until",
        "calm.until_walking",
        "step2_load.guide_cut",
        "step2_load.from_measured",
        "red_flags.not_asked",
    }
)
"""Reasons that say little about the day."""

MOST_REASONS = 3
CUT = "step2_load.cut_"


def answer(expected: Expected, decision: Decision) -> str:
    """Say the day's answer: what the runner reads first, and what else the story looks at."""
    plan = decision.plan
    first = [f"**{_one_space(answer_sentence(plan))}**"]
    stage = [] if plan.urgency.stops_running or plan.phase is Phase.TRIAGE else [f"{_stage(plan)}."]
    return " ".join(
        [*first, *stage, *_care(expected, plan), *_facts(expected, decision), *_named(expected, decision)]
    )


def _one_space(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def _stage(plan: Plan) -> str:
    below = plan.phase is Phase.WALK_RUN and plan.stage == 0
    return "Walk-run, below the lowest rung" if below else say_stage(plan)


def _care(expected: Expected, plan: Plan) -> Iterator[str]:
    match plan.urgency:
        case Urgency.NONE:
            if expected.get("urgency") == Urgency.NONE.word:
                yield "Nobody has to look at the knee for this."
        case Urgency.ROUTINE:
            if "urgency" in expected:
                yield from where_to_go(plan.urgency, NO_COUNTRY)
        case Urgency.WITHIN_DAYS | Urgency.SAME_DAY | Urgency.EMERGENCY:
            yield where_to_go(plan.urgency, NO_COUNTRY)[0]


def _facts(expected: Expected, decision: Decision) -> Iterator[str]:
    got = facts(decision)
    yield from _next_run(expected, got)
    for key, say in SAYS.items():
        if key in expected and (said := say(expected[key], got)):
            yield said


def _next_run(expected: Expected, got: Mapping[str, Any]) -> Iterator[str]:
    """Say the next run once, where the story looks at it and it is not today's."""
    asked = expected.get("may_run") or expected.keys() & {"run_min", "next_run_in_days", "runs_today"}
    days = got["next_run_in_days"]
    if asked and days:
        yield f"The next run: {got['run_min']:g} minutes, {'tomorrow' if days == 1 else f'in {days} days'}."


def _hills(there: bool, _got: Mapping[str, Any]) -> str:
    return "Hills are in it." if there else "No hills."


def _downhill(there: bool, _got: Mapping[str, Any]) -> str:
    return "Running down as well." if there else "Not yet down."


def _speed(there: bool, _got: Mapping[str, Any]) -> str:
    return "Some of it may be fast." if there else "No fast running."


def _pattern(pattern: str, _got: Mapping[str, Any]) -> str:
    return "No pattern is named." if pattern == "unclear" else f"Fits best: {sentence(f'pattern.{pattern}')}."


def _week(runs: int, _got: Mapping[str, Any]) -> str:
    return f"{runs} runs in the next seven days." if runs else "No run in the next seven days."


def _steps(band: list[float], _got: Mapping[str, Any]) -> str:
    return f"{band[0]:g} to {band[1]:g} steps a minute." if band else "Nothing about steps."


def _walking(only: bool, _got: Mapping[str, Any]) -> str:
    return "Walking only." if only else "Not walking only."


SAYS: Mapping[str, Callable[[Any, Mapping[str, Any]], str]] = {
    "colour": lambda said, _got: f"The latest colour is {said}.",
    "runs_of_the_week": _week,
    "bikes": lambda said, _got: f"{said} day on the bike.",
    "walking_only": _walking,
    "cut_percent": lambda said, _got: f"The cut is {said:g} percent.",
    "hills": _hills,
    "downhill": _downhill,
    "speed": _speed,
    "steps_a_minute": _steps,
    "advances": lambda said, _got: "A step on." if said else "No step on.",
    "run_cap_min": lambda said, _got: f"One run is at most {said} minutes.",
    "week_cap_min": lambda said, _got: f"The week that ends today holds at most {said} minutes.",
    "pattern": _pattern,
}


def _named(expected: Expected, decision: Decision) -> Iterator[str]:
    """Say what the story names among the questions, the things that are missing, and the advice."""
    plan = decision.plan
    for key in expected.get("asks_about", ()):
        yield f"It asks: {sentence(f'question.{key}')}"
    if missing := [missing_sentence(key).rstrip(".?") for key in expected.get("misses", ())]:
        yield f"What is missing: {'; '.join(one[:1].lower() + one[1:] for one in missing)}."
    for kind in expected.get("begins", ()):
        yield f"New: {sentence(f'change.{kind}')}"
    for advice in plan.advice:
        if advice.action in expected.get("actions", ()) and not advice.action.startswith("care."):
            yield advice_sentence(advice)
    yield from (advice_sentence(one) for one in plan.advice if one.action in _later_care(expected))
    if expected.get("no_advice_of"):
        yield "Nothing about runs, exercises or drills stands beside it."


def _later_care(expected: Expected) -> set[str]:
    shown = {"care.routine", "care.within_days", "care.same_day", "care.emergency"}
    return {action for action in expected.get("actions", ()) if action.startswith("care.")} - shown


def why(expected: Expected, decision: Decision) -> tuple[str, ...]:
    """Say why: the reasons that the story names, else the weightiest ones."""
    said: dict[str, str] = {}
    for reason in (*_of_the_colour(expected, decision), *reasons(decision)):
        said.setdefault(reason.rule, _one_space(reason_sentence(reason)))
    named = expected.get("because", ())
    if named:
        return tuple(dict.fromkeys(said[rule] for rule in named))
    rules = [rule for rule in said if rule not in ON_EVERY_PAGE]
    telling = [rule for rule in rules if not rule.startswith(CUT)] or rules
    return tuple(dict.fromkeys(said[rule] for rule in telling[:MOST_REASONS]))


def _of_the_colour(expected: Expected, decision: Decision) -> tuple[Reason, ...]:
    """Give what made the colour that a story looks at."""
    return max(decision.colours, key=lambda one: one.on).because if "colour" in expected else ()
