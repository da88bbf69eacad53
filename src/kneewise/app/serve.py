"""Serve the page on this computer only, opened by a link that works once."""

import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date

from django.db import connections
from django.utils.translation import gettext as _

from kneewise.app import clock, door, home
from kneewise.app.lock import in_use
from kneewise.model.errors import KneewiseError

ADDRESS = "127.0.0.1"
"""Loopback, and no option to change it: what is served here is somebody's health."""

PATIENCE_S = 30.0


class PortTakenError(KneewiseError):
    """Something else listens there."""


def serve(*, port: int, announce: Callable[[str], None], on: date | None = None) -> None:
    """Serve until it is interrupted.

    Args:
        port: Where to listen; 0 takes a free one.
        announce: Is told the one-time link once the page answers.
        on: The day on whose evening the page stands; the clock's where it is not said.

    Raises:
        KneewiseError: The home cannot be opened, or the port is taken.
    """
    from granian import Granian
    from granian.constants import Interfaces

    home.open_home()
    # The worker has connections of its own: this one would keep a restore by the page from the home.
    connections.close_all()
    folder = home.folder()
    chosen = _free_port(port)
    link = f"http://{ADDRESS}:{chosen}/open/{door.make_link(folder)}"
    # The worker is a process of its own and finds the home by its environment.
    os.environ["KNEEWISE_HOME"] = str(folder)
    clock.stand_still(on)
    threading.Thread(target=_announce, args=(chosen, link, announce), daemon=True).start()
    server = Granian(
        "kneewise.site.wsgi:application",
        address=ADDRESS,
        port=chosen,
        interface=Interfaces.WSGI,
        workers=1,
        websockets=False,
        log_enabled=False,
    )
    try:
        with in_use(folder / home.SERVED):
            server.serve()
    finally:
        door.close(folder)


def _free_port(port: int) -> int:
    """Take the port, or say that it is taken, before anything is printed."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((ADDRESS, port))
        except OSError as fault:
            raise PortTakenError(
                _("Port %(port)s is taken: name another with --port, or 0 for a free one.") % {"port": port}
            ) from fault
        return int(tried.getsockname()[1])


def _announce(port: int, link: str, announce: Callable[[str], None]) -> None:
    """Wait until somebody answers at the port; a link that does not open yet helps nobody."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            with closing(socket.create_connection((ADDRESS, port), timeout=1)):
                break
        except OSError:
            time.sleep(0.05)
    announce(_("Open this link; it works once: %(link)s") % {"link": link})
    announce(_("Press Ctrl-C to stop."))
