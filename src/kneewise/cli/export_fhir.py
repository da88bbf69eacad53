"""A FHIR bundle on the command line."""

from pathlib import Path
from typing import Annotated

import typer

from kneewise.cli.open import open_home
from kneewise.cli.terminal import show
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


def fhir(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A new file, such as kneewise.fhir.json."))],
) -> None:
    """Write what a clinic's program can read: a FHIR R4B bundle."""
    from kneewise.app.export_fhir import export_fhir

    opened = open_home()
    made = export_fhir(opened.runner, file, at=opened.now)
    show(wrapped(sentence("export.fhir", path=made.path, count=made.resources), tone=Tone.STRONG))
    show(wrapped(sentence("export.open"), tone=Tone.QUIET))
