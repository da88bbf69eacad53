"""Small files of the home that nobody but its owner reads."""

import os
import secrets
from pathlib import Path


def keep(path: Path, content: bytes) -> None:
    """Put a whole file in the place of an earlier one, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    made = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "wb") as file:
        file.write(content)
    draft.replace(path)
