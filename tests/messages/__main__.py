"""Write the catalogues anew, and print what has no translation yet: ``python -m tests.messages``."""

import os
import sys
import tempfile


def main() -> int:
    """Take the strings out, keep what is translated, and name the rest; none left is success."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"KNEEWISE_HOME": home, "DJANGO_SETTINGS_MODULE": "kneewise.site.settings"}
        import django

        django.setup()
        from kneewise.site.languages import NAMES

        left = [_write(language) for language in NAMES if language != "en"]
    return 1 if any(left) else 0


def _write(language: str) -> int:
    from tests.messages import catalogue

    made = catalogue.merged(language)
    text, compiled = catalogue.written(made)
    catalogue.po(language).parent.mkdir(parents=True, exist_ok=True)
    catalogue.po(language).write_bytes(text)
    catalogue.mo(language).write_bytes(compiled)
    left = catalogue.untranslated(made)
    for message in left:
        print(f"{language}: {message.locations[0][0]}: {message.id!r}")  # noqa: T201 - that is what it is for.
    print(f"{language}: {len(made)} strings, {len(left)} without a translation")  # noqa: T201 - the same.
    return len(left)


sys.exit(main())
