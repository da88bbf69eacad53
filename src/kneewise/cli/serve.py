"""The page, on this computer only."""

from datetime import date
from typing import Annotated

import typer

from kneewise.cli.open import instant, open_home
from kneewise.cli.options import OnDate
from kneewise.cli.terminal import say
from kneewise.present.words import gettext as _

PORT = 8765

Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, metavar="N", help=_("Which port; 0 takes a free one."))
]


def serve(port: Port = PORT, on: OnDate = None) -> None:
    """Serve the page on this computer, and print the link that opens it once."""
    instant(open_home(), on)
    serve_page(port, on=on)


def serve_page(port: int, *, on: date | None = None) -> None:
    """Serve until Ctrl-C, as on a day that was named."""
    from kneewise.app.serve import serve as run

    run(port=port, announce=say, on=on)
