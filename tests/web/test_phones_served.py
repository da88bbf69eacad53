"""The real server for phones: by TLS at a private address, and gone when the page is."""

from __future__ import annotations

import hashlib
import http.client
import os
import re
import socket
import ssl
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest

from kneewise.app.lan.addresses import own_addresses
from kneewise.app.port import free_port, wait_for
from tests.e2e.served import answers, becomes, kneewise, serve_to_phones

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.served import ServedToPhones

pytestmark = pytest.mark.skipif(not own_addresses(), reason="this machine is in no private network")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("phones") / "home"


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[ServedToPhones]:
    with serve_to_phones(folder) as served:
        yield served


@pytest.fixture
def trusting(folder: Path, served: ServedToPhones) -> ssl.SSLContext:
    """Trust the made certificate, and nothing else."""
    return ssl.create_default_context(cafile=str(folder / "lan" / "certificate.pem"))


def ask(line: http.client.HTTPConnection, path: str) -> http.client.HTTPResponse:
    line.request("GET", path)
    return line.getresponse()


class Phone:
    """A browser that keeps its cookies, and trusts what it is told to."""

    def __init__(self, served: ServedToPhones, trusting: ssl.SSLContext) -> None:
        self.at, self.trusting, self.cookies = urlsplit(served.pair), trusting, dict[str, str]()

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str, list[str]]:
        line = http.client.HTTPSConnection(
            self.at.hostname or "", self.at.port, context=self.trusting, timeout=20
        )
        sent = {"Cookie": "; ".join(f"{name}={one}" for name, one in self.cookies.items()), **headers}
        line.request(method, path, body or None, sent)
        answer = line.getresponse()
        text, given = answer.read().decode(), answer.headers.get_all("Set-Cookie") or []
        line.close()
        self.cookies |= dict(one.partition(";")[0].split("=", 1) for one in given)
        return answer.status, text, given

    def pair(self, code: str) -> tuple[int, list[str]]:
        _status, form, _given = self.ask("GET", "/pair/")
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', form)
        assert token is not None
        body = urlencode({"code": code, "csrfmiddlewaretoken": token[1]})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"https://{self.at.netloc}",
        }
        status, _text, given = self.ask("POST", "/pair/", body, **headers)
        return status, given


def test_a_phone_is_paired_by_tls_and_out_at_once_when_removed(
    served: ServedToPhones, trusting: ssl.SSLContext, folder: Path
) -> None:
    phone = Phone(served, trusting)

    before = phone.ask("GET", "/")[0]
    status, given = phone.pair(served.code)
    inside = phone.ask("GET", "/")[0]
    listed = kneewise(folder, "phone", "list")
    kneewise(folder, "phone", "remove", listed.strip().partition(":")[0])

    assert (before, status, inside) == (401, 302, 200)
    (cookie,) = (one for one in given if "kneewise_phone" in one)
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Strict", "Path=/"))
    assert phone.ask("GET", "/")[0] == 401
    assert Phone(served, trusting).pair(served.code)[0] == 403


def test_the_code_that_was_made_beside_it_lets_another_in(
    served: ServedToPhones, trusting: ssl.SSLContext, folder: Path
) -> None:
    told = kneewise(folder, "phone", "code")
    said = re.search(r"\d{4} \d{4}", told)
    assert said is not None

    assert Phone(served, trusting).pair(said[0])[0] == 302
    assert "serve --lan" not in told


def test_the_terminal_shows_the_fingerprint_of_the_certificate(served: ServedToPhones) -> None:
    at, blind = urlsplit(served.pair), ssl.create_default_context()
    blind.check_hostname, blind.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection((at.hostname or "", at.port or 0), timeout=20) as line,
        blind.wrap_socket(line) as spoken,
    ):
        shown = hashlib.sha256(spoken.getpeercert(binary_form=True) or b"").hexdigest()
        version = spoken.version()

    assert served.fingerprint.replace(":", "") == shown.upper()
    assert version == "TLSv1.3"


def test_who_does_not_trust_the_certificate_is_warned(served: ServedToPhones) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        Phone(served, ssl.create_default_context()).ask("GET", "/pair/")


def test_nothing_is_said_in_plain_words_to_the_network(served: ServedToPhones) -> None:
    at = urlsplit(served.pair)
    line = http.client.HTTPConnection(at.hostname or "", at.port, timeout=20)

    with pytest.raises((http.client.HTTPException, ConnectionError)):
        ask(line, "/pair/")
    line.close()


def test_the_link_of_the_computer_opens_there_only(served: ServedToPhones, trusting: ssl.SSLContext) -> None:
    own, path = urlsplit(served.base), urlsplit(served.link).path
    refused = Phone(served, trusting).ask("GET", path)[0]
    line = http.client.HTTPConnection("127.0.0.1", own.port, timeout=20)
    opened = ask(line, path)
    cookie = str(opened.headers["Set-Cookie"])
    line.close()

    assert (refused, opened.status) == (401, 302)
    assert "Secure" not in cookie


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost"])
def test_a_foreign_name_is_refused(served: ServedToPhones, trusting: ssl.SSLContext, host: str) -> None:
    assert Phone(served, trusting).ask("GET", "/pair/", Host=host)[0] == 400


def test_there_is_no_pairing_on_the_page_of_the_computer(served: ServedToPhones) -> None:
    own = urlsplit(served.base)
    line = http.client.HTTPConnection("127.0.0.1", own.port, timeout=20)

    assert ask(line, "/pair/").status == 401
    line.close()


STARTS = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from kneewise.app.lan.certificate import certificate_for
from kneewise.app.lan.server import start
if __name__ == "__main__":
    address, port, home = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    made = certificate_for(home, (address,), now=datetime.now(UTC))
    start(address, port, ("desk:1",), made)
    time.sleep(120)
"""


def test_a_page_that_is_killed_takes_the_server_for_phones_with_it(tmp_path: Path) -> None:
    script, address = tmp_path / "page.py", own_addresses()[0]
    script.write_text(STARTS)
    port = free_port(address, 0)
    page = subprocess.Popen(
        [sys.executable, script, address, str(port), tmp_path],
        env={**os.environ, "KNEEWISE_HOME": str(tmp_path)},
    )
    wait_for(address, port)

    page.kill()
    page.wait(timeout=20)

    assert becomes(lambda: not answers(address, port))
