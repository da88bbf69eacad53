"""Let a restored home and the one before it change places."""

from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.app.home import ready
from kneewise.model.errors import KneewiseError


class SwapError(KneewiseError):
    """A home cannot be moved from where it is."""


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
    if ready(target).exists():
        raise SwapError(
            _("%(path)s is left of a restore that was stopped: move it away, then try again.")
            % {"path": ready(target)}
        )


def swap(staged: Path, target: Path, now: datetime) -> Path | None:
    """Put a checked home in its place.

    Between the two steps the checked one stands under a name that opening the home knows: a process that is
    killed there has lost nothing.

    Returns:
        Where the old home is now; ``None`` where there was none.
    """
    aside = target.with_name(f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    staged.rename(ready(target))
    try:
        old = _put_aside(target, aside)
        ready(target).rename(target)
    except OSError as fault:
        if not target.exists() and aside.exists():
            aside.rename(target)
        ready(target).rename(staged)
        raise SwapError(
            _("The home could not be put in its place (%(why)s): restore into another folder with --home.")
            % {"why": fault.strerror}
        ) from fault
    return old


def _put_aside(target: Path, aside: Path) -> Path | None:
    if not target.exists():
        return None
    if not any(target.iterdir()):
        target.rmdir()
        return None
    return target.rename(aside)
