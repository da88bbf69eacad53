"""What a body may hold, and how it is described: the names are those of the use cases."""

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kneewise.app.diary_fields import fields_of
from kneewise.model.errors import UsageError

Body = dict[str, Any]


def body_of(request: HttpRequest) -> Body:
    """Read the one JSON object that was sent."""
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError, RequestDataTooBig) as fault:
        raise UsageError(_("The body is no JSON that can be read.")) from fault
    if not isinstance(said, dict):
        raise UsageError(_("The body must be one JSON object, such as {}."))
    return said


def described(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    """Describe a body for OpenAPI."""
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        schema["required"] = list(required)
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def entry(kind: str) -> dict[str, Any]:
    """Describe an entry of the diary."""
    names, needed = fields_of(kind)
    return described({"on": {"type": "string", "format": "date"}, **{name: {} for name in names}}, needed)


def free(said: str) -> dict[str, Any]:
    """Describe a body whose names stand elsewhere."""
    schema = {"type": "object", "description": said}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}
