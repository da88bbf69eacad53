"""What to ask next: of the questions that tell patterns apart, the one that would tell most."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from math import log2

from kneewise.guide.step1_pain.answered import Heard, listened_to
from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.guide.step1_pain.patterns import first, look, shares
from kneewise.model.answers import Answer
from kneewise.model.patterns import Telling

Answers = Mapping[str, Answer]
Shares = Mapping[str, float]


def ask_next(
    answers: Answers, numbers: Numbers, *, passed: AbstractSet[str] = frozenset()
) -> tuple[Telling, ...]:
    """Order the open questions by what each would tell; none where nothing would, or where enough were asked.

    Args:
        answers: Everything answered so far; an answer of "not known" is one.
        numbers: The room's.
        passed: Questions that were put and left for later.
    """
    every = numbers.catalogue.tells_apart
    asked = answers.keys() | passed
    left = max(0, int(numbers.ask_most.value) - sum(key in asked for key in every))
    telling = [told for told in _weigh(answers, numbers) if told.key not in passed]
    return tuple(sorted(telling, key=lambda told: (not told.names, -told.bits))[:left])


def _weigh(answers: Answers, numbers: Numbers) -> Iterator[Telling]:
    """Say of each open question what it would tell, as far as that is worth a question."""
    for key in numbers.catalogue.tells_apart:
        if key not in answers:
            told = Telling(
                key=key, bits=_expected_bits(key, answers, numbers), names=_names(key, answers, numbers)
            )
            if told.names or told.bits >= numbers.ask_from_bits.value:
                yield told


def _expected_bits(key: str, answers: Answers, numbers: Numbers) -> float:
    """How much less doubt to expect: after a yes and after a no, each as often as it is to come."""
    feature = next((each for each in numbers.table.features if key in each.keys), None)
    if feature is None:
        return 0.0
    now = _shares(answers, numbers)
    yes = sum(now[each.id] * each.shares[feature.id] for each in numbers.table.conditions)
    after_yes = doubt_bits(_shares({**answers, key: True}, numbers))
    after_no = doubt_bits(_shares({**answers, key: False}, numbers))
    return doubt_bits(now) - yes * after_yes - (1 - yes) * after_no


def doubt_bits(found: Shares) -> float:
    """The entropy of the shares of all conditions, those that are never named included."""
    return -sum(share * log2(share) for share in found.values() if share > 0)


def _names(key: str, answers: Answers, numbers: Numbers) -> str:
    """Name the rare pattern that a yes would put first, and that nothing but its own sign can."""
    owners = [each for each in numbers.table.conditions if key in each.needs_yes]
    if not owners:
        return ""
    heard = _heard({**answers, key: True}, numbers)
    at = look(heard, numbers)
    best = first(heard, at, shares(at, numbers), numbers)
    return next((each.id for each in owners if each.id == best), "")


def _shares(answers: Answers, numbers: Numbers) -> Shares:
    return shares(look(_heard(answers, numbers), numbers), numbers)


def _heard(answers: Answers, numbers: Numbers) -> Heard:
    said = tuple((key, answers[key]) for key in listened_to(numbers.table) if key in answers)
    return Heard(said, None)
