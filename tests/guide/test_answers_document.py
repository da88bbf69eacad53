from pathlib import Path

from kneewise.knowledge import read_questions
from kneewise.model.answers import Question, QuestionKind
from kneewise.present.schema import VERSION, answers_schema, choice_words
from kneewise.present.words import sentence

DOCUMENT = Path(__file__).parents[2] / "docs" / "screening-answers.md"

HEAD = "| Key | Question | Answer | List | Asked if | Weekly |\n|---|---|---|---|---|---|"


def table() -> str:
    """Write the catalogue as the document's table."""
    return "\n".join((HEAD, *(row(question) for question in read_questions())))


def row(question: Question) -> str:
    words = sentence(f"question.{question.key}")
    marks = {"required": question.required, "tells apart": question.tells_apart}
    listed = ", ".join((question.asked, *(mark for mark, applies in marks.items() if applies)))
    only_if = f"`{question.only_if}`" if question.only_if else ""
    weekly = "weekly" if question.weekly else ""
    return f"| `{question.key}` | {words} | {answer(question)} | {listed} | {only_if} | {weekly} |"


def answer(question: Question) -> str:
    choices = ", ".join(f"`{choice}`" for choice in question.choices)
    match question.kind:
        case QuestionKind.YES_NO:
            return "true, false"
        case QuestionKind.SCORE:
            return "0 to 10"
        case QuestionKind.COUNT:
            return f"whole number, {question.low:g} to {question.high:g}"
        case QuestionKind.AMOUNT:
            return f"number, {question.low:g} to {question.high:g}"
        case QuestionKind.CHOICE:
            return f"one of {choices}"
        case QuestionKind.CHOICES:
            return f"list of {choices}"
        case QuestionKind.DATE:
            return "day"
        case QuestionKind.TEXT:
            return "text"


def test_the_document_has_every_question_as_the_catalogue_says_it() -> None:
    assert table() in DOCUMENT.read_text(encoding="utf-8")


def choices() -> str:
    """Write what can be chosen as the document's other table."""
    asked = (one for one in read_questions() if one.key in {"places", "bone_spot", "swelling_where"})
    rows = (
        f"| `{one.key}` | `{choice}` | {choice_words(one, choice)} |"
        for one in asked
        for choice in one.choices
    )
    return "\n".join(("| Key | Choice | In words |\n|---|---|---|", *rows))


def test_the_document_says_every_place_and_spot_in_words() -> None:
    assert choices() in DOCUMENT.read_text(encoding="utf-8")


def test_the_schema_says_every_place_and_spot_in_words() -> None:
    fields = answers_schema(read_questions())["properties"]

    assert "behind_kneecap: behind or around the kneecap" in fields["places"]["description"]
    assert "outer_corner: outer back corner" in fields["places_other_knee"]["description"]
    assert "shin_bump: the bump at the top of the shin" in fields["bone_spot"]["description"]
    assert "description" not in fields["age_years"]


def test_document_and_schema_are_of_one_version() -> None:
    schema = answers_schema(read_questions())

    assert schema["version"] == VERSION
    assert schema["$id"].endswith(f":{VERSION}")
    assert DOCUMENT.read_text(encoding="utf-8").splitlines()[0].endswith(f", version {VERSION}")


def test_every_field_of_the_schema_stands_beside_its_question() -> None:
    fields = answers_schema(read_questions())["properties"]

    assert list(fields) == [question.key for question in read_questions()]
    for key, field in fields.items():
        assert field["title"] == sentence(f"question.{key}")
        assert "?" in field["title"]
