"""The certificate: made for these names and no others, kept, and renewed in time."""

from __future__ import annotations

import hashlib
import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509

from kneewise.app.lan.certificate import CERTIFICATE, KEY, LASTS, Certificate, certificate_for

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.now(UTC)
NAMES = ("192.168.1.2", "fd00::2", "desk", "desk.local")


def shake_hands(made: Certificate, name: str) -> bytes:
    """Speak TLS 1.3 with the certificate in memory, as a browser that trusts it and nothing else."""
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(made.path, made.key)
    asking = ssl.create_default_context(cafile=str(made.path))
    server = serving.wrap_bio(there, back, server_side=True)
    client = asking.wrap_bio(back, there, server_hostname=name)
    for side in (client, server, client, server):
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            continue
    return client.getpeercert(binary_form=True) or b""


@pytest.mark.parametrize("name", NAMES)
def test_who_trusts_it_speaks_with_us_under_each_of_our_names(tmp_path: Path, name: str) -> None:
    made = certificate_for(tmp_path, NAMES, now=NOW)

    shown = shake_hands(made, name)

    assert hashlib.sha256(shown).hexdigest().upper() == made.fingerprint.replace(":", "")


@pytest.mark.parametrize("name", ["192.168.1.3", "fd00::3", "evil.example", "other.local"])
def test_under_another_name_it_is_refused(tmp_path: Path, name: str) -> None:
    made = certificate_for(tmp_path, NAMES, now=NOW)

    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(made, name)


def test_whoever_trusts_it_trusts_it_for_its_names_only(tmp_path: Path) -> None:
    made = certificate_for(tmp_path, NAMES, now=NOW)
    read = x509.load_pem_x509_certificate(made.path.read_bytes())

    limits = read.extensions.get_extension_for_class(x509.NameConstraints)

    assert limits.critical
    assert [str(one.value) for one in limits.value.permitted_subtrees or ()] == [
        "192.168.1.2/32",
        "fd00::2/128",
        "desk",
        "desk.local",
    ]


def test_nobody_else_reads_the_key(tmp_path: Path) -> None:
    certificate_for(tmp_path, NAMES, now=NOW)

    assert (tmp_path / KEY).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / KEY.parent).stat().st_mode & 0o777 == 0o700


def test_it_is_kept_while_nothing_changes(tmp_path: Path) -> None:
    first = certificate_for(tmp_path, NAMES, now=NOW)
    again = certificate_for(tmp_path, tuple(reversed(NAMES)), now=NOW + timedelta(days=300))

    assert (first.is_new, again.is_new) == (True, False)
    assert first.fingerprint == again.fingerprint


@pytest.mark.parametrize(
    ("names", "after"),
    [
        (NAMES, LASTS - timedelta(days=30)),
        (NAMES, -timedelta(days=2)),
        (("192.168.1.7", *NAMES[1:]), timedelta(0)),
        (NAMES[:3], timedelta(0)),
    ],
    ids=["near its end", "not yet valid", "another address", "a name less"],
)
def test_it_is_renewed_in_time(tmp_path: Path, names: tuple[str, ...], after: timedelta) -> None:
    first = certificate_for(tmp_path, NAMES, now=NOW)

    again = certificate_for(tmp_path, names, now=NOW + after)

    assert again.is_new
    assert again.fingerprint != first.fingerprint


@pytest.mark.parametrize("file", [KEY, CERTIFICATE])
@pytest.mark.parametrize("content", [b"", b"-----BEGIN NOTHING-----"])
def test_a_damaged_one_is_made_anew(tmp_path: Path, file: Path, content: bytes) -> None:
    certificate_for(tmp_path, NAMES, now=NOW)
    (tmp_path / file).write_bytes(content)

    made = certificate_for(tmp_path, NAMES, now=NOW)

    assert made.is_new
    assert shake_hands(made, "desk")


def test_a_key_of_another_certificate_is_not_used(tmp_path: Path) -> None:
    other = certificate_for(tmp_path / "other", NAMES, now=NOW)
    certificate_for(tmp_path, NAMES, now=NOW)
    (tmp_path / KEY).write_bytes(other.key.read_bytes())

    assert certificate_for(tmp_path, NAMES, now=NOW).is_new
