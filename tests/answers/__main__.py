"""Write the tables of docs/screening-answers.md: ``python -m tests.answers``."""

import os
import tempfile


def main() -> None:
    """Write the tables anew; what stands around them stays."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"KNEEWISE_HOME": home, "DJANGO_SETTINGS_MODULE": "kneewise.site.settings"}
        import django

        django.setup()
        from tests.answers.page import PAGE, page

        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


main()
