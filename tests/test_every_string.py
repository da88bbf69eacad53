"""No string in any language names a dose, gives a percentage of having something, diagnoses, or promises.

A language that gets a catalogue gets its rules here first: without them the test fails and says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kneewise.knowledge.patterns import read_patterns
from kneewise.model.runner import Settings
from kneewise.present.json import decision_json, plan_json
from kneewise.present.week import pattern_lines, plan_lines
from tests.engine.made import sore_runner
from tests.strings import languages, of_catalogue, strings


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What must not stand in the strings of one language; all in small letters.

    Attributes:
        word: The family of the word "diagnosis", and ``only_in`` the one sentence that may use it.
        dose: An amount of a medicine, wherever it stands.
        medicine: Words for medicines; beside them in one sentence there is no ``how_often``.
        percentage: A figure in percent; beside it in one sentence there is no ``having``.
        having: Words for the chance of having something, and names of what one may have.
        promise: Words that promise, or shout; ``heal`` may only be denied by ``denied``.
    """

    word: str
    only_in: str
    dose: str
    medicine: str
    how_often: str
    percentage: str
    having: str
    promise: str
    heal: str
    denied: str


ENGLISH = Rules(
    word=r"diagnos\w*",
    only_in="this is not a diagnosis",
    dose=r"\d[\d.,]*\s*(mg|milligrams?|µg|mcg|micrograms?|ml|millilit(re|er)s?)\b"
    r"|\b(\d+|one|two|three|four|half an?)\s+(tablets?|pills?|capsules?|doses?)\b",
    medicine=r"\b(tablet|pill|capsule|painkiller|anti-inflammator|ibuprofen|naproxen|paracetamol|aspirin|"
    r"steroid|medicine|drug|cream|gel)",
    how_often=r"\b(\d+|once|twice|two|three|four)\s*(times|x)?\s*(a|per|each|every)\s+(day|night|morning)\b"
    r"|\bdaily\b|\bevery\s+(\d+|four|six|eight|twelve)\s*(hours?|h)\b"
    r"|\b(with|before|after)\s+(a |each |every )?meals?\b",
    percentage=r"\d\s*(%|percent)",
    having=r"\b(chance|probab|likel|odds|risk|you have|of having|patellofemoral|it band|iliotibial|menisc|"
    r"osteoarthritis|arthritis|tendin|plica|fat pad|bone stress|fracture|clot\b|infection|tumour|cancer)",
    promise=r"!|\bsafe\b|\bsafely\b|\bcure[sd]?\b|\brisk of\b|\bfix(es)?\b|\bguarantee|\bprevents?\b|"
    r"\bmiracle|\bproven to\b|\bweak glutes\b|\b100\s*%"
    r"|\bwill (soon )?(be|feel|get|go) (better|fine|well|away)\b",
    heal=r"\bheals?\b",
    denied=r"^\s*(no|nothing)\b",
)

