"""Put the sessions of the week into a folder, or onto a watch that lies there, as workout files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import cadence
from kneewise.app.hand_over import write_file
from kneewise.model.cadence import CadenceBlock
from kneewise.model.errors import KneewiseError
from kneewise.model.plan import Decision, Session
from kneewise.present.workout import MAKER, can_lead, file_name, render_workout
from kneewise.store.ref import RunnerRef

NEW_FILES: Final = ("garmin", "newfiles")
"""Where watches look for what is new, below where they are mounted; in whatever letters."""

LOOKED_AT_B: Final = 512
"""A file of ours says whose it is within its first bytes."""


class ForeignFileError(KneewiseError):
    """A file of somebody else has the name that ours would have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """One day as a file."""

    session: Session
    name: str
    content: bytes


def workouts(runner: RunnerRef, decision: Decision, *, today_only: bool = False) -> tuple[Workout, ...]:
    """Write the sessions of a plan that a watch can lead through; none while running is stopped.

    Args:
        runner: Whose.
        decision: Of the first day.
        today_only: Only that of the first day.
    """
    plan = decision.plan
    if plan.urgency.stops_running or plan.ask:
        return ()
    block = cadence.block(runner, plan.on)
    sessions = plan.sessions[:1] if today_only else plan.sessions
    return tuple(_workout(session, block) for session in sessions if can_lead(session))


def _workout(session: Session, block: CadenceBlock) -> Workout:
    content = render_workout(session, one_of_each_min=_one_of_each_min(session, block))
    return Workout(session=session, name=file_name(session), content=content)


def _one_of_each_min(session: Session, block: CadenceBlock) -> float | None:
    """In the first weeks of the block only a part of each run is stepped quicker."""
    if block.band is None or session.cadence_low_spm != block.band.low_spm:
        return None
    return cadence.minute_of_each(block)


def put(found: Sequence[Workout], folder: Path) -> tuple[Path, ...]:
    """Write workouts into a folder, or into the one for new files of a watch that is mounted there.

    Raises:
        ForeignFileError: A file there is not ours; nothing was written then.
        KneewiseError: The folder is not there, or cannot be written.
    """
    if not folder.is_dir():
        raise KneewiseError(_("There is no folder %(path)s: name one that is there.") % {"path": folder})
    place = _new_files(folder)
    paths = tuple(place / one.name for one in found)
    for path in paths:
        _see_ours(path)
    for one, path in zip(found, paths, strict=True):
        write_file(path, one.content)
    return paths


def _new_files(folder: Path) -> Path:
    """Find the folder for new files, at most two below; else take the folder itself."""
    return next((place for place in (*_inside(folder), *_inner(folder)) if place.is_dir()), folder)


def _inner(folder: Path) -> Iterator[Path]:
    return _named(folder, NEW_FILES[1])


def _inside(folder: Path) -> Iterator[Path]:
    for garmin in _named(folder, NEW_FILES[0]):
        yield from _named(garmin, NEW_FILES[1])


def _named(folder: Path, name: str) -> Iterator[Path]:
    yield from (one for one in sorted(folder.iterdir()) if one.name.lower() == name and one.is_dir())


def _see_ours(path: Path) -> None:
    """Refuse to write over a file that we did not make, a link included."""
    if not path.exists() and not path.is_symlink():
        return
    if path.is_symlink() or not path.is_file() or not _is_ours(path):
        said = _("%(path)s is not a file of Kneewise: move it away, or name another folder.")
        raise ForeignFileError(said % {"path": path})


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(LOOKED_AT_B)
    return start[8:12] == b".FIT" and MAKER.encode() in start
