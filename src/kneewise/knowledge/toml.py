"""Where the package's TOML lies, and how one file of it is read."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
"""The installed package; every knowledge file lies below it."""


class KnowledgeError(Exception):
    """A knowledge file is wrong: a fault of ours, in one sentence that names the file and the entry."""


def folder_of(package: str) -> Path:
    """Give the folder of a package named like ``kneewise.guide.tips`` or ``guide.tips``."""
    return ROOT.joinpath(*package.removeprefix("kneewise.").split("."))


@cache
def read_toml(path: Path) -> Mapping[str, Any]:
    """Read one file; a second call costs nothing."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = f"{path.name} of {path.parent.name} is missing: a knowledge file belongs to every room."
    except tomllib.TOMLDecodeError as error:
        message = f"{path.parent.name}/{path.name} is not TOML: {error}."
    raise KnowledgeError(message)


def knowledge_files() -> tuple[Path, ...]:
    """List every knowledge file of the package, in the order of their names; drawings are none."""
    found = (path for path in ROOT.rglob("*.toml") if not path.is_relative_to(ROOT / "figure"))
    return tuple(sorted(found, key=lambda path: path.relative_to(ROOT).as_posix()))
