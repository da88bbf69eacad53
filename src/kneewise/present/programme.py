"""The exercises and the ankle as figures: what is done, how much of it, and how it has gone."""

from collections.abc import Iterable, Mapping
from typing import Final

from kneewise.knowledge import read_exercises
from kneewise.model.findings import Standing
from kneewise.model.plan import Advice, Decision
from kneewise.present.advice import exercise_of, is_exercise

FIGURES: Final = (
    "low_sets",
    "high_sets",
    "low_repetitions",
    "high_repetitions",
    "hold_s",
    "lowering_s",
    "still_s",
    "rising_s",
    "low_reserve",
    "high_reserve",
    "low_load_kg",
    "high_load_kg",
    "per_week",
    "pain_0_10",
)
DRILL: Final = "ankle."
OUT: Final = "out."

Figures = Mapping[str, object]


def strength_figures(decision: Decision) -> Figures:
    """Give the programme of exercises; where they are stopped, none is named."""
    advice, found = decision.plan.advice, decision.found.strength
    at = {one.exercise: one for one in found.standings}
    today = decision.plan.sessions[0].exercises if decision.plan.sessions else ()
    return {
        "circuit": found.circuit_per_week is not None,
        "today": today,
        "exercises": [_exercise(one, at[exercise_of(one)]) for one in advice if is_exercise(one)],
        "out": _after("strength.out.", advice),
    }


def _exercise(one: Advice, at: Standing) -> Figures:
    known = read_exercises().by_id[exercise_of(one)]
    return {
        "exercise": known.id,
        "works": known.works,
        "sides": known.sides,
        "load": known.load,
        "needs": known.needs,
        "easier": known.easier or None,
        "harder": known.harder or None,
        **{name: one.amounts.get(name) for name in FIGURES},
        "since": at.since,
        "course": at.course,
        "sessions_running": at.row,
        "last_on": at.last_on,
        "last_colour": at.last_colour,
    }


def ankle_figures(decision: Decision) -> Figures:
    """Give the drills, and the knee-to-wall tests of both sides."""
    found = decision.found.ankle
    drills = _after(DRILL, decision.plan.advice)
    return {
        "optional": found.optional,
        "drills": [name for name in drills if not name.startswith(OUT)],
        "out": [name.removeprefix(OUT) for name in drills if name.startswith(OUT)],
        "walls": [
            {
                "side": wall.side,
                "tests": wall.tests,
                "first_on": wall.first_on,
                "first_cm": wall.first_cm,
                "latest_on": wall.latest_on,
                "latest_cm": wall.latest_cm,
                "change_cm": wall.change_cm,
            }
            for wall in found.walls
        ],
    }


def _after(prefix: str, advice: Iterable[Advice]) -> list[str]:
    return [one.action.removeprefix(prefix) for one in advice if one.action.startswith(prefix)]
