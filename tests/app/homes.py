"""Homes with their database in them, as at a runner's, and what they are byte for byte."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections
from django.test import override_settings

HOMES = Path(__file__).parents[1] / "homes"
RELEASED = sorted(HOMES.glob("v*.zip"))


@contextmanager
def home_at(folder: Path) -> Iterator[Path]:
    """Let the program's home be this folder for a while, the database in it."""
    connection = connections["default"]
    connection.close()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(folder / "kneewise.sqlite3")
    with override_settings(KNEEWISE_HOME=folder):
        yield folder
    connection.close()
    connection.settings_dict["NAME"] = before


def unpack(packed: Path, folder: Path) -> Path:
    """Put the home that a released version made into a folder."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder


def bytes_of(folder: Path) -> dict[str, str]:
    """Hash every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
