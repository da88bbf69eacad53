from importlib import import_module
from itertools import chain

import jsonschema
import pytest

from kneewise.knowledge import read_questions
from kneewise.knowledge.patterns import read_patterns
from kneewise.model.answers import Answer
from kneewise.model.evidence import Number, Reason
from kneewise.model.observations import Baseline, CadenceBase, Irritability, Observations
from kneewise.model.places import Place
from kneewise.model.plan import Advice
from kneewise.model.runner import LoadChoice, Settings
from kneewise.present.schema import answers_schema
from kneewise.present.words import flags, has_sentence, patterns, rooms, sentence
from tests.guide.made import ROOMS, assessment, noes, numbers, seen, told

USUAL = Baseline(
    measured=True, weeks=6, run_min=40.0, week_min=150.0, days_per_week=4.0, longest_run_min=70.0
)
CADENCE = CadenceBase(cadence_spm=164, speed_m_s=2.8, runs=6)


def looks() -> list[Observations]:
    """Runners who together are told most of what the rooms can say."""
    catalogue = numbers("red_flags").catalogue
    every: dict[str, Answer] = noes() | dict.fromkeys(catalogue.yes_no, True)
    swap = Settings(load_choice=LoadChoice.SWAP, has_pool=True)
    return [
        seen(),
        seen(told(every)),
        seen(told(noes()), days=9),
        seen(told(noes(age_years=15))),
        seen(told(noes(knee_operation_last_12_months=True)), irritability=Irritability.MODERATE),
        seen(told(noes(high_arches=True)), more_running_lately=True),
        seen(told(noes(pain_walking=True))),
        seen(
            told(noes(places=("outer_above",), starts_at_same_distance=True)), baseline=USUAL, cadence=CADENCE
        ),
        seen(
            told(noes(places=("below_kneecap",), warms_up=True, hurts_hop=True)),
            baseline=USUAL,
            settings=swap,
            irritability=Irritability.MILD,
            shoe_km={"A": 700.0, "B": 3.0},
        ),
    ]


def said(at: Observations) -> tuple[list[Advice], list[Reason]]:
    found = assessment(at)
    given = [
        one for room in ROOMS for one in import_module(f"kneewise.guide.{room}").advise(found, numbers(room))
    ]
    rooms = (found.safety, found.pain, found.load, found.cadence, found.strength, found.ankle)
    rest = (found.footwear, found.recovery, found.tips)
    reasons = chain.from_iterable(each.because for each in (*rooms, *rest, *given))
    return given, list(reasons)


@pytest.mark.parametrize("at", looks())
def test_every_advice_and_every_reason_can_be_said(at: Observations) -> None:
    given, reasons = said(at)

    advices = [sentence(one.action, **one.amounts) for one in given]
    words = [
        sentence(each.rule, seen=each.seen, limit=each.limit, unit=each.unit, **(each.facts or {}))
        for each in reasons
    ]

    assert all(advices)
    assert all(words)


def test_every_flag_pattern_and_feature_has_a_sentence() -> None:
    flags = [f"red_flags.{name}" for name, number in _flags() if number.unit == "urgency"]
    table = read_patterns()
    named = [f"pattern.{each.id}" for each in table.conditions if each.named]
    features = [f"feature.{each.id}" for each in table.features]
    absent = [f"feature.{each.id}.absent" for each in table.features if each.keys]

    assert [key for key in (*flags, *named, *features, *absent) if not has_sentence(key)] == []


def _flags() -> list[tuple[str, Number]]:
    room = numbers("red_flags")
    return [(name, getattr(room, name)) for name in type(room).__dataclass_fields__ if name != "catalogue"]


def test_every_question_and_every_choice_has_a_sentence() -> None:
    questions = [f"question.{each.key}" for each in read_questions()]
    choices = [
        f"choice.{each.key}.{choice}"
        for each in read_questions()
        for choice in each.choices
        if choice not in set(Place) or each.key == "bone_spot"
    ]

    assert [key for key in (*questions, *choices) if not has_sentence(key)] == []


def test_no_sentence_promises_names_a_share_or_shouts() -> None:
    spoken = {
        key: str(words).lower() for file in (flags, patterns, rooms) for key, words in file.SENTENCES.items()
    }

    assert [key for key, words in spoken.items() if "!" in words or " safe" in words or "cure" in words] == []
    assert [
        key for key, words in spoken.items() if "diagnosis" in words.replace("this is not a diagnosis", "")
    ] == []


def test_the_answers_schema_takes_answers_unknowns_and_gaps_and_nothing_else() -> None:
    schema = answers_schema(read_questions())
    checker = jsonschema.Draft202012Validator(schema)

    jsonschema.Draft202012Validator.check_schema(schema)

    assert checker.is_valid({})
    assert checker.is_valid({"night_pain": True, "places": ["behind_kneecap"], "age_years": "unknown"})
    assert not checker.is_valid({"night_pain": "maybe"})
    assert not checker.is_valid({"pain_this_morning": 11})
    assert not checker.is_valid({"nightpain": True})
