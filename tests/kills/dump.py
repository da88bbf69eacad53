"""A home as plain text: every table without row numbers, and every file of the originals with its hash."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models


def dump(home: Path) -> str:
    """Write down everything that a home holds; two homes of the same content give the same text."""
    tables = {model.__name__: _rows(model) for model in apps.get_app_config("store").get_models()}
    return json.dumps({"tables": tables, "files": _files(home)}, indent=1, sort_keys=True)


def _rows(model: type[models.Model]) -> list[str]:
    rows = (
        {field.name: _plain(row, field) for field in model._meta.fields}
        for row in model._default_manager.all()
    )
    return sorted(json.dumps(row, sort_keys=True, default=str) for row in rows)


def _plain(row: models.Model, field: "models.Field[Any, Any]") -> object:
    if field.primary_key:
        return None
    value = getattr(row, field.name)
    if not isinstance(value, models.Model):
        return value
    return next(getattr(value, name) for name in ("label", "sha256", "activity_id") if hasattr(value, name))


def _files(home: Path) -> dict[str, str]:
    """Name what lies in the folder of the originals, and whether it is what its name says."""
    originals = home / "originals"
    return {
        str(path.relative_to(originals)): "whole"
        if _is_whole(path)
        else f"other: {path.stat().st_size} bytes"
        for path in originals.rglob("*")
        if path.is_file()
    }


def _is_whole(path: Path) -> bool:
    kept = path.read_bytes()
    named = path.parent.name + path.stem
    return named in {_sha256(kept), _sha256(gzip.decompress(kept))}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
