"""Write docs/openapi.json from the program: ``python -m tests.web.write_openapi``."""

import json
import os
from pathlib import Path


def described() -> str:
    """Describe the API as it is."""
    from kneewise.web.api.calls import api

    said = api.get_openapi_schema(path_prefix="/api/v1")
    return json.dumps(said, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "kneewise.site.settings"
    django.setup()
    page = Path(__file__).parents[2] / "docs" / "openapi.json"
    page.write_text(described(), encoding="utf-8")
