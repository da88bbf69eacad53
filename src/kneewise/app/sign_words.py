"""A sign as somebody says it: by its name, by the words of the lists, or by an everyday word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from django.utils import translation

from kneewise.app import parse
from kneewise.app.settings import languages
from kneewise.app.typed_choices import spelled
from kneewise.knowledge import read_questions
from kneewise.model.answers import Question, QuestionKind
from kneewise.present.signs import say_sign

EVERYDAY: Final[Mapping[str, tuple[str, ...]]] = {
    "chest_pain_breathless_or_coughing_blood": (
        *("chest pain", "breathless", "short of breath", "coughing blood"),
        *("Brustschmerz", "Brustschmerzen", "Atemnot", "kurzatmig", "Blut husten"),
    ),
    "deformity_or_open_wound": ("deformity", "open wound", "offene Wunde"),
    "cold_pale_or_numb_foot": ("cold foot", "pale foot", "numb foot", "kalter Fuß", "tauber Fuß"),
    "hot_or_red_joint": (
        *("hot", "red", "hot joint", "red joint", "hot knee", "red knee"),
        *("heiß", "rot", "heißes Knie", "rotes Knie"),
    ),
    "cannot_put_weight": ("no weight", "cannot stand on it", "kann nicht auftreten"),
    "locked_knee": (
        *("lock", "locks", "locked", "locking", "locked up", "knee locks", "knee locked", "stuck", "blocked"),
        *("blockiert", "Blockade", "Knie blockiert", "verhakt"),
    ),
    "hip_or_groin_pain": (
        *("hip", "groin", "hip pain", "groin pain", "Hüfte", "Leiste"),
        *("Hüftschmerz", "Hüftschmerzen", "Leistenschmerz", "Leistenschmerzen"),
    ),
    "calf_pain": ("calf", "Wade", "Wadenschmerz", "Wadenschmerzen"),
    "calf_or_leg_swelling": (
        *("swollen calf", "calf swelling", "swollen leg", "leg swelling"),
        *("geschwollene Wade", "geschwollenes Bein"),
    ),
    "injury": ("injured", "fall", "fell", "accident", "twisted knee", "Verletzung", "verletzt", "Sturz"),
    "fever_or_chills": ("fever", "chills", "Fieber", "Schüttelfrost"),
    "feels_unwell": ("unwell", "ill", "sick", "krank"),
    "limp": ("limping", "limps", "hinken", "hinke", "humpeln", "humple"),
    "giving_way": (
        *("give way", "gives way", "gave way", "given way", "buckle", "buckles", "buckled", "buckling"),
        *("gibt nach", "nachgegeben", "knickt weg", "weggeknickt", "einknicken"),
    ),
    "swelling": (
        *("swell", "swells", "swelled", "swollen", "swollen knee", "knee swollen"),
        *("geschwollen", "Schwellung", "Knie geschwollen", "geschwollenes Knie"),
    ),
    "night_pain": ("night", "pain at night", "Nachtschmerz", "Nachtschmerzen", "nachts"),
    "rest_pain": ("rest", "pain at rest", "Ruheschmerz", "Ruheschmerzen"),
    "catching_or_clicking": ("catch", "catches", "catching", "click", "clicks", "clicking"),
    "weight_loss": ("lost weight", "Gewichtsverlust", "abgenommen"),
    "lump": ("Knoten", "Beule"),
}
"""Words beside those of the lists. One that could mean two signs has no place here."""

ORDINARY: Final = frozenset(
    {"accident", "blocked", "catch", "catches", "catching", "click", "clicks", "clicking", "night", "nachts"}
)
"""Words that a note says of much else."""
PLAIN_LETTERS: Final = 5
"""A shorter word, such as "hot" or "hip", says too little by itself."""


def signs() -> tuple[Question, ...]:
    """List the signs that can be new on any day, the most urgent first."""
    return tuple(
        one for one in read_questions() if one.weekly and not one.only_if and one.kind is QuestionKind.YES_NO
    )


def sign_named(typed: str) -> str:
    """Name the question that is meant; what nobody can know stays as it was typed, as names are written."""
    return _names().get(spelled(typed), parse.joined(typed))


def signs_in(note: str) -> dict[str, str]:
    """Find the signs that a note seems to tell of, each with the word for it; nothing else reads a note."""
    said = note.casefold()
    return {
        key: word
        for key, words in EVERYDAY.items()
        for word in words
        if len(word) >= PLAIN_LETTERS
        and word not in ORDINARY
        and re.search(rf"\b{re.escape(word.casefold())}\b", said)
    }


@cache
def _names() -> Mapping[str, str]:
    return {spelled(word): key for key, word in _words()}


def _words() -> Iterator[tuple[str, str]]:
    """Yield words with what they mean; a name itself comes last, and counts before any of them."""
    for language in languages():
        with translation.override(language):
            yield from [(one.key, say_sign(one.key)) for one in signs()]
    for key, words in EVERYDAY.items():
        yield from ((key, word) for word in words)
    yield from ((one.key, one.key) for one in read_questions())
