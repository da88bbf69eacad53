"""What a body may hold, and how it is described: the names are those of the use cases."""

import json
from collections.abc import Collection
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kneewise.app.diary_fields import schemas_of
from kneewise.model.errors import UsageError

Body = dict[str, Any]

DAY: Final = {"type": "string", "format": "date"}
WORDS: Final = {"type": "array", "items": {"type": "string"}}
OBJECTS: Final = {"type": "array", "items": {"type": "object"}}
YES_NO: Final = {"type": "boolean"}
TEXT: Final = {"type": "string"}


def body_of(request: HttpRequest) -> Body:
    """Read the one JSON object that was sent."""
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError, RequestDataTooBig) as fault:
        raise UsageError(_("The body is no JSON that can be read.")) from fault
    if not isinstance(said, dict):
        raise UsageError(_("The body must be one JSON object, such as {}."))
    return said


def only(request: HttpRequest, *known: str) -> Body:
    """Read a body that holds some names, and no others.

    Raises:
        UsageError: It is no JSON, or holds another name.
    """
    said = body_of(request)
    if unknown := set(said) - set(known):
        raise UsageError(
            _("There is no “%(name)s” here: there are %(known)s.")
            % {"name": min(unknown), "known": ", ".join(known)},
            field=min(unknown),
        )
    return said


def words_of(said: Body, name: str, known: Collection[str] = ()) -> list[str]:
    """Take a list of words out of a body; none where it was not sent.

    Raises:
        UsageError: It is none, or one of them is not among those that are known.
    """
    found = said.pop(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise UsageError(_("“%(name)s” is a list of words.") % {"name": name}, field=name)
    if known and not set(found) <= set(known):
        raise UsageError(
            _("“%(name)s” takes %(known)s.") % {"name": name, "known": ", ".join(known)}, field=name
        )
    return found


def entries_of(said: Body, name: str) -> list[Body]:
    """Take a list of objects out of a body.

    Raises:
        UsageError: It is none.
    """
    found = said.get(name)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UsageError(_("Send “%(name)s”, a list of objects.") % {"name": name}, field=name)
    return found


def described(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    """Describe a body for OpenAPI."""
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        schema["required"] = list(required)
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def entry(kind: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema is any JSON.
    """Describe an entry of the diary."""
    parts, needed = schemas_of(kind)
    return described({"on": DAY, **parts, **more}, needed)


def free(said: str) -> dict[str, Any]:
    """Describe a body whose names stand elsewhere."""
    schema = {"type": "object", "description": said}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def asked(*names: str) -> dict[str, Any]:
    """Describe what may stand behind the address."""
    return {
        "parameters": [{"in": "query", "name": name, "required": False, "schema": TEXT} for name in names]
    }