GERMAN = Rules(
    word=r"\w*diagnos\w*|\w*diagnost\w*",
    only_in="das ist keine diagnose",
    dose=r"\d[\d.,]*\s*(mg|milligramm|µg|mcg|mikrogramm|ml|milliliter)\b"
    r"|\b(\d+|eine|zwei|drei|vier|(eine )?halbe)\s+(tabletten?|pillen?|kapseln?|dosis|dosen)\b",
    medicine=r"\b(tablette|pille|kapsel|schmerzmittel|schmerztablette|entzündungshemm|ibuprofen|naproxen|"
    r"paracetamol|aspirin|kortison|medikament|arznei|salbe|creme|gel\b)",
    how_often=r"\b(\d+|ein|zwei|drei|vier)\s*(mal|x)?\s*(am|pro|an jedem|jeden|jede|in der)"
    r"\s+(tag|nacht|morgen)\b"
    r"|\b(ein|zwei|drei|vier)mal\s+(am|pro|jeden)\b|\btäglich"
    r"|\balle\s+(\d+|vier|sechs|acht|zwölf)\s*(stunden|h)\b"
    r"|\b(mit|vor|nach|zu)\s+(der |dem |den |jeder |einer )?(mahlzeit|mahlzeiten|essen)\b",
    percentage=r"\d\s*(%|prozent)",
    having=r"(chance|wahrschein|risiko|\bdu hast\b|patellofemoral|it-band|menisk|arthrose|arthritis|plica|"
    r"fettkörper|überlastete|bruch\b|gerinnsel|infektion|tumor|krebs)",
    promise=r"!|\bsicher\b|\bungefährlich|\bgarantier|\bverhinder|\bbeugt vor\b|\bwunder(mittel|bar)|"
    r"\bbewiesen|\bschwache gesäß|\b100\s*%"
    r"|\bwird (bald )?(wieder )?(gut|gesund|besser sein)\b|\bwirst (bald )?(wieder )?(gesund|schmerzfrei)",
    heal=r"\bheil(t|en|st|te|ung)\b",
    denied=r"^\s*(kein|keine|nichts|von keinem)\b",
)

RULES = {"en": ENGLISH, "de": GERMAN}

TITLE = re.compile(r"^knowledge/sources\.toml: [\w-]+: (title|url)$")
"""A paper is named as it is called; ours is only that it is no diagnosis."""


def faults(said: str, rules: Rules, *, is_title: bool = False) -> Iterator[str]:
    """Name what is wrong with a string; a place for a figure is read as a figure."""
    text = re.sub(r"%\(\w+\)[sd]|\{\{.*?\}\}|%[sd]", "9", said).replace("%%", "%").lower()
    without = text.replace(rules.only_in, "")
    if re.search(rules.word, without) and not (is_title and not re.search(r"\bdiagnosis\b", without)):
        yield "diagnosis"
    if re.search(rules.dose, text):
        yield "dose"
    if re.search(rules.promise, text) and not is_title:
        yield "promise"
    for sentence in re.split(r"(?<=[.;?!])\s+", text):
        if re.search(rules.medicine, sentence) and re.search(rules.how_often, sentence):
            yield "how often"
        if re.search(rules.percentage, sentence) and re.search(rules.having, sentence) and not is_title:
            yield "percentage of having something"
        if re.search(rules.heal, sentence) and not re.search(rules.denied, sentence) and not is_title:
            yield "heals"


def test_every_language_has_its_rules() -> None:
    assert set(languages()) <= RULES.keys(), "write the rules of the new language before its catalogue"


@pytest.mark.parametrize("language", languages())
def test_no_string_doses_diagnoses_promises_or_gives_a_percentage_of_having_something(language: str) -> None:
    rules = RULES[language]

    found = [
        f"{where}: {fault}: {said}"
        for where, said in strings(language)
        for fault in faults(said, rules, is_title=bool(TITLE.match(where)))
    ]

    assert found == []


def test_strings_come_from_everywhere() -> None:
    every = strings("en")
    places = {where for where, _said in every}

    assert len({said for _where, said in every}) > 2000
    assert {"say.emergency", "kneewise screen", "today.html", "story.json: said: note"} & places
    for part in ("app/", "cli/", "present/words/", "web/pages/", "guide/tips/knowledge.toml", "kneewise log"):
        assert any(place.startswith(part) for place in places)
    assert any("Everything else that is advised" in said for _where, said in every)
    assert any("print the link that opens it once" in said for _where, said in every)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Nimm 400 mg.", "dose"),
        ("Nimm zwei Tabletten nach dem Lauf.", "dose"),
        ("Ibuprofen drei Mal am Tag hilft.", "how often"),
        ("Ein Schmerzmittel alle sechs Stunden.", "how often"),
        ("Zu %(share)s %% ein Meniskus.", "percentage of having something"),
        ("Deine Diagnose: eine Sehne.", "diagnosis"),
        ("Laufen ist sicher.", "promise"),
        ("Das Knie wird bald wieder gut.", "promise"),
        ("Ruhe heilt die Sehne.", "heals"),
    ],
)
def test_a_wrong_german_string_is_found(said: str, fault: str) -> None:
    assert fault in set(faults(said, GERMAN))


