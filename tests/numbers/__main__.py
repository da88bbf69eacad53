"""Write the page of the numbers: ``python -m tests.numbers``."""

import os
import tempfile


def main() -> None:
    """Write the page anew."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"KNEEWISE_HOME": home, "DJANGO_SETTINGS_MODULE": "kneewise.site.settings"}
        import django

        django.setup()
        from tests.numbers.page import PAGE, page

        PAGE.write_text(page(), encoding="utf-8")


main()
