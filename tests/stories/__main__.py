"""Write the stories' pages: ``python -m tests.stories``."""

import os
import tempfile


def main() -> None:
    """Write every page anew, and take away those of topics that are gone."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"KNEEWISE_HOME": home, "DJANGO_SETTINGS_MODULE": "kneewise.site.settings"}
        import django

        django.setup()
        from tests.stories.page import PAGES, pages

        written = pages()
        PAGES.mkdir(exist_ok=True)
        for page in PAGES.glob("*.md"):
            if page.name not in written:
                page.unlink()
        for name, text in written.items():
            (PAGES / name).write_text(text, encoding="utf-8")


main()