@pytest.mark.parametrize(
    "said",
    [
        "Das ist keine Diagnose.",
        "Von keinem Schmerzmittel ist gezeigt, dass es solche Knie heilt.",
        "Kniebeugen 3 Mal in der Woche, die Übung 5 Minuten am Tag.",
        "An wie vielen der letzten 7 Tage hast du ein Schmerzmittel genommen?",
    ],
)
def test_an_honest_german_string_passes(said: str) -> None:
    assert [*faults(said, GERMAN)] == []


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Take 400 mg.", "dose"),
        ("Take %(count)s tablets after the run.", "dose"),
        ("Ibuprofen three times a day helps.", "how often"),
        ("A painkiller every six hours, with a meal.", "how often"),
        ("%(share)s %% likely a meniscus.", "percentage of having something"),
        ("The chance is 30 percent.", "percentage of having something"),
        ("Your diagnosis: a sore kneecap.", "diagnosis"),
        ("We diagnose knees. This is not a diagnosis.", "diagnosis"),
        ("This cures the knee.", "promise"),
        ("It is safe to run.", "promise"),
        ("You will feel better.", "promise"),
        ("Well done!", "promise"),
        ("Rest heals the tendon.", "heals"),
    ],
)
def test_a_wrong_string_is_found(said: str, fault: str) -> None:
    assert fault in set(faults(said, ENGLISH))


@pytest.mark.parametrize(
    "said",
    [
        "This is not a diagnosis.",
        "No painkiller is shown to heal these knees.",
        "Squats 3 times a week, the drill 5 minutes a day.",
        "Run %(cut_percent)s percent less.",
        "On how many of the last 7 days did you take a painkiller?",
    ],
)
def test_an_honest_string_passes(said: str) -> None:
    assert [*faults(said, ENGLISH)] == []


def test_a_paper_may_be_called_as_it_is_but_never_a_diagnosis() -> None:
    assert [*faults("Diagnostic accuracy", ENGLISH, is_title=True)] == []
    assert [*faults("Your diagnosis", ENGLISH, is_title=True)] == ["diagnosis"]


def test_a_catalogue_is_read_string_by_string_and_needs_rules(tmp_path: Path) -> None:
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "Run."\nmsgstr "Lauf."\n\n'
        'msgid "%(count)s run"\nmsgid_plural "%(count)s runs"\nmsgstr[0] "%(count)s Lauf"\n'
        'msgstr[1] "%(count)s "\n"Läufe"\n',
        encoding="utf-8",
    )

    read = [said for _where, said in of_catalogue("xx", [tmp_path])]

    assert read == ["Lauf.", "%(count)s Lauf", "%(count)s Läufe"]
    assert languages([tmp_path]) == ["en", "xx"]
    assert "xx" not in RULES


def test_what_is_said_of_patterns_has_no_figure_at_all() -> None:
    decision = sore_runner(places=("behind_kneecap",), hurts_squat=True, hurts_sitting=True).decided(0)
    lines = [line.text for line in pattern_lines(decision)]

    assert read_patterns().conditions
    assert len(lines) > 3
    assert not any(re.search(r"[\d%]", line) for line in lines)
    assert "share" not in str(decision_json(decision)) + str(plan_json(decision)).replace("shared", "")


def test_a_whole_plan_keeps_the_rules_with_its_figures_in_place() -> None:
    decision = sore_runner().usually().decided(9)
    said = "\n".join(line.text for line in plan_lines(decision, settings=Settings()))

    paragraphs = [" ".join(part.split()) for part in said.partition("Grades and sources")[0].split("\n  - ")]
    assert [fault for one in paragraphs for fault in faults(one, ENGLISH)] == []
