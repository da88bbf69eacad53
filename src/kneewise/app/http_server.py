"""Our application behind Granian, on one address, until this process is told to end.

Nothing of Django is imported here: the worker sets it up, in a process of its own.
"""

import signal
from pathlib import Path

from granian import Granian
from granian.constants import HTTPModes, Interfaces

from kneewise.app.parent import ENDS_WITHIN_S


def answer(address: str, port: int, *, key: Path | None = None, certificate: Path | None = None) -> None:
    """Answer until Ctrl-C, until the terminal is closed or until this process is ended."""
    server = Granian(
        "kneewise.app.worker:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        # By HTTP/2 a browser may send its cookies in parts.
        http=HTTPModes.http1,
        workers=1,
        workers_kill_timeout=ENDS_WITHIN_S,
        websockets=False,
        log_enabled=False,
        ssl_key=key,
        ssl_cert=certificate,
    )
    if (hangup := getattr(signal, "SIGHUP", None)) and signal.getsignal(hangup) != signal.SIG_IGN:
        # Granian takes a closed terminal for the wish to begin again, with nobody left who could end it.
        server.on_startup(lambda: signal.signal(hangup, server.signal_handler_interrupt))
    server.serve()
