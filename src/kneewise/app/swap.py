"""Let a restored home and the one before it change places."""

import shutil
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.home import ready
from kneewise.app.tidy import beside
from kneewise.model.errors import KneewiseError

ASIDE: Final = "{name}.before-restore-*"
"""The homes that were here before, beside the one that is."""


class SwapError(KneewiseError):
    """A home cannot be moved from where it is."""


def aside() -> tuple[Path, ...]:
    """List the homes that restores kept beside this one, the latest last."""
    return tuple(beside((ASIDE,)))


def see_place(target: Path) -> None:
    """See, before anything is done, that the home can be moved.

    Raises:
        SwapError: It cannot.
    """
    if target.is_mount():
        raise SwapError(
            _("%(home)s is a disk of its own and cannot be moved: restore into another folder with --home.")
            % {"home": target}
        )


def swap(staged: Path, target: Path, now: datetime) -> Path | None:
    """Put a checked home in its place.

    Between the two steps the checked one stands under a name that opening the home knows: a process that is
    killed there has lost nothing.

    Returns:
        Where the old home is now; ``None`` where there was none.
    """
    place = _place_aside(target, now)
    if ready(target).exists():
        # Of a restore that was killed before the home moved: a copy of a backup, and nothing else.
        shutil.rmtree(ready(target))
    staged.rename(ready(target))
    try:
        old = _put_aside(target, place)
        ready(target).rename(target)
    except OSError as fault:
        _put_back(target, place, staged)
        raise SwapError(
            _("The home could not be put in its place (%(why)s): restore into another folder with --home.")
            % {"why": fault.strerror}
        ) from fault
    return old


def _place_aside(target: Path, now: datetime) -> Path:
    """Name a place that is free; a clock that was set back comes by the same second twice."""
    name = f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}"
    places = (target.with_name(name if number == 1 else f"{name}-{number}") for number in count(1))
    return next(place for place in places if not place.exists())


def _put_back(target: Path, place: Path, staged: Path) -> None:
    """Undo what was done, as far as the disk does it; the rest is done when the home is opened."""
    with suppress(OSError):
        if not target.exists() and place.exists():
            place.rename(target)
        ready(target).rename(staged)


def _put_aside(target: Path, place: Path) -> Path | None:
    if not target.exists():
        return None
    if not any(target.iterdir()):
        target.rmdir()
        return None
    return target.rename(place)
