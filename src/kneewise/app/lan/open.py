"""Open the page to phones of the same network, for as long as it is served."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.app.lan import server
from kneewise.app.lan.addresses import bracketed, hosts, own_addresses, own_names
from kneewise.app.lan.certificate import Certificate, certificate_for
from kneewise.app.lan.code import end_code, make_code, say_code
from kneewise.app.lan.phones import letting_in
from kneewise.app.parent import ENDS_WITHIN_S
from kneewise.app.port import free_port, wait_for
from kneewise.model.errors import KneewiseError

PATH = "/pair/"


class NoNetworkError(KneewiseError):
    """This computer is in no private network."""


@contextmanager
def open_to_phones(home: Path, port: int, *, now: datetime) -> Iterator[Sequence[str]]:
    """Serve phones until the block ends; what has to be said to the runner is handed over.

    Raises:
        NoNetworkError: There is no private address at which a phone could reach this computer.
        PortTakenError: Something else listens there.
    """
    addresses = own_addresses()
    if not addresses:
        raise NoNetworkError(
            _("This computer has no private address for a phone to reach: join a network, then try again.")
        )
    names = (*addresses, *own_names())
    certificate = certificate_for(home, names, now=now)
    with ExitStack() as ends:
        ends.enter_context(letting_in(home))
        for address in addresses:
            free_port(address, port)
            process = server.start(address, port, hosts(names, port), certificate)
            ends.callback(_end, process)
        for address in addresses:
            wait_for(address, port)
        code = make_code(home, now)
        ends.callback(end_code, home)
        yield (*_links(addresses, port), say_code(code), *_say_certificate(certificate))


def _links(addresses: Sequence[str], port: int) -> list[str]:
    return [
        _("On the phone, in this network, open %(link)s")
        % {"link": f"https://{bracketed(address)}:{port}{PATH}"}
        for address in addresses
    ]


def _say_certificate(certificate: Certificate) -> list[str]:
    """Say by what the phone tells this computer from another, and what that does not do."""
    return [
        _("The phone warns, as it does not know the certificate. Compare its SHA-256 before you go on:"),
        certificate.fingerprint,
        _("A phone that does not trust it keeps no page for days without a connection."),
        _("Who is in this network and has the code in time gets in: show it to nobody."),
    ]


def _end(process: BaseProcess) -> None:
    process.terminate()
    # Its own worker may take as long as that to be ended.
    process.join(2 * ENDS_WITHIN_S)
    process.kill()
