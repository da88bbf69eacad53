"""Look into a zip without unpacking it to the disk, and without trusting it."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from kneewise.files.directory import list_members
from kneewise.files.inflate import most_b
from kneewise.files.inside import offered_of
from kneewise.files.limits import HEAD_B, MOST_ARCHIVE_B, MOST_ARCHIVE_RATIO, MOST_MEMBERS, MOST_TABLE_B
from kneewise.files.member import Member, member_of, settled
from kneewise.files.names import WITHIN, member_name, plain
from kneewise.files.notes import Notes
from kneewise.files.offered import Offered
from kneewise.files.on_disk import File
from kneewise.files.reading import Kind, Reading, UnreadableError, not_an_activity, refused
from kneewise.files.sniff import sniff
from kneewise.files.strava import TABLE, read_table

ARCHIVES: Final = (".zip", ".kmz")
"""How the names of archives within one end; that of Google's and OpenTracks' maps is another."""

DEEPEST: Final = 1
"""A zip within a zip is opened, as Garmin's exports need it; one within that is not."""


def open_archive(shown: str, file: File, archive: Path | Member, depth: int = 0) -> Iterator[Offered]:
    """Yield an archive itself, and then its members.

    Args:
        shown: Its name as the ledger shows it.
        file: The zip as it lies on the disk, or in another.
        archive: The same, for reading what is in it.
        depth: In how many zips it lies.
    """
    try:
        _refuse(archive, depth)
        entries = list_members(archive)
    except UnreadableError as error:
        yield _itself(shown, file, refused(Kind.ZIP, error.reason, error.detail))
        return
    yield _itself(shown, file, not_an_activity(Kind.ZIP, "archive"))
    yield from _members(shown, archive, entries, depth)


def _refuse(archive: Path | Member, depth: int) -> None:
    if depth > DEEPEST:
        raise UnreadableError("zip_in_zip")
    if isinstance(archive, Member):
        most = min(MOST_ARCHIVE_B, max(most_b(0), archive.packed_b * MOST_ARCHIVE_RATIO))
        if archive.size_b > most:
            raise UnreadableError("too_large")


def _members(
    shown: str, archive: Path | Member, entries: list[zipfile.ZipInfo], depth: int
) -> Iterator[Offered]:
    members = {_name(entry): member_of(archive, entry) for entry in entries if settled(entry) is None}
    notes = _notes(members)
    left, taken = MOST_MEMBERS - len(entries), set[str]()
    # An export comes before its tracks, so that those it claims are known.
    for entry in sorted(entries, key=lambda entry: not entry.filename.lower().endswith(".xml")):
        name, reading = _name(entry), settled(entry)
        path, member = f"{shown}{WITHIN}{name}", member_of(archive, entry)
        if reading is None and name in taken:
            reading = not_an_activity(Kind.GPX, "apple_route")
        if reading is not None:
            yield _itself(path, member, reading)
        elif not _is_zip(name, member):
            beside = InZip(members=members, folder=PurePosixPath(name).parent, taken=taken)
            yield from offered_of(path, member, beside=beside, notes=notes.get(name))
        else:
            for offered in open_archive(path, member, member, depth + 1):
                left -= 1
                yield offered if left >= 0 else _too_many(offered)


def _is_zip(name: str, member: Member) -> bool:
    """Whether a member is a zip itself, by its name or by its content."""
    if name.lower().endswith(ARCHIVES):
        return True
    try:
        return sniff(member.head(HEAD_B), name) is Kind.ZIP
    except (UnreadableError, OSError):
        return False


def _too_many(offered: Offered) -> Offered:
    """Refuse what goes beyond the bound that all zips within one have together."""
    return Offered(
        path=offered.path,
        read=offered.read,
        stored_sha256=offered.stored_sha256,
        settled=refused(Kind.OTHER, "zip_too_many"),
    )


def _itself(shown: str, file: File, reading: Reading) -> Offered:
    return Offered(path=shown, read=file.read, stored_sha256=file.stored_sha256, settled=reading)


def _name(entry: zipfile.ZipInfo) -> str:
    return member_name(entry.filename, entry.flag_bits) or "�"


def _notes(members: Mapping[str, Member]) -> Mapping[str, Notes]:
    """Read the tables of an export; the names in them count from the table's own folder."""
    found: dict[str, Notes] = {}
    for name, member in members.items():
        path = PurePosixPath(name)
        if path.name != TABLE or member.size_b > MOST_TABLE_B:
            continue
        try:
            table = read_table(member.read())
        except (UnreadableError, OSError):
            continue
        found |= {plain(str(path.parent / inner)): notes for inner, notes in table.items()}
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class InZip:
    """What lies beside a member in its zip."""

    members: Mapping[str, Member]
    folder: PurePosixPath
    taken: set[str]

    def find(self, path: str) -> Callable[[], bytes] | None:
        """Give how to read a member by its path from here."""
        found = self.members.get(plain(str(self.folder / path)))
        return None if found is None else found.read

    def ending(self, suffix: str) -> Iterator[Callable[[], bytes]]:
        """Give how to read the members of this folder whose name ends so."""
        for name, member in self.members.items():
            if name.endswith(suffix) and PurePosixPath(name).parent == self.folder:
                yield member.read

    def take(self, path: str) -> Callable[[], bytes] | None:
        """Find a member and claim it."""
        found = self.find(path)
        if found is not None:
            self.taken.add(plain(str(self.folder / path)))
        return found
