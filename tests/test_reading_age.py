"""A tired runner of twelve understands every text: seven years of school, names of illnesses excepted.

The hardest ten of each language are listed with what they say: ``pytest tests/test_reading_age.py -rA``.
"""

import pytest

from tests.reading.formulas import english_syllables, german_syllables, grade, sentences
from tests.reading.texts import BLOCK, NAMES, Text, blocks, texts

MOST = 7.0
LISTED = 10


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_text_asks_for_more_than_seven_years_of_school(language: str) -> None:
    found = texts(language)
    listed = "\n".join(f"{one.grade:4.1f}  {one.where}: {one.said}" for one in found[:LISTED])
    print(f"The hardest {LISTED} of {len(found)} texts in {language}:\n{listed}")  # noqa: T201 - asked for.

    assert len(found) > 250
    assert [one for one in found if one.grade > MOST] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("knee", 1), ("minutes", 2), ("walked", 1), ("ended", 2), ("table", 2), ("little", 2),
        ("answered", 2),
        ("emergency", 4), ("exercises", 4), ("clinician", 3), ("usual", 3), ("people", 2), ("studies", 2),
        ("times", 1), ("changes", 2), ("movement", 2), ("safely", 2), ("pharmacist", 3), ("swelling", 2),
        ("lying", 2), ("infection", 3), ("you", 1), ("don’t", 1), ("runner’s", 2), ("shoes", 1),
        ("injury", 3)    ],
)  # fmt: skip
def test_english_syllables_are_those_that_are_spoken(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Knie", 1), ("Läufe", 2), ("Treppe", 2), ("Schrittfrequenz", 3), ("Kniescheibe", 3),
        ("Notaufnahme", 4),
        ("Physiotherapie", 6), ("Schmerz", 1), ("beantworten", 4), ("Leute", 2), ("Studien", 3), ("Haare", 2),
        ("Schienbeinkante", 4), ("zurück", 2), ("Übung", 2), ("Tage", 2), ("heute", 2), ("weiß", 1),
    ],
)  # fmt: skip
def test_german_syllables_are_those_that_are_spoken(word: str, count: int) -> None:
    assert german_syllables(word) == count


def test_flesch_kincaid_gives_the_published_grade() -> None:
    assert grade("The cat sat on the mat.", "en") == pytest.approx(-1.45)


def test_flesch_kincaid_counts_words_a_sentence_and_syllables_a_word() -> None:
    said = "The runner walked to the kneecap clinic. It was closed."

    assert [len(one) for one in sentences(said)] == [7, 3]
    assert grade(said, "en") == pytest.approx(0.39 * 10 / 2 + 11.8 * 13 / 10 - 15.59)


def test_the_fourth_wiener_counts_words_a_sentence_and_long_words() -> None:
    said = "Beantworte erst die Fragen. Dann darfst du vielleicht wieder laufen."

    assert grade(said, "de") == pytest.approx(0.2656 * 10 / 2 + 0.2744 * 100 * 1 / 10 - 1.693)


def test_a_colon_parts_two_full_units_of_speech_only() -> None:
    assert [len(one) for one in sentences("Running waits for a day: the knee is still too sore.")] == [5, 6]
    assert [len(one) for one in sentences("Warm up: walk.")] == [3]


def test_a_name_counts_as_a_short_word_and_a_command_as_none() -> None:
    assert grade("It is osteoarthritis.", "en", ["osteoarthritis"]) == grade("It is sore.", "en")
    assert [*sentences("Take it back with `kneewise log undo`.")] == [["Take", "it", "back", "with"]]


def test_short_texts_are_joined_until_they_can_be_measured() -> None:
    short, long = "This has just five words", "word " * BLOCK

    assert [*blocks([short] * 7)] == [" ".join([f"{short}."] * 7)]
    assert [*blocks([short] * 6 + [long, "Too short", short])] == [
        " ".join([f"{short}."] * 6),
        f"{long} {short}.",
    ]


def test_a_hard_text_is_found() -> None:
    hard = "Considerable individual variability necessitates supervision of biomechanical interventions."

    assert grade(hard, "en", NAMES["en"]) > MOST
    assert Text("here", hard, grade(hard, "en")).grade > MOST
