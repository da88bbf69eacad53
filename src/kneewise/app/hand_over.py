"""Write a file that the runner asked for, readable by its owner only: it is somebody's health."""

import os
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole, or leave what was there.

    Raises:
        KneewiseError: It cannot be written there.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(content)
        beside.replace(path)
    except OSError as fault:
        raise KneewiseError(not_written(path, fault)) from fault


def not_written(path: Path, fault: OSError) -> str:
    """Say that something could not be written where it was wanted, and why."""
    said = _("%(path)s could not be written (%(why)s): name another place for it.")
    return said % {"path": path, "why": fault.strerror}
