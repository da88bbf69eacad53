"""The raw record on the command line."""

from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import clock
from kneewise.cli.open import open_home
from kneewise.cli.progress import progress_bar
from kneewise.cli.terminal import show
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


def record(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help=_("A new folder, or a new file that ends in .zip."))
    ],
    originals: Annotated[
        bool, typer.Option("--originals", help=_("Your watch files too, each byte for byte."))
    ] = False,
) -> None:
    """Write everything as CSV and JSON, with what each column means."""
    from kneewise.app import export_record as use

    opened = open_home()
    with progress_bar(_("Exporting")) as told:
        made = use.export_record(opened.runner, path, now=clock.now(), originals=originals, progress=told)
    show(wrapped(sentence("export.made", path=made.path, count=made.rows), tone=Tone.STRONG))
    if originals:
        show(wrapped(sentence("export.originals", count=made.originals)))
    if made.lost:
        show(wrapped(sentence("backup.missing", count=made.lost)))
    show(wrapped(sentence("export.open"), tone=Tone.QUIET))
