"""How many years of school a text asks for: Flesch-Kincaid, and the fourth Wiener Sachtextformel.

A sentence ends with ``.``, ``?``, ``!``, ``…`` or its line, and with ``;`` or ``:`` where a full unit of
speech stands on both sides, as Flesch counted; we take four words for one. A figure is one short word, and so
is a name that the list excepts: who has the trouble has to be told what it is called.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

LONG = 3
"""From so many syllables on a German word is long."""

FULL_UNIT = 4

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d[\d.,:–]*")
COMMAND = re.compile(r"`[^`]*`|\bkneewise( --?\w+| [a-z]+\b| [A-Z]{2,}\b)*|--\w[\w-]*|\b\w+_\w+\b")
"""What is typed, and no prose."""


def grade(text: str, language: str, names: Collection[str] = ()) -> float:
    """Give the years of school that a text asks for."""
    return FORMULAS[language]([*sentences(text)], frozenset(name.lower() for name in names))


def sentences(text: str) -> Iterator[list[str]]:
    """Part a text into sentences, each a list of its words."""
    for whole in re.split(r"(?<=[.?!…])[”“\"')]*\s+|\n+", COMMAND.sub(" ", text)):
        yield from _units(re.split(r"[;:]\s", whole))


def _units(parts: list[str]) -> Iterator[list[str]]:
    """Part a sentence further where both sides are full units of speech."""
    words: list[str] = []
    for number, part in enumerate(parts):
        words += WORD.findall(part)
        rest = parts[number + 1 :]
        if words and (not rest or (len(words) >= FULL_UNIT and len(WORD.findall(rest[0])) >= FULL_UNIT)):
            yield words
            words = []
    if words:
        yield words


def flesch_kincaid(said: list[list[str]], names: Collection[str]) -> float:
    """Count as Kincaid and others did for the US Navy (1975)."""
    words = [word for sentence in said for word in sentence]
    syllables = sum(1 if word.lower() in names else english_syllables(word) for word in words)
    return 0.39 * len(words) / len(said) + 11.8 * syllables / len(words) - 15.59


def fourth_wiener(said: list[list[str]], names: Collection[str]) -> float:
    """Count as Bamberger and Vanecek did (1984): the length of sentences, and the share of long words."""
    words = [word for sentence in said for word in sentence]
    long = sum(word.lower() not in names and german_syllables(word) >= LONG for word in words)
    return 0.2656 * len(words) / len(said) + 0.2744 * 100 * long / len(words) - 1.693


FORMULAS: Mapping[str, Callable[[list[list[str]], Collection[str]], float]] = {
    "en": flesch_kincaid,
    "de": fourth_wiener,
}


def english_syllables(word: str) -> int:
    """Count the vowels that are heard: groups of letters, no silent e, and two where a group is two."""
    said = re.sub(r"[’'](s|t|re|ve|ll|d|m)?$", "", word.lower())
    if said in ENGLISH:
        return ENGLISH[said]
    groups, silent, two = (len(sound.findall(said)) for sound in (GROUP, SILENT, TWO))
    return max(1, groups - silent + two)


GROUP = re.compile(r"[aeiouy]+")
SILENT = re.compile(
    r"[^aeiouytd]ed$|[^aeiouysxzcgh]es$|[^sc]hes$|[^aeiouyl]e$|[aeiouy]le$"
    r"|[^aeiouy]e(?=(?:ly|ful|less|ment)s?$)"
)
TWO = re.compile(r"(?<![tcg])ia|io(?![nu])|eo(?!u)|(?<![qg])ua(?!r)|uou|[yoe]ing$|uing$")


def german_syllables(word: str) -> int:
    """Count the vowels; two that make one sound, and two of a kind, are one."""
    said = word.lower().replace("qu", "q")
    if said in GERMAN:
        return GERMAN[said]
    sounds = re.findall(r"ie(?!u)|[ae]i|[aeä]u|aa|ee|oo|[aeiouäöüy]", said)
    return max(1, len(sounds))


ENGLISH: Mapping[str, int] = {
    "area": 3, "being": 2, "create": 2, "idea": 3, "people": 2, "science": 2, "something": 2, "somebody": 3,
    "sometimes": 2, "every": 2, "everything": 3, "evening": 2, "different": 2, "several": 2, "whoever": 3,
    "therefore": 2, "someone": 2, "somewhere": 2, "themselves": 2, "nowhere": 2, "before": 2, "the": 1,
    "kneewise": 2, "kneecap": 2, "kneecaps": 2, "one": 1, "once": 1, "done": 1, "gone": 1, "none": 1,
    "knee": 1, "cardio": 3,
    "me": 1, "be": 1, "he": 1, "she": 1, "we": 1, "sore": 1, "period": 3, "periods": 3,
    "quiet": 2, "quieter": 3, "diary": 3, "diet": 2, "trial": 2, "trials": 2, "usual": 3, "usually": 4,
    "lion": 2, "riding": 2, "lying": 2, "going": 2, "doing": 2, "seeing": 2, "clinician": 3, "clinicians": 3,
    "moved": 1, "used": 1, "eased": 1, "raised": 1, "closed": 1, "does": 1, "goes": 1, "shoes": 1, "toes": 1,
    "minutes": 2, "exercise": 3, "exercises": 4, "practice": 2, "sideways": 2, "homes": 1,
}  # fmt: skip
"""Where the letters mislead."""

GERMAN: Mapping[str, int] = {"knien": 2, "knie": 1, "knies": 1, "studien": 3, "studie": 3, "linie": 3,
    "linien": 3,    "ferien": 3, "patellofemoraler": 7}  # fmt: skip
