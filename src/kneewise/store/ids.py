"""Identifiers out of content: the same thing has the same name on every machine."""

import hashlib
import json
from datetime import UTC, datetime

from kneewise.model.sport import Sport
from kneewise.store.codec import Json
from kneewise.store.models import ID_LENGTH


def activity_id(sport: Sport, start: datetime) -> str:
    """Name an activity by its sport and its start, to the second."""
    return content_id(["activity", sport.value, start.astimezone(UTC).replace(microsecond=0).isoformat()])


def recording_id(sha256: str, member: int) -> str:
    """Name a session that the runner made of one recording: another one may have its sport and its start."""
    return content_id(["recording", sha256, member])


def content_id(content: Json) -> str:
    """Name anything by its content."""
    written = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "backslashreplace")).hexdigest()[:ID_LENGTH]
