"""Ports: take a free one before anything is said, and wait until somebody answers there."""

import socket
import time
from contextlib import closing

from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError

PATIENCE_S = 30.0


class PortTakenError(KneewiseError):
    """Something else listens there."""


def free_port(address: str, port: int) -> int:
    """Take the port, or say that it is taken, before anything is printed."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((address, port))
        except OSError as fault:
            raise PortTakenError(
                _("Port %(port)s is taken: name another with --port, or 0 for a free one.") % {"port": port}
            ) from fault
        return int(tried.getsockname()[1])


def wait_for(address: str, port: int) -> None:
    """Wait until somebody answers at the port; a link that does not open yet helps nobody."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            with closing(socket.create_connection((address, port), timeout=1)):
                return
        except OSError:
            time.sleep(0.05)
