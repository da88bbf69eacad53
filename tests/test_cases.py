"""Stories that a clinician can read and sign: what a runner told, day by day, and what was answered.

Each file of ``cases/`` tells one. Days count from the first screening; "asked" is the full screening with
"no" to everything but what is written; the weekly form is answered "none of these is new" where
``weekly_form_until`` says so. ``expect`` is looked at in the order of its days.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN, Answer, Origin
from kneewise.model.places import Side
from kneewise.model.plan import Decision, SessionKind
from kneewise.model.runner import GrowthPace, LoadChoice, Settings
from tests.engine.made import Runner

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def story(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def answers(told: dict[str, Any]) -> dict[str, Answer]:
    return {
        key: UNKNOWN if answer == "unknown" else tuple(answer) if isinstance(answer, list) else answer
        for key, answer in told.items()
    }


def tell(case: dict[str, Any]) -> Runner:
    chosen = case.get("settings", {})
    settings = Settings(
        load_choice=LoadChoice(chosen.get("load_choice", "cut")),
        growth_pace=GrowthPace(chosen.get("growth_pace", "guide")),
        has_bike=chosen.get("has_bike", False),
    )
    runner = Runner(side=Side(case.get("knee", "right")), settings=settings)
    if usual := case.get("usual"):
        runner.usually(usual["run_min"], usual.get("weeks", 6), tuple(usual.get("days", (0, 2, 4))))
    tell_answers(runner, case)
    tell_diary(runner, case)
    runner.each_week(case.get("weekly_form_until", 0))
    return runner


def tell_answers(runner: Runner, case: dict[str, Any]) -> None:
    for asked in case.get("asked", []):
        changes: dict[str, Any] = answers(asked.get("but", {}))
        runner.screened(asked["day"], **changes)
    for told in case.get("told", []):
        runner.told(told["day"], answers(told["answers"]), Origin.DIARY, told.get("hour", 12))
    for clearance in case.get("cleared", []):
        runner.cleared(clearance["day"], may_run=clearance.get("may_run", True))


def tell_diary(runner: Runner, case: dict[str, Any]) -> None:
    for run in case.get("run", []):
        scores: dict[str, Any] = {key: UNKNOWN if said == "unknown" else said for key, said in run.items()}
        day, minutes = scores.pop("day"), scores.pop("minutes")
        runner.run(day, minutes, **scores)
    for walk in case.get("walk", []):
        runner.walk(walk["day"], pain=walk.get("pain", 0), morning=walk.get("morning", 0))
    for morning in case.get("morning", []):
        runner.morning(morning["day"], morning["pain"])
    for done in case.get("exercise", []):
        said: dict[str, Any] = {key: UNKNOWN if part == "unknown" else part for key, part in done.items()}
        said["repetitions"] = tuple(said.get("repetitions", (12, 12)))
        runner.exercise(said.pop("day"), **said)
    for test in case.get("tested", []):
        runner.tested(test["day"], pain=test.get("pain", 0))


def facts(decision: Decision) -> dict[str, Any]:
    """What a story may expect of a day, in plain names."""
    plan = decision.plan
    runs = [session for session in plan.sessions if session.kind is SessionKind.RUN]
    return {
        "phase": plan.phase.value,
        "stage": plan.stage,
        "may_run": plan.may_run,
        "urgency": plan.urgency.word,
        "today": plan.sessions[0].kind.value,
        "runs_of_the_week": len(runs),
        "run_min": runs[0].running_min if runs else 0,
        "next_run_in_days": (runs[0].on - plan.on).days if runs else None,
        "hills": any(run.hills for run in runs),
        "speed": any(run.speed for run in runs),
        "asks": bool(plan.ask),
        "cut_percent": decision.found.load.cut_percent,
        "walking_only": decision.found.load.walking_only,
        "colour": decision.colours[-1].colour.value if decision.colours else None,
        "advances": plan.advances,
        "new": [change.kind.value for change in plan.changes if change.on == plan.on],
        "bikes": sum(session.kind is SessionKind.BIKE for session in plan.sessions),
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_story_ends_as_it_should(path: Path) -> None:
    case = story(path)
    runner = tell(case)

    for expected in case["expect"]:
        decision = runner.decided(expected["day"])
        got = facts(decision)
        because = {reason.rule for reason in decision.plan.because}
        actions = {advice.action for advice in decision.plan.advice}

        plain = {key: value for key, value in expected.items() if key in got}
        assert {key: got[key] for key in plain} == plain, f"day {expected['day']}"
        assert because >= set(expected.get("because", []))
        assert actions >= set(expected.get("actions", []))
        assert not {one.split(".")[0] for one in actions} & set(expected.get("no_advice_of", []))
        assert expected.keys() <= got.keys() | {"day", "because", "actions", "no_advice_of"}


def test_there_are_stories_for_both_sides_of_the_rules() -> None:
    titles = [story(path)["title"] for path in CASES]

    assert len(titles) == len(set(titles))
    assert len(titles) >= 14
