"""What a runner told, in plain words: the events of a story."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kneewise.knowledge import read_questions
from kneewise.model.answers import Question, QuestionKind
from kneewise.present.diary import say_parts
from kneewise.present.words import sentence
from tests.engine.made import MODERATE
from tests.guide.made import noes
from tests.stories.read import Story
from tests.stories.tell import LEFT_OUT, NOT_SAID

QUESTIONS: Mapping[str, Question] = {question.key: question for question in read_questions()}
WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
WEEKS = {6: "six", 10: "ten"}
LAST_RUN = {
    "pain_before_last_run": "before it",
    "pain_during_last_run": "at worst",
    "pain_60min_after_last_run": "an hour later",
    "pain_morning_after_last_run": "the next morning",
    "pain_24h_after_last_run": "a day later",
}
OF_A_RUN = {
    "before": "before",
    "during": "at worst",
    "after_60min": "an hour later",
    "morning": "the next morning",
    "after_24h": "a day later",
}
LONG = 4
WHO = ("age_years", "sex", "knee")
KNEES = {
    "right": "the right knee hurts",
    "left": "the left knee hurts",
    "both": "both knees hurt",
}


def who(story: Story) -> str:
    """Say who the runner is, and how the running was."""
    asked = story["asked"][0].get("but", {}) if "asked" in story else {}
    age = asked.get("age_years", 30)
    years = "age not known" if age == "unknown" else f"{age} years old"
    sex = f", {asked['sex']}" if "sex" in asked else ""
    said = [f"{years}{sex}; {KNEES[story.get('knee', 'right')]}.", *story.get("who", "").split("\n")]
    return " ".join(part for part in (*said, _usual(story), _chosen(story)) if part)


def _usual(story: Story) -> str:
    if "usual" not in story:
        return "No files."
    usual = story["usual"]
    days = _and([WEEKDAYS[day] for day in usual.get("days", (0, 2, 4))])
    files = "files of a treadmill that tell the time alone" if usual.get("only_time") else "the watch's files"
    if usual.get("treadmill") and not usual.get("only_time"):
        files = "the files of a treadmill that counts steps"
    steps = f", {usual['cadence_spm']} steps a minute" if "cadence_spm" in usual else ""
    weeks = WEEKS[usual.get("weeks", 6)]
    told = " The runner was asked, and said that it was all running." if usual.get("all_running") else ""
    return f"For {weeks} weeks {usual['run_min']} minutes on {days}{steps}, by {files}.{told}"


def _chosen(story: Story) -> str:
    chosen = story.get("settings", {})
    said = {
        "load_choice": "Would rather swap runs than shorten them, and has a bike.",
        "growth_pace": "Chose the wider weekly pace.",
        "goal_week_min": f"Wants to run {chosen.get('goal_week_min')} minutes a week.",
    }
    return " ".join(words for key, words in said.items() if key in chosen)


def _and(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


# ------------------------------------------------------------------------------------------ questions


def asked(entry: Mapping[str, Any]) -> str:
    """Say the first questions: what differs from the runner of all stories."""
    but = {key: said for key, said in entry.get("but", {}).items() if key not in WHO or said == "unknown"}
    usual: dict[str, Any] = {**noes(), **MODERATE}
    told = {key: said for key, said in but.items() if usual.get(key) != said}
    parts = [_last_run({**MODERATE, **told})] if told.keys() & LAST_RUN.keys() else []
    parts += _answers({key: said for key, said in told.items() if key not in LAST_RUN})
    return f"The first questions. {' '.join(parts) or 'No warning sign.'}"


def _last_run(scores: Mapping[str, Any]) -> str:
    said = [f"{_score(scores[key])} {when}" for key, when in LAST_RUN.items() if key in scores]
    return f"The last run: {', '.join(said)}."


def told(entry: Mapping[str, Any]) -> str:
    """Say answers that were given on the way."""
    return " ".join(_answers(entry["answers"]))


def form(entry: Mapping[str, Any]) -> str:
    """Say a weekly form."""
    but = entry.get("but", {})
    new = {key: said for key, said in but.items() if said is not False}
    if not new:
        return "The weekly form: none of these is new."
    return f"The weekly form. {' '.join(_answers(new))} Nothing else is new."


def _answers(said: Mapping[str, Any]) -> list[str]:
    return [_question(key, answer) for key, answer in said.items()]


def _question(key: str, said: Any) -> str:
    if key == "places" and isinstance(said, list):
        return f"It hurts: {_and([sentence(f'place.{place}') for place in said])}."
    return f"“{sentence(f'question.{key}')}” {_answer(QUESTIONS[key], said)}"


def _answer(question: Question, said: Any) -> str:
    if said in ("unknown", LEFT_OUT):
        return "I don't know." if said == "unknown" else "Not asked."
    if isinstance(said, bool):
        return "Yes." if said else "No."
    if question.kind is QuestionKind.DATE:
        return f"{_days_ago(said)}."
    if question.kind is QuestionKind.CHOICE:
        return f"{_capital(sentence(f'choice.{question.key}.{said}'))}."
    return f"{said}."


def _days_ago(day: int) -> str:
    return f"On day {day}" if day >= 0 else "The day before" if day == -1 else f"{-day} days before"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _score(said: Any) -> str:
    return "not known" if said == "unknown" else "not said" if said == NOT_SAID else str(said)


# --------------------------------------------------------------------------------------- runs and days


def run(entry: Mapping[str, Any]) -> str:
    """Say a run with its diary."""
    what = f"Runs {entry['minutes']} minutes{_of_the_file(entry)}."
    other = entry.get("other_knee")
    scores = {"before": 0, "during": 1, "after_60min": 0, "morning": 0}
    right = "The right knee: " if other is not None else "Pain: "
    parts = [what, f"{right}{_scores(scores | _plain(entry))}."]
    if other is not None:
        parts.append(f"The left knee: {_scores(scores | _plain(entry) | other)}.")
    return " ".join([*parts, *_beside(entry)])


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: said for key, said in entry.items() if key in OF_A_RUN}


def _scores(scores: Mapping[str, Any]) -> str:
    said = [
        f"{_score(scores[key])} {when}"
        for key, when in OF_A_RUN.items()
        if key in scores and not (key == "before" and scores[key] == 0)
    ]
    return ", ".join(said)


def _of_the_file(entry: Mapping[str, Any]) -> str:
    treadmill = " on the treadmill" if entry.get("treadmill") else ""
    steps = f", {entry['cadence_spm']} steps a minute" if "cadence_spm" in entry else ""
    return treadmill + steps + (", without a watch" if entry.get("file") is False else "")


def _beside(entry: Mapping[str, Any]) -> Iterator[str]:
    if entry.get("limp") is True:
        yield "A limp."
    if entry.get("painkiller") is True:
        yield "A painkiller in the day before."
    if entry.get("painkiller") == NOT_SAID:
        yield "Of painkillers the entry says nothing."
    if "first_pain_min" in entry:
        yield f"The first pain comes after {entry['first_pain_min']} minutes, and the run ends."


def ran(entry: Mapping[str, Any]) -> str:
    """Say a run that the watch's file alone tells of."""
    return f"Runs {entry['minutes']} minutes, by the file; nothing is said of the knee."


