"""Which questions running waits for."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kneewise.guide.red_flags.bone import PAUSING
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.said import TOLD_TWICE, Said
from kneewise.model.answers import UNKNOWN, Question
from kneewise.model.catalogue import Catalogue


def applying(said: Said, catalogue: Catalogue) -> Iterator[Question]:
    """Yield the required questions that this runner's answers call for."""
    for question in catalogue.required:
        if not question.only_if or said.yes(question.only_if) or _called_for(question, said):
            yield question


def _called_for(question: Question, said: Said) -> bool:
    """A swollen calf or leg asks what a painful calf asks."""
    return question.only_if == "calf_pain" and said.yes("calf_or_leg_swelling")


def not_asked(said: Said, questions: Iterable[Question]) -> tuple[str, ...]:
    """List what was never answered."""
    return tuple(each.key for each in questions if each.key not in said.latest)


def ran_out(said: Said, questions: Iterable[Question], numbers: Numbers, *, on: date) -> tuple[str, ...]:
    """List the weekly questions whose "no" is too old."""
    good = timedelta(days=numbers.no_good_for_days.value)
    return tuple(
        each.key
        for each in questions
        if each.weekly and said.no(each.key) and on - said.given[each.key][0] > good
    )


def ask_once_more(said: Said, questions: Iterable[Question]) -> tuple[str, ...]:
    """List what was asked and not known, once."""
    return tuple(
        each.key
        for each in questions
        if said.latest.get(each.key) is UNKNOWN and said.unknown_times[each.key] < TOLD_TWICE
    )


def ask_again(said: Said, numbers: Numbers, *, on: date) -> tuple[str, ...]:
    """List the answers that pause, once two days have gone by."""
    after = timedelta(days=numbers.ask_again_after_days.value)
    keys = (*PAUSING, "painkillers_before_runs")
    return tuple(key for key in keys if said.yes(key) and on - said.given[key][0] >= after)
