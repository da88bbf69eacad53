"""The page, on this computer and, where that is asked, for phones of its network."""

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
Lan = Annotated[
    bool, typer.Option("--lan", help=_("Also let phones of this network in, each after a code from here."))
]


def serve(port: Port = PORT, lan: Lan = False, on: OnDate = None) -> None:
    """Serve the page on this computer, and print the link that opens it once."""
    instant(open_home(), on)
    serve_page(port, on=on, to_phones=lan)


def serve_page(port: int, *, on: date | None = None, to_phones: bool = False) -> None:
    """Serve until Ctrl-C, as on a day that was named."""
    from kneewise.app.serve import serve as run

    run(port=port, announce=say, on=on, to_phones=to_phones)
