"""The guide in a terminal, and as JSON: what it says, what is known of it, and where the two differ."""

from collections.abc import Collection, Mapping, Sequence

from kneewise.model.evidence import Grade
from kneewise.present import guide
from kneewise.present.day import NB
from kneewise.present.json import Json
from kneewise.present.page import Line, Lines, Tone, fact, section, wrapped
from kneewise.present.reasons import grade_and_source_lines
from kneewise.present.words import sentence

PARTS = ("said", "evidence", "differs", "does")
"""Of a step, in the order in which it is read."""


def guide_lines() -> Lines:
    """List the steps, and set out the tips and warnings with what is known of each."""
    remarks = (*guide.TIPS, *guide.WARNINGS)
    cited = tuple(dict.fromkeys(key for name in (*guide.STEPS, *remarks) for key in guide.sources(name)))
    steps = (fact(name, f"{guide.say(name, 'title')} {_mark(name, cited)}") for name in guide.STEPS)
    return (
        *wrapped(sentence("guide.head"), tone=Tone.TITLE),
        *section(sentence("guide.head.steps"), *steps, wrapped(sentence("guide.more"), first="  ")),
        *section(sentence("guide.head.tips"), *(_remark(name, cited) for name in guide.TIPS)),
        *section(sentence("guide.head.warnings"), *(_remark(name, cited) for name in guide.WARNINGS)),
        *_end(set(Grade), cited),
    )


def step_lines(name: str) -> Lines:
    """Set one step out: the guide, the evidence, where they differ, what Kneewise does."""
    cited, against = guide.sources(name), guide.against(name)
    marks = {"evidence": _mark(name, cited), "differs": f"[{against.value}]" if against else ""}
    said = (f"{guide.say(name, part)} {marks.get(part, '')}".rstrip() for part in PARTS)
    parts = (
        section(sentence(f"guide.head.{part}"), wrapped(words, first="  "))
        for part, words in zip(PARTS, said, strict=True)
    )
    return (
        *wrapped(guide.say(name, "title"), tone=Tone.TITLE),
        *(line for part in parts for line in part),
        *_end({*guide.grades(name), *([against] if against else [])}, cited),
    )


def guide_json() -> dict[str, Json]:
    """Say every step, tip and warning with both sides, their grades and sources, and who reviewed them."""
    return {
        "steps": [_step_json(name) for name in guide.STEPS],
        "tips": [_remark_json(name) for name in guide.TIPS],
        "warnings": [_remark_json(name) for name in guide.WARNINGS],
    }


def _remark(name: str, cited: Sequence[str]) -> Lines:
    note = f"{guide.say(name, 'note')} {_mark(name, cited)}"
    return (
        *wrapped(guide.say(name, "said"), first="  - "),
        *wrapped(note, first="    ", tone=Tone.QUIET),
    )


def _mark(name: str, cited: Sequence[str]) -> str:
    """Write the grades, the best first, each with the places of its sources: ``[A 1; C 2, 3]``."""
    parts = []
    for grade, keys in guide.grades(name).items():
        places = ", ".join(map(str, sorted(cited.index(key) + 1 for key in keys)))
        parts.append(f"{grade.value} {places}")
    return f"[{'; '.join(parts)}]".replace(" ", NB)


def _end(grades: Collection[Grade], cited: Sequence[str]) -> Lines:
    return (
        *grade_and_source_lines(grades, cited),
        Line(text=""),
        *wrapped(f"{sentence('stop.not_a_diagnosis')} {sentence('stop.not_reviewed')}"),
    )


def _step_json(name: str) -> Json:
    said: Mapping[str, Json] = {part: guide.say(name, part) for part in ("title", *PARTS)}
    against = guide.against(name)
    return {**said, **_rests_on(name), "differs_grade": against.value if against else None}


def _remark_json(name: str) -> Json:
    return {"said": guide.say(name, "said"), "note": guide.say(name, "note"), **_rests_on(name)}


def _rests_on(name: str) -> dict[str, Json]:
    number = guide.number(name)
    return {
        "id": name,
        "room": guide.page_of(name).room,
        "grade": number.grade.value,
        "sources": [*guide.sources(name)],
        "reviewed_by": number.reviewed_by,
    }
