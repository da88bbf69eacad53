"""Serve the page on this computer, opened by a link that works once; where that is asked, to phones too."""

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date

from django.db import connections
from django.utils.translation import gettext as _

from kneewise.app import clock, door, home
from kneewise.app.lock import in_use
from kneewise.app.port import free_port, wait_for

ADDRESS = "127.0.0.1"
"""Loopback, and no option to change it: what is served here is somebody's health, in plain words."""


def serve(
    *,
    port: int,
    announce: Callable[[str], None],
    on: date | None = None,
    to_phones: bool = False,
    beside: Callable[[], None] | None = None,
) -> None:
    """Serve until it is interrupted.

    Args:
        port: Where to listen; 0 takes a free one.
        announce: Is told the one-time link once the page answers.
        on: The day on whose evening the page stands; the clock's where it is not said.
        to_phones: A second server answers phones of the same network, by TLS.
        beside: What goes on beside the page once it answers, until this ends.

    Raises:
        KneewiseError: The home cannot be opened, the port is taken, or there is no network.
    """
    from kneewise.app import http_server

    home.open_home()
    # The worker has connections of its own: this one would keep a restore by the page from the home.
    connections.close_all()
    folder = home.folder()
    chosen = free_port(ADDRESS, port)
    link = f"http://{ADDRESS}:{chosen}/open/{door.make_link(folder)}"
    # The worker is a process of its own and finds the home by its environment.
    os.environ["KNEEWISE_HOME"] = str(folder)
    clock.stand_still(on)
    with ExitStack() as ends:
        ends.callback(door.close, folder)
        said = [_("Open this link; it works once: %(link)s") % {"link": link}]
        if to_phones:
            from kneewise.app.lan.open import open_to_phones

            said += ends.enter_context(open_to_phones(folder, chosen, now=clock.now()))
        said.append(_("Press Ctrl-C to stop."))
        threading.Thread(target=_announce, args=(chosen, said, announce, beside), daemon=True).start()
        with in_use(folder / home.SERVED):
            http_server.answer(ADDRESS, chosen)


def _announce(
    port: int, said: Sequence[str], announce: Callable[[str], None], beside: Callable[[], None] | None
) -> None:
    """Say how to come in, once the page answers, and go on with what is done beside it."""
    wait_for(ADDRESS, port)
    for sentence in said:
        announce(sentence)
    if beside is not None:
        beside()
