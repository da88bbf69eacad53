"""The surroundings in which whole processes are measured."""

from __future__ import annotations

import os


def surroundings(**more: str) -> dict[str, str]:
    """Give this process's own, but let compiled code be kept, as it is on a runner's machine.

    Where Python may not keep it, each start compiles Kneewise anew, and the installed packages not.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | more
