"""The page, on this computer and, where that is asked, for phones of its network."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kneewise.app.home import GoneError
from kneewise.cli.open import Opened, instant, open_home
from kneewise.cli.options import OnDate
from kneewise.cli.terminal import complain, say
from kneewise.model.errors import KneewiseError
from kneewise.present.words import gettext as _

PORT = 8765

Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, metavar="N", help=_("Which port; 0 takes a free one."))
]
Lan = Annotated[
    bool, typer.Option("--lan", help=_("Also let phones of this network in, each after a code from here."))
]


Inbox = Annotated[
    Path | None,
    typer.Option("--inbox", metavar="DIR", help=_("Also take what appears in this folder meanwhile.")),
]

TRIES_AGAIN_S = 60.0
"""After a fault of the home, such as a full disk, the folder is looked at again so much later."""


def serve(port: Port = PORT, lan: Lan = False, inbox: Inbox = None, on: OnDate = None) -> None:
    """Serve the page on this computer, and print the link that opens it once."""
    opened = open_home()
    instant(opened, on)
    beside = None if inbox is None else _taking(opened, inbox, on=on)
    serve_page(port, on=on, to_phones=lan, beside=beside)


def serve_page(
    port: int,
    *,
    on: date | None = None,
    to_phones: bool = False,
    beside: Callable[[], None] | None = None,
) -> None:
    """Serve until Ctrl-C, as on a day that was named; ``beside`` goes on as long as the page answers."""
    from kneewise.app.serve import serve as run

    run(port=port, announce=say, on=on, to_phones=to_phones, beside=beside)


def _taking(opened: Opened, folder: Path, *, on: date | None) -> Callable[[], None]:
    """Make what takes files from a folder beside the page; a fault of the home does not end it."""
    from kneewise.cli.import_files import keep_taking, see_folder

    see_folder(folder)

    def take() -> None:
        while True:
            try:
                keep_taking(opened, folder, on=on)
            except GoneError as gone:
                complain(str(gone))
                return
            except KneewiseError as fault:
                complain(str(fault))
            time.sleep(TRIES_AGAIN_S)

    return take
