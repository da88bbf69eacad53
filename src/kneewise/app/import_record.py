"""Take a raw record in, into a home in which nothing was said yet."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256 as hash_of
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.app import home
from kneewise.app.export_record import FORMAT, MANIFEST, VERSION
from kneewise.store import raw
from kneewise.store.original_files import keep_file, place_of, settle
from kneewise.store.raw import BadRecordError, Row
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import last_step

NEW = 1
"""How many writes a home has seen that was just made."""


def import_record(path: Path) -> tuple[RunnerRef, int]:
    """Make the home of a record; where it holds the watch files, they are put back too.

    Returns:
        The runner, and how many watch files were put back.

    Raises:
        BadRecordError: It is no record of ours, or the home is lived in; nothing was kept.
    """
    runner = home.open_home()
    if last_step(runner) > NEW:
        raise BadRecordError(_("This home is lived in: name a new folder with --home, and import it there."))
    with _opened(path) as held:
        _see(held)
        return raw.put_back(held.rows, runner), _put_originals(held)


class Held:
    """The files of a record, in a folder or in a ZIP."""

    def __init__(self, root: "Path | zipfile.Path") -> None:
        self.root = root

    def rows(self, table: str) -> Iterator[Row]:
        """Read a table one line after the other."""
        with (self.root / "tables" / f"{table}.json").open("r", encoding="utf-8") as file:
            for line in file:
                told = line.strip()
                if told not in {"[", "]", "[]"}:
                    yield json.loads(told.removesuffix(","))


@contextmanager
def _opened(path: Path) -> Iterator[Held]:
    try:
        if path.is_dir():
            yield Held(path)
            return
        with zipfile.ZipFile(path) as archive:
            yield Held(zipfile.Path(archive))
    except (OSError, zipfile.BadZipFile) as fault:
        raise BadRecordError(
            _("%(path)s could not be read: name what kneewise export record wrote.") % {"path": path}
        ) from fault


def _see(held: Held) -> None:
    try:
        told = json.loads((held.root / MANIFEST).read_text(encoding="utf-8"))
        known = told["format"] == FORMAT and told["version"] <= VERSION
    except (OSError, KeyError, TypeError, ValueError):
        known = False
    if not known:
        raise BadRecordError(
            _("This is no record that this version knows: name one of kneewise export record.")
        )


def _put_originals(held: Held) -> int:
    folder, places = held.root / "originals", []
    for file in folder.iterdir() if folder.is_dir() else ():
        content = file.read_bytes()
        sha256 = hash_of(content).hexdigest()
        if file.name.startswith(sha256):
            keep_file(home.folder(), sha256, content)
            places.append(place_of(home.folder(), sha256))
    settle(places)
    return len(places)
