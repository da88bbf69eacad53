"""The page, on this computer only."""

from typing import Annotated

import typer

from kneewise.cli.open import open_home
from kneewise.cli.options import OnDate
from kneewise.cli.terminal import say
from kneewise.present.words import gettext as _

PORT = 8765

Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, metavar="N", help=_("Which port; 0 takes a free one."))
]


def serve(
    port: Port = PORT,
    on: OnDate = None,  # noqa: ARG001  # Every command takes it; the page follows the clock.
) -> None:
    """Serve the page on this computer, and print the link that opens it once."""
    open_home()
    serve_page(port)


def serve_page(port: int) -> None:
    """Serve until Ctrl-C."""
    from kneewise.app.serve import serve as run

    run(port=port, announce=say)
