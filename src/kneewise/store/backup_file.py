"""What a backup holds: the rows as one file, the originals as they lie in the home, and a list of it all."""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError
from kneewise.store.sealed import CHUNK_B, DamagedBackupError, member

FORMAT: Final = "kneewise-backup"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
ROWS: Final = "kneewise.sqlite3"
KEY: Final = "key.age"
LOCKED: Final = "backup.zip.age"
ORIGINAL: Final = re.compile(r"originals/(?:quarantine/)?[0-9a-f]{2}/[0-9a-f]{62}\.gz")
"""The only names that are ever taken out of a backup besides the rows."""


class NewerBackupError(KneewiseError):
    """A newer Kneewise made the backup, in a way that this one does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of a backup, with its size and hash as it lies in the home."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        made_at: The instant, UTC.
        versions: Of the program and of its parts.
        has_originals: Whether the originals are in it; a backup of the rows alone goes back to its own home.
        missing: Hashes of originals that the home itself had no more.
    """

    made_at: str
    versions: Mapping[str, str]
    has_originals: bool
    missing: tuple[str, ...]
    members: tuple[Member, ...]

    @property
    def bytes(self) -> int:
        """What its members take, taken out."""
        return sum(one.bytes for one in self.members)


def write_member(archive: zipfile.ZipFile, name: str, path: Path, *, pack: bool = False) -> Member:
    """Copy a file in, piece by piece."""
    hashed, size = hashlib.sha256(), 0
    named = member(name, path.stat().st_size, pack=pack)
    with path.open("rb") as file, archive.open(named, "w") as into:
        while content := file.read(CHUNK_B):
            hashed.update(content)
            size += into.write(content)
    return Member(name=name, bytes=size, sha256=hashed.hexdigest())


def write_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Write the list last, when every hash is known."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": manifest.made_at,
        "versions": dict(manifest.versions),
        "has_originals": manifest.has_originals,
        "missing": list(manifest.missing),
        "members": [{"name": one.name, "bytes": one.bytes, "sha256": one.sha256} for one in manifest.members],
    }
    content = json.dumps(told, indent=1, sort_keys=True).encode()
    with archive.open(member(MANIFEST, len(content), pack=True), "w") as into:
        into.write(content)


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """Read the list, and see that the archive holds what it names and nothing else.

    Raises:
        NewerBackupError: It is of a later format.
        DamagedBackupError: It is no list of ours.
    """
    try:
        told = json.loads(archive.read(MANIFEST))
        if told["format"] == FORMAT and told["version"] > VERSION:
            raise NewerBackupError(
                _("A newer Kneewise made this backup: install that version or a later one to restore it.")
            )
        return _read(told, archive.namelist())
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile) as fault:
        raise DamagedBackupError(
            _("This archive is no backup of a home: name a file that kneewise backup made.")
        ) from fault


def _read(told: Mapping[str, Any], there: Iterable[str]) -> Manifest:
    members = tuple(
        Member(name=str(one["name"]), bytes=int(one["bytes"]), sha256=str(one["sha256"]))
        for one in told["members"]
    )
    names = [one.name for one in members]
    if told["format"] != FORMAT or sorted([*names, MANIFEST]) != sorted(there):
        raise ValueError("the list is of something else")
    if names.count(ROWS) != 1 or not all(name == ROWS or ORIGINAL.fullmatch(name) for name in names):
        raise ValueError("the list names what no backup holds")
    return Manifest(
        made_at=str(told["made_at"]),
        versions=dict(told["versions"]),
        has_originals=bool(told["has_originals"]),
        missing=tuple(told["missing"]),
        members=members,
    )


def take_out(archive: zipfile.ZipFile, manifest: Manifest, into: Path) -> Iterator[Member]:
    """Take every member out, one after the other, each held against its hash.

    Raises:
        DamagedBackupError: One is not what the list says.
    """
    for one in manifest.members:
        target = into / one.name
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _copy(archive, one, target) != one.sha256:
            raise DamagedBackupError(
                _("%(name)s in this backup is not as it was kept: use another copy of the backup.")
                % {"name": one.name}
            )
        yield one


def _copy(archive: zipfile.ZipFile, one: Member, target: Path) -> str:
    hashed = hashlib.sha256()
    with archive.open(one.name) as file, target.open("wb") as into:
        left = one.bytes
        while left and (content := file.read(min(left, CHUNK_B))):
            hashed.update(content)
            left -= into.write(content)
        more = file.read(1)
    return "" if left or more else hashed.hexdigest()


def hash_of(file: IO[bytes], most: int | None = None) -> str:
    """Hash a file piece by piece; one that is longer than it may be has no hash."""
    hashed, size = hashlib.sha256(), 0
    while content := file.read(CHUNK_B):
        hashed.update(content)
        size += len(content)
        if most is not None and size > most:
            return ""
    return hashed.hexdigest()
