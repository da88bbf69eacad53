"""The zone of this machine, asked before Django writes its own into ``TZ`` for itself and all it starts."""

import os
from pathlib import Path

from kneewise.model.zones import is_zone

FOUND = "KNEEWISE_ZONE"
"""The zone that was found is handed to every process that this one starts."""

UTC_NAME = "UTC"


def machine_zone() -> str:
    """Find the IANA name of this machine's zone; UTC where it does not say."""
    named = os.environ.get(FOUND, "") or os.environ.get("TZ", "").removeprefix(":")
    linked = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    found = next((name for name in (named, linked) if name and is_zone(name)), UTC_NAME)
    os.environ[FOUND] = found
    return found
