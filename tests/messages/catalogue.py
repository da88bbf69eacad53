"""The catalogues of the translations: what the program says, and what each language makes of it.

Every string that is handed to gettext is taken out of the code and the templates; GNU gettext is not needed.
What is translated already is kept, nothing is guessed, and the compiled file lies beside, for that is what
runs (docs/decisions/0015).
"""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from kneewise.cli.root import command
from kneewise.knowledge import read_sources
from kneewise.knowledge.toml import ROOT

__all__ = [
    "Catalog",
    "Message",
    "forms",
    "in_program",
    "merged",
    "messages",
    "mo",
    "po",
    "read",
    "untranslated",
    "written",
]

LOCALE = Path(settings.LOCALE_PATHS[0])
CALLS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2)}
WIDTH = 100
BEGUN = datetime(2026, 11, 27, tzinfo=UTC)


def in_program() -> Catalog:
    """Take out every string that is handed to gettext, with the files it stands in."""
    found = Catalog(charset="utf-8")
    for help_said in _helps(command()):
        found.add(help_said, locations=[("cli/root.py", 0)])
    for title in _own_sources():
        found.add(title, locations=[("knowledge/sources.toml", 0)])
    for path in sorted([*ROOT.rglob("*.py"), *(ROOT / "web" / "templates").rglob("*.html")]):
        for said in _in_code(path) if path.suffix == ".py" else _in_template(path):
            found.add(said, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return found


def _in_code(path: Path) -> Iterator[str | tuple[str, ...]]:
    """Take the strings out of calls; those within an f-string are calls, too, which Babel does not see."""
    calls = (
        one for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(one, ast.Call)
    )
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if isinstance(node.func, ast.Name) and node.func.id in CALLS:
            given = [each.value for each in node.args if isinstance(each, ast.Constant)]
            said = tuple(one for one in given if isinstance(one, str))
            if said:
                yield said if CALLS[node.func.id] else said[0]


def _in_template(path: Path) -> Iterator[str | tuple[str, ...]]:
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return (said for _line, said, *_more in extract("python", BytesIO(text.encode()), CALLS))


def _helps(of: Any) -> Iterator[str]:
    """Give what each command does: its docstring says it, which no call marks."""
    yield of.help
    for inner in getattr(of, "commands", {}).values():
        yield from _helps(inner)


def _own_sources() -> Iterator[str]:
    """Name the sources that nobody published: they are ours to name; a paper is called as it is called."""
    return (one.title for one in read_sources().values() if not one.year and not one.url)


def po(language: str) -> Path:
    """Name the file that translators edit."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def mo(language: str) -> Path:
    """Name the compiled file, which the program reads."""
    return po(language).with_suffix(".mo")


def read(language: str) -> Catalog:
    """Read what is translated; a language that is new has nothing yet."""
    if not po(language).exists():
        return _empty(language)
    with po(language).open("rb") as file:
        return read_po(file, locale=language)


def _empty(language: str) -> Catalog:
    """Begin a catalogue; its head has no time of writing, so that the same strings make the same file."""
    return Catalog(
        locale=language,
        header_comment=f"# Kneewise in {language}; written by `make messages`, translated by hand.",
        project="kneewise",
        version=" ",
        creation_date=BEGUN,
        revision_date=BEGUN,
        last_translator="Kneewise",
        language_team=language,
        fuzzy=False,
    )


def merged(language: str) -> Catalog:
    """Keep what is translated of what the program says, and drop the rest; nothing is guessed."""
    kept, found = read(language), _empty(language)
    for message in messages(in_program()):
        before = kept.get(message.id)
        said = before.string if before and before.id == message.id else None
        found.add(message.id, said, locations=message.locations)
    return found


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Go through the strings; the first entry of a catalogue is its head."""
    return (message for message in catalogue if message.id)


def untranslated(catalogue: Catalog) -> list[Message]:
    """Name what has no translation, or only one of its forms."""
    return [one for one in messages(catalogue) if not all(_forms(one.string)) or one.fuzzy]


def forms(message: Message) -> tuple[str, ...]:
    """Give what a translator made of a string: one sentence, or one for each form of its number."""
    return _forms(message.string)


def _forms(said: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (said or "",) if said is None or isinstance(said, str) else tuple(said)


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """Write a catalogue out: for translators, and compiled."""
    text, compiled = BytesIO(), BytesIO()
    write_po(text, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False)
    write_mo(compiled, catalogue)
    return text.getvalue(), compiled.getvalue()
