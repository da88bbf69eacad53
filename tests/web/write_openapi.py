"""Write docs/openapi.json from the program: ``python -m tests.web.write_openapi``.

Which call answers in which shape, the program says; what a shape holds, docs/json.md and docs/api.md.
"""

import json
import os
from pathlib import Path
from typing import Any

from tests.shapes import schemas


def described() -> str:
    """Describe the API as it is."""
    from kneewise.web.api.calls import api

    # Written and read again, so that every name in it is text and can be put in order.
    said: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1")))
    said["components"]["schemas"] = _named(json.dumps(said["paths"]), schemas())
    return json.dumps(said, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _named(text: str, every: dict[str, Any]) -> dict[str, Any]:
    """Keep the shapes that are named, by a call or by one another."""
    wanted: set[str] = set()
    while news := {name for name in every if f'schemas/{name}"' in text} - wanted:
        wanted |= news
        text = json.dumps([every[name] for name in sorted(news)])
    return {name: every[name] for name in wanted}


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "kneewise.site.settings"
    django.setup()
    page = Path(__file__).parents[2] / "docs" / "openapi.json"
    page.write_text(described(), encoding="utf-8")
