"""The second server, which phones reach: a process of its own, by TLS, at one private address.

Nothing of Django is imported here: the worker sets it up when it knows that it answers phones.
"""

import multiprocessing
import os
from collections.abc import Sequence
from multiprocessing.process import BaseProcess

from kneewise.app import http_server
from kneewise.app.lan.certificate import Certificate
from kneewise.app.parent import end_with_parent


def start(address: str, port: int, hosts: Sequence[str], certificate: Certificate) -> BaseProcess:
    """Start a server beside this one."""
    # A new interpreter: a forked one would have the settings of the page of this computer.
    process = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(address, port, tuple(hosts), certificate)
    )
    process.start()
    return process


def _serve(address: str, port: int, hosts: Sequence[str], certificate: Certificate) -> None:
    os.environ["KNEEWISE_LAN_HOSTS"] = ",".join(hosts)
    end_with_parent()
    http_server.answer(address, port, key=certificate.key, certificate=certificate.path)
