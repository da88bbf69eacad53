"""Every string that the program can show somebody, with the place it stands in, by language."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from kneewise.knowledge.toml import ROOT, knowledge_files, read_toml
from kneewise.present.words import sentences

CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
TRANSLATED = re.compile(
    r"""\{%\s*(?:blocktranslate|blocktrans)\b[^%]*%\}(.*?)\{%\s*end(?:blocktranslate|blocktrans)\s*%\}"""
    r"""|\{%\s*trans(?:late)?\s+(["'])(.*?)\2""",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""\b(?:aria-label|title|alt|placeholder|value)="([^"{]*)\"""")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)

Placed = tuple[str, str]
"""Where a string stands, and the string."""


def strings(language: str) -> list[Placed]:
    """List every string of a language: our own English, or what a catalogue makes of it."""
    if language != "en":
        return [*of_catalogue(language)]
    parts = (of_sentences(), of_code(), of_help(), of_templates(), of_knowledge(), of_sample_runner())
    return [one for part in parts for one in part]


def languages(folders: list[Path] | None = None) -> list[str]:
    """Name English and every language that has a catalogue."""
    found = {path.name for folder in folders or _folders() if folder.is_dir() for path in folder.iterdir()}
    return ["en", *sorted(found)]


def of_sentences() -> Iterator[Placed]:
    """The sentences of every identifier."""
    yield from ((key, str(said)) for key, said in sentences().items())


def of_code() -> Iterator[Placed]:
    """What is handed to gettext anywhere in the program."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in CALLS:
                said = (each.value for each in node.args if isinstance(each, ast.Constant))
                yield from (
                    (f"{path.relative_to(ROOT)}:{node.lineno}", one) for one in said if isinstance(one, str)
                )


def _name(called: ast.expr) -> str:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def of_help() -> Iterator[Placed]:
    """What the command line says of its commands and their options."""
    from kneewise.cli.root import command

    yield from _help(command(), "kneewise")


def _help(command: Any, name: str) -> Iterator[Placed]:
    yield name, command.help or ""
    yield from ((f"{name} {one.name}", one.help) for one in command.params if getattr(one, "help", None))
    for word, inner in getattr(command, "commands", {}).items():
        yield from _help(inner, f"{name} {word}")


def of_templates() -> Iterator[Placed]:
    """What the pages say: what they have translated, and any word that stands beside a tag."""
    for path in sorted((ROOT / "web" / "templates").rglob("*.html")):
        text, where = path.read_text(encoding="utf-8"), path.name
        yield from ((where, one[0] or one[2]) for one in TRANSLATED.findall(text))
        yield from ((where, said) for said in ATTRIBUTE.findall(text))
        yield where, " ".join(TAG.sub(" ", TRANSLATED.sub(" ", text)).split())


def of_knowledge() -> Iterator[Placed]:
    """Every text of the knowledge: notes, titles of sources, and what else stands there."""
    for path in knowledge_files():
        where = path.relative_to(ROOT).as_posix()
        yield from _texts(read_toml(path), where)


def of_sample_runner() -> Iterator[Placed]:
    """What the runner who does not exist says."""
    path = ROOT / "app" / "sample_runner" / "story.json"
    yield from _texts(json.loads(path.read_text(encoding="utf-8")), path.name)


def _texts(value: object, where: str) -> Iterator[Placed]:
    match value:
        case str():
            yield where, value
        case dict():
            for key, inner in value.items():
                yield from _texts(inner, f"{where}: {key}")
        case list():
            for inner in value:
                yield from _texts(inner, where)
        case _:
            pass


def of_catalogue(language: str, folders: list[Path] | None = None) -> Iterator[Placed]:
    """What the translators of one language made of it."""
    for folder in folders or _folders():
        for path in sorted((folder / language).rglob("*.po")):
            yield from ((f"{language}/{path.name}", said) for said in _translations(path))


def _translations(path: Path) -> Iterator[str]:
    """Read the translated strings of a catalogue; a string may go on over several lines."""
    entries = re.findall(
        r'^msgstr(?:\[\d+\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)', path.read_text(encoding="utf-8"), re.MULTILINE
    )
    for entry in entries[1:]:
        yield "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', entry))


def _folders() -> list[Path]:
    return [Path(folder) for folder in settings.LOCALE_PATHS]
