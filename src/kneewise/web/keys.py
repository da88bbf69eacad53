"""Keys of forms: each is stored once, however often it is sent."""

import uuid
from collections.abc import Callable, Mapping

from django.http import HttpRequest


def new_key() -> str:
    """Make a key for one form."""
    return str(uuid.uuid4())


def keys(_request: HttpRequest) -> Mapping[str, Callable[[], str]]:
    """Make a key wherever a page names one; several forms of a page get each its own."""
    return {"new_key": new_key}
