"""A story becomes a runner's history, told day by day like a real one."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, Answer, Origin, QuestionKind
from kneewise.model.diary import Illness, PainkillerUse, Sleep
from kneewise.model.places import Side
from kneewise.model.runner import GrowthPace, LoadChoice, Settings
from kneewise.model.sport import Sport
from tests.engine.made import START, Runner
from tests.stories.read import Story, days

LEFT_OUT = "left out"
NOT_SAID = "not said"
OF_THE_FILE = ("treadmill", "cadence_spm", "only_time", "all_running")
OF_THE_FILES_BEFORE = (*OF_THE_FILE, "weeks", "days")
FORM_EVERY_DAYS = 6
SIGNS = frozenset(one.key for one in read_questions() if one.weekly and one.kind is QuestionKind.YES_NO)
DATES = frozenset(one.key for one in read_questions() if one.kind is QuestionKind.DATE)


def tell(story: Story) -> Runner:
    """Tell a whole story."""
    both = story.get("knee") == "both"
    runner = Runner(side=Side.RIGHT if both else Side(story.get("knee", "right")), settings=_settings(story))
    knees = (runner, replace(runner, side=Side.LEFT)) if both else (runner,)
    if usual := story.get("usual"):
        before = {key: usual[key] for key in OF_THE_FILES_BEFORE if key in usual}
        runner.usually(usual["run_min"], **before)
    _tell_answers(runner, story, knee="both" if both else runner.side.value)
    for number, knee in enumerate(knees):
        _tell_knee(knee, story, other=number > 0)
    _tell_besides(runner, story)
    _tell_wishes_and_exercises(runner, story)
    _tell_forms(runner, story)
    return runner


def _settings(story: Story) -> Settings:
    chosen = story.get("settings", {})
    return Settings(
        load_choice=LoadChoice(chosen.get("load_choice", "cut")),
        growth_pace=GrowthPace(chosen.get("growth_pace", "guide")),
        has_bike=chosen.get("has_bike", False),
        goal_week_min=chosen.get("goal_week_min"),
    )


def answers(told: Mapping[str, Any]) -> dict[str, Answer]:
    """Read answers: "unknown", lists, and days counted from the screening."""
    return {key: _answer(key, said) for key, said in told.items() if said != LEFT_OUT}


def _answer(key: str, said: Any) -> Answer:
    if said == "unknown":
        return UNKNOWN
    if key in DATES:
        return START + timedelta(days=said)
    answer: Answer = tuple(said) if isinstance(said, list) else said
    return answer


def left_out(said: Mapping[str, Any]) -> set[str]:
    """The questions that were not asked."""
    return {key for key, answer in said.items() if answer == LEFT_OUT}


def _tell_answers(runner: Runner, story: Story, *, knee: str) -> None:
    for asked in story.get("asked", []):
        said = asked.get("but", {})
        changes: dict[str, Any] = {"knee": knee} | answers(said)
        runner.screened(asked["day"], **changes)
        _leave_out(runner, left_out(said))
    for told in story.get("told", []):
        for day in days(told):
            runner.told(day, answers(told["answers"]), Origin.DIARY, told.get("hour", 12))
    for word in story.get("cleared", []):
        runner.cleared(word["day"], may_run=word.get("may_run", True))


def _tell_forms(runner: Runner, story: Story) -> None:
    """The weekly form: "none of these is new" to every sign that does not stand already."""
    every = range(FORM_EVERY_DAYS, story.get("weekly_form_until", 0) + 1, FORM_EVERY_DAYS)
    forms = {day: {} for day in every} | {form["day"]: form.get("but", {}) for form in story.get("form", [])}
    for day, said in sorted(forms.items()):
        noes = dict.fromkeys(SIGNS - _standing(runner, day), False)
        runner.told(day, {**noes, **answers(said)}, Origin.WEEKLY)


def _standing(runner: Runner, day: int) -> set[str]:
    """The signs last answered with anything else than "no"."""
    told = sorted((one for one in runner.answers if one.at < runner.at(day, 7)), key=lambda one: one.at)
    latest: dict[str, Answer] = {key: said for one in told for key, said in one.answers.items()}
    return {key for key, said in latest.items() if said is not False}


def _leave_out(runner: Runner, keys: Collection[str]) -> None:
    last = runner.answers[-1]
    kept = {key: said for key, said in last.answers.items() if key not in keys}
    runner.answers[-1] = replace(last, answers=kept)


def _tell_knee(knee: Runner, story: Story, *, other: bool) -> None:
    """Tell what one knee felt; the files are the runner's, and told with the first knee."""
    for run in story.get("run", []):
        said = dict(run)
        file = {key: said.pop(key) for key in OF_THE_FILE if key in said}
        has_file = said.pop("file", True) and not other
        when, minutes, at_other = days(said), said.pop("minutes"), said.pop("other_knee", {})
        felt = {key: _score(score) for key, score in said.items() if key not in {"day", "days"}}
        for day in when:
            if has_file:
                knee.ran(day, minutes, **file)
            knee.felt(day, **felt | (at_other if other else {}))
    for walk in story.get("walk", []):
        for day in days(walk):
            knee.walk(day, pain=walk.get("pain", 0), morning=walk.get("morning", 0))
    for morning in story.get("morning", []):
        for day in days(morning):
            knee.log(day, 8, morning=morning["pain"], limp=morning.get("limp"))
    for test in story.get("tested", []):
        said = test | (test.get("other_knee", {}) if other else {})
        knee.tested(test["day"], pain=said.get("pain", 0), hops=said.get("hops", 20))


def _score(said: Any) -> Any:
    return UNKNOWN if said == "unknown" else None if said == NOT_SAID else said


def _tell_besides(runner: Runner, story: Story) -> None:
    for ran in story.get("ran", []):
        for day in days(ran):
            runner.ran(day, ran["minutes"])
    for kind, sport in (("game", Sport.TEAM_OR_COURT), ("ride", Sport.CYCLING)):
        for one in story.get(kind, []):
            runner.did(sport, one["day"], one["minutes"])
    for number, pill in enumerate(story.get("painkiller", [])):
        for day in days(pill):
            at = runner.at(day, 8)
            runner.painkillers.append(PainkillerUse(record_id=f"pill-{number}-{day}", at=at, on=at.date()))
    for night in story.get("night", []):
        at, quality = runner.at(night["day"], 8), night["quality"]
        slept = Sleep(record_id=f"night-{at}", at=at, on=at.date(), hours=None, quality_0_10=quality)
        runner.sleeps.append(slept)
    for ill in story.get("ill", []):
        at, until = runner.at(ill["day"], 8), runner.date(ill["until"])
        runner.illnesses.append(Illness(record_id=f"ill-{at}", at=at, on=at.date(), until=until))


def _tell_wishes_and_exercises(runner: Runner, story: Story) -> None:
    for done in story.get("exercise", []):
        repetitions = tuple(done.get("repetitions", (12, 12)))
        runner.exercise(done["day"], done["name"], repetitions=repetitions, during=done["during"])
    for move in story.get("moved", []):
        runner.moved(move["day"], move["from_day"], move["to_day"])
