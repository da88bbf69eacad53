"""Which questions running waits for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kneewise.guide.red_flags.bone import denied_too_soon, walks_in_pain
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.said import TOLD_TWICE, Said
from kneewise.model.answers import UNKNOWN, Question
from kneewise.model.catalogue import Catalogue

EMERGENCY: Final = "emergency"
LIMP: Final = "limp"
OPTIONAL_STOPS: Final = ("swelling_within_hours_of_run",)
"""Questions that may be passed over, and stop running where they count as yes."""
BESIDE_A_LIMP: Final = ("cannot_put_weight", "fever_or_chills", "hip_or_groin_pain", "hop_pain_in_groin")
CALLED_FOR: Final = {"calf_pain": "calf_or_leg_swelling", "swelling": "swelling_within_hours_of_run"}
"""A swollen leg asks what a painful calf asks; swelling after runs, what a swollen knee asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the required questions come to, until something is said again.

    Attributes:
        not_asked: Those never answered, or not since the sign that they hang on was new.
        once_more: Those asked and not known, once.
        noes: Those answered "no" that are good for some days only, and ``oldest`` the day of the first.
    """

    not_asked: tuple[str, ...]
    once_more: tuple[str, ...]
    noes: tuple[str, ...]
    oldest: date


def waiting(said: Said, catalogue: Catalogue) -> Waiting:
    """Go through the questions that this runner's answers call for."""
    questions = tuple(applying(said, catalogue))
    noes = tuple(each.key for each in questions if each.weekly and said.no(each.key))
    return Waiting(
        not_asked=(*not_asked(said, questions), *asked_anew(said, catalogue)),
        once_more=ask_once_more(said, (*questions, *(catalogue.by_key[key] for key in OPTIONAL_STOPS))),
        noes=noes,
        oldest=min((said.given[key][0] for key in noes), default=date.max),
    )


def applying(said: Said, catalogue: Catalogue) -> Iterator[Question]:
    """Yield the required questions that this runner's answers call for."""
    for question in catalogue.required:
        if not question.only_if or _called_for(question, said):
            yield question


def _called_for(question: Question, said: Said) -> bool:
    return said.yes(question.only_if) or said.yes(CALLED_FOR.get(question.only_if, question.only_if))


def asked_anew(said: Said, catalogue: Catalogue) -> tuple[str, ...]:
    """List what running does not wait for by itself, and was told only of a sign before this one."""
    hanging = (catalogue.by_key[key] for key in sorted(said.forgotten))
    return tuple(each.key for each in hanging if not each.required and _called_for(each, said))


def not_asked(said: Said, questions: Iterable[Question]) -> tuple[str, ...]:
    """List what was never answered."""
    return tuple(each.key for each in questions if each.key not in said.latest)


def ran_out(
    said: Said, asked: Waiting, besides: Iterable[str], numbers: Numbers, *, on: date
) -> tuple[str, ...]:
    """List what is asked, of the required questions and those besides, whose "no" is too old."""
    good = timedelta(days=numbers.no_good_for_days.value)
    keys = (*asked.noes, *besides) if on - asked.oldest > good else tuple(besides)
    return tuple(key for key in keys if said.no(key) and on - said.given[key][0] > good)


def ask_once_more(said: Said, questions: Iterable[Question]) -> tuple[str, ...]:
    """List what was asked and not known, once."""
    return tuple(
        each.key
        for each in questions
        if said.latest.get(each.key) is UNKNOWN and said.unknown_times[each.key] < TOLD_TWICE
    )


def in_doubt(asked: Waiting, catalogue: Catalogue) -> tuple[str, ...]:
    """List the emergency questions among those to be asked once more."""
    return tuple(key for key in asked.once_more if catalogue.by_key[key].asked == EMERGENCY)


def asked_by_limp(said: Said) -> tuple[str, ...]:
    """List what a limp of today makes urgent, where it was last answered before the limp began."""
    since = said.since.get(LIMP)
    if since is None or not said.yes(LIMP):
        return ()
    return tuple(key for key in BESIDE_A_LIMP if said.no(key) and said.given[key][0] < since)


def ask_again(said: Said, numbers: Numbers, *, on: date) -> tuple[str, ...]:
    """List the answers that pause, once two days have gone by."""
    after = timedelta(days=numbers.ask_again_after_days.value)
    pausing = (
        ("pain_earlier_each_run", said.yes("pain_earlier_each_run")),
        ("pain_walking", walks_in_pain(said, numbers)),
        ("painkillers_before_runs", said.yes("painkillers_before_runs")),
    )
    again = [key for key, pauses in pausing if pauses and on - said.given[key][0] >= after]
    soon = [key for key in denied_too_soon(said, numbers) if on - said.last_yes[key] >= after]
    return (*again, *soon)
