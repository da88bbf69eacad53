"""The document of the answers file, and the schema, are held to what the code does."""

import random
from typing import Final

import jsonschema
import pytest

from kneewise.app.required_if import needed
from kneewise.app.screen import parse_file
from kneewise.guide import red_flags
from kneewise.knowledge import read_questions
from kneewise.model.answers import Question, QuestionKind
from kneewise.present.schema import VERSION, answers_schema
from kneewise.present.words import sentence, sentences
from kneewise.web.pages.screen import show_screen
from tests.answers.page import PAGE, page
from tests.guide.made import DAY, numbers, seen, told

FILES: Final = 100
FIELDS: Final = answers_schema(read_questions(), needed())["properties"]
WAITS: Final = {
    key: jsonschema.Draft202012Validator(field["x-required-if"])
    for key, field in FIELDS.items()
    if "x-required-if" in field
}
SAYS_ANOTHER: Final = {"calf_pain", "thigh_pain", "pain_above_7"}
"""Not asked where a place or a score says it already."""


def some_answer(question: Question, chance: random.Random) -> object:
    """Answer one question, mostly with what reassures."""
    match question.kind:
        case QuestionKind.YES_NO:
            return chance.random() < 0.1
        case QuestionKind.CHOICE:
            return str(chance.choice(question.choices))
        case QuestionKind.CHOICES:
            return [str(chance.choice(question.choices))]
        case QuestionKind.DATE:
            return DAY.isoformat()
        case QuestionKind.SCORE:
            return chance.randint(0, 10)
        case QuestionKind.COUNT | QuestionKind.AMOUNT | QuestionKind.TEXT:
            return chance.randint(int(question.low or 0), int(question.high or 0))


def some_file(seed: int, share: float) -> dict[str, object]:
    """Fill a file with a share of the answers; some of them are not known."""
    chance = random.Random(seed)
    asked = [one for one in read_questions() if chance.random() < share]
    return {one.key: "unknown" if chance.random() < 0.02 else some_answer(one, chance) for one in asked}


def asked_for(file: dict[str, object]) -> set[str]:
    """List what running waits for, of what the file says nothing of."""
    answers = parse_file(file, on=DAY)
    found = red_flags.assess(seen(told(answers)), numbers("red_flags"))
    return {*found.ask} - answers.keys()


def said_to_be(file: dict[str, object]) -> set[str]:
    """List what the schema says that running waits for."""
    answers = parse_file(file, on=DAY)
    return {key for key, check in WAITS.items() if key not in answers and check.is_valid(file)}


def test_the_document_has_every_question_choice_and_pattern_as_the_code_has_them() -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert page(written) == written, "make answers"


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_running_waits_for_what_the_schema_says_and_for_nothing_else(share: float) -> None:
    files = [some_file(seed, share) for seed in range(FILES)]

    left = [said_to_be(file) ^ asked_for(file) for file in files]

    assert set().union(*left) <= SAYS_ANOTHER
    assert all(said_to_be(file) >= asked_for(file) for file in files)


def test_a_file_of_all_noes_still_lacks_what_a_no_does_not_answer() -> None:
    noes = {one.key: False for one in read_questions() if one.required and one.kind is QuestionKind.YES_NO}
    told_who = noes | {"age_years": 34, "knee": "right"}

    assert said_to_be(told_who) == {"more_running_lately"}
    assert said_to_be(told_who | {"age_years": 15}) == {"more_running_lately", "thigh_pain", "foot_turns_out"}
    assert said_to_be(told_who | {"steroid_last_3_months": True}) == {"more_running_lately", "places"}


def test_imported_runs_may_tell_of_more_running() -> None:
    assert [key for key, field in FIELDS.items() if "x-told-by-runs" in field] == ["more_running_lately"]


def test_what_is_asked_of_a_painful_calf_is_asked_of_a_swollen_leg_and_of_a_calf_pointed_at() -> None:
    alone = asked_for({"calf_pain": True}) - asked_for({})

    assert alone <= asked_for({"calf_or_leg_swelling": True})
    assert alone <= asked_for({"places": ["calf"]})
    assert not alone & asked_for({"same_effort_calf_or_foot_cramp": True})
    assert all(WAITS[key].is_valid({"places_other_knee": ["back_calf"]}) for key in alone)


def test_the_schema_says_every_place_and_spot_in_words() -> None:
    fields = answers_schema(read_questions(), needed())["properties"]

    assert "behind_kneecap: behind or around the kneecap" in fields["places"]["description"]
    assert "outer_corner: outer back corner" in fields["places_other_knee"]["description"]
    assert "shin_bump: the bump at the top of the shin" in fields["bone_spot"]["description"]
    assert "description" not in fields["age_years"]


def test_what_people_would_guess_is_said_beside_the_question_everywhere() -> None:
    written = PAGE.read_text(encoding="utf-8")

    helped = {key.removeprefix("help."): sentence(key) for key in sentences() if key.startswith("help.")}
    shown = {
        one.key: one.why
        for group in show_screen(read_questions(), {}, first=True).lists
        for one in group.asked
    }
    further = {
        inner.key: inner.why
        for group in show_screen(read_questions(), {}, first=True).lists
        for one in group.asked
        for inner in one.further
    }

    assert helped.keys() >= {
        "catching_or_clicking",
        "hop_pain_on_bone",
        "injury",
        "limp",
        "giving_way",
        "sex",
    }
    assert {key: why for key, why in (shown | further).items() if why} == helped
    for key, said in helped.items():
        assert FIELDS[key]["description"].startswith(said)
        assert f"{sentence(f'question.{key}')} {said} |" in written


def test_document_and_schema_are_of_one_version() -> None:
    schema = answers_schema(read_questions(), needed())

    assert schema["version"] == VERSION
    assert schema["$id"].endswith(f":{VERSION}")
    assert PAGE.read_text(encoding="utf-8").splitlines()[0].endswith(f", version {VERSION}")


def test_every_field_of_the_schema_stands_beside_its_question() -> None:
    fields = answers_schema(read_questions(), needed())["properties"]

    assert list(fields) == [question.key for question in read_questions()]
    for key, field in fields.items():
        assert field["title"] == sentence(f"question.{key}")
        assert "?" in field["title"]