def walk(entry: Mapping[str, Any]) -> str:
    """Say a brisk walk."""
    pain, morning = entry.get("pain", 0), entry.get("morning", 0)
    return f"A brisk walk of 30 minutes. Pain: {pain}, {morning} the next morning."


def morning(entry: Mapping[str, Any]) -> str:
    """Say a morning."""
    limp = " No limp any more." if entry.get("limp") is False else ""
    return f"The knee in the morning: {entry['pain']}.{limp}"


def tested(entry: Mapping[str, Any]) -> str:
    """Say the tests that lead out of Calm."""
    hops = {20: "twenty", 19: "nineteen"}[entry.get("hops", 20)]
    pain = f"Stairs, {hops} hops, ten squats on one leg. Pain: {entry.get('pain', 0)}"
    other = entry.get("other_knee")
    return f"{pain}." if other is None else f"{pain} in the right knee, {other['pain']} in the left."


def night(entry: Mapping[str, Any]) -> str:
    """Say how the night was."""
    return f"The night before: sleep {entry['quality']} of 10."


def painkiller(_entry: Mapping[str, Any]) -> str:
    """Say that a painkiller was taken."""
    return "A painkiller in the morning, written down apart."


def ill(entry: Mapping[str, Any]) -> str:
    """Say that the runner is ill."""
    return f"Ill until day {entry['until']}; written down."


def moved(entry: Mapping[str, Any]) -> str:
    """Say which run the runner would have on another day."""
    return f"The runner asks to have the run of day {entry['from_day']} on day {entry['to_day']}."


def exercise(entry: Mapping[str, Any]) -> str:
    """Say an exercise that was done."""
    done = say_parts(
        "exercise", {"exercise": entry["name"], "repetitions": entry.get("repetitions", [12, 12])}
    )
    return f"{_capital(done)}. Pain: {entry['during']}, 0 the next morning."


def game(entry: Mapping[str, Any]) -> str:
    """Say a ball game."""
    return f"Football, {entry['minutes']} minutes."


def ride(entry: Mapping[str, Any]) -> str:
    """Say a ride."""
    return f"A ride of {entry['minutes']} minutes."


def cleared(entry: Mapping[str, Any]) -> str:
    """Say a clinician's word."""
    by = entry.get("by", "physiotherapist")
    said = "that running is fine" if entry.get("may_run", True) else "not to run yet"
    return f"A clinician ({by}) says {said}."


def on_days(days: Iterable[int]) -> str:
    """Name days: "Day 3", "Days 1, 3 and 5"."""
    named = sorted(days)
    if named[0] < 0:
        return f"{_and([str(-day) for day in named])} days before"
    if len(named) >= LONG and named == list(range(named[0], named[-1] + 1)):
        return f"Days {named[0]} to {named[-1]}"
    return f"Day{'s' if len(named) > 1 else ''} {_and([str(day) for day in named])}"
