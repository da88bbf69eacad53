import ast
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import chain

import jsonschema
import pytest

from kneewise.app.required_if import needed
from kneewise.knowledge import read_questions
from kneewise.knowledge.patterns import read_patterns
from kneewise.knowledge.toml import ROOT
from kneewise.model.answers import Answer, QuestionKind
from kneewise.model.evidence import Number, Reason
from kneewise.model.findings import Colour, Fit, Profile, Urgency
from kneewise.model.observations import Baseline, CadenceBase, Irritability, Observations
from kneewise.model.places import Place
from kneewise.model.plan import Advice, Phase
from kneewise.model.runner import LoadChoice, Settings
from kneewise.present.schema import answers_schema
from kneewise.present.words import has_sentence, sentence
from tests.guide.made import ROOMS, assessment, noes, numbers, seen, told

USUAL = Baseline(measured=True, weeks=6, run_min=40.0, week_min=150.0, days_per_week=4.0)
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


def written_identifiers() -> Iterator[str]:
    """Read every identifier that the rooms and the engine write out: `"load.cut"`, `f"{ROOM}.swaps"`."""
    for path in chain((ROOT / "guide").rglob("*.py"), (ROOT / "engine").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            each.targets[0].id: each.value.value
            for each in tree.body
            if isinstance(each, ast.Assign)
            and isinstance(each.targets[0], ast.Name)
            and isinstance(each.value, ast.Constant)
        }
        formatted = [each for each in ast.walk(tree) if isinstance(each, ast.JoinedStr)]
        within = {id(part) for each in formatted for part in each.values}
        plain = (each for each in ast.walk(tree) if isinstance(each, ast.Constant) and id(each) not in within)
        said = [str(each.value) for each in plain] + [_filled(each, constants) for each in formatted]
        yield from (each for each in said if re.fullmatch(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_.]*", each))


def _filled(formatted: ast.JoinedStr, constants: Mapping[str, object]) -> str:
    parts = [ast.unparse(part) for part in formatted.values]
    for number, part in enumerate(formatted.values):
        match part:
            case ast.Constant(value=str() as text):
                parts[number] = text
            case ast.FormattedValue(value=ast.Name(id=name)) if name in constants:
                parts[number] = str(constants[name])
            case _:
                parts[number] = "?"
    return "".join(parts)


def test_every_identifier_written_in_the_rooms_and_the_engine_has_a_sentence() -> None:
    written = set(written_identifiers())

    assert len(written) > 100
    assert sorted(key for key in written if not has_sentence(key)) == []


def test_every_place_colour_phase_and_reason_to_ask_has_a_sentence() -> None:
    keys = [
        *(f"place.{each.value}" for each in Place),
        *(f"colour.{each.value}" for each in Colour),
        *(f"mark.{each.value}" for each in Colour),
        *(f"phase.{each.value}" for each in Phase),
        *(f"fit.{each.value}" for each in Fit),
        *(f"say.{each.word}" for each in Urgency if each.stops_running),
        *(f"care.{each.word}" for each in Urgency if each is not Urgency.NONE),
        *(f"step1_pain.green_{each.value}" for each in Profile),
        *(f"step2_load.cut_{each.value}" for each in Irritability),
        *(f"pain.pattern.{each.id}" for each in read_patterns().conditions if each.named),
        *(f"red_flags.{each}" for each in ("not_asked", "form_ran_out", "ask_once_more", "ask_again")),
        *(f"red_flags.{each}" for each in ("bone_earlier_alone", "bone_walking_alone", "pills_before_runs")),
        *(f"asked.{each.asked}" for each in read_questions()),
    ]

    assert [key for key in keys if not has_sentence(key)] == []


def test_every_sign_of_the_weekly_form_can_be_said_in_a_list() -> None:
    listed = [each.key for each in read_questions() if each.weekly and not each.only_if]

    assert [key for key in listed if not has_sentence(f"sign.{key}")] == []


def test_no_question_can_be_misread_by_a_no() -> None:
    asked = {f"question.{each.key}" for each in read_questions() if each.kind is QuestionKind.YES_NO}
    doubled = re.compile(r"(can|could|did|does|has|have|is|are) (you|the knee|it) not\b|.*\bnobody\b")

    assert [key for key in sorted(asked) if doubled.match(sentence(key).lower())] == []


def test_the_answers_schema_takes_answers_unknowns_and_gaps_and_nothing_else() -> None:
    schema = answers_schema(read_questions(), needed())
    checker = jsonschema.Draft202012Validator(schema)

    jsonschema.Draft202012Validator.check_schema(schema)

    assert checker.is_valid({})
    assert checker.is_valid({"night_pain": True, "places": ["behind_kneecap"], "age_years": "unknown"})
    assert not checker.is_valid({"night_pain": "maybe"})
    assert not checker.is_valid({"pain_this_morning": 11})
    assert not checker.is_valid({"nightpain": True})
