"""The certificate of the page for phones: made here, for the names of this computer and no other.

It is its own authority, so that a phone can be told to trust it, and constrained to its own names, so that
whoever trusts it trusts it for nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kneewise.app.lan.private import keep

KEY: Final = Path("lan", "key.pem")
CERTIFICATE: Final = Path("lan", "certificate.pem")
LASTS: Final = timedelta(days=397)
"""Browsers refuse a certificate that is to last much longer."""

RENEWED_BEFORE: Final = timedelta(days=30)
SLOW_CLOCK: Final = timedelta(days=1)
"""So far behind may the clock of a phone be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Where key and certificate lie.

    Attributes:
        fingerprint: SHA-256 of the certificate, as browsers show it.
        is_new: Whether it was made just now, so that phones will warn of it again.
    """

    key: Path
    path: Path
    fingerprint: str
    is_new: bool


def certificate_for(home: Path, names: Sequence[str], *, now: datetime) -> Certificate:
    """Take the certificate of the home, or make another where it is old, for other names, or unreadable."""
    kept = _read(home)
    if kept is not None and _serves(kept, names, now):
        return _of(home, kept, is_new=False)
    key = ec.generate_private_key(ec.SECP256R1())
    made = _sign(key, names, now)
    keep(home / KEY, _pem(key))
    keep(home / CERTIFICATE, made.public_bytes(serialization.Encoding.PEM))
    return _of(home, made, is_new=True)


def _of(home: Path, made: x509.Certificate, *, is_new: bool) -> Certificate:
    fingerprint = made.fingerprint(hashes.SHA256()).hex(":").upper()
    return Certificate(key=home / KEY, path=home / CERTIFICATE, fingerprint=fingerprint, is_new=is_new)


def _read(home: Path) -> x509.Certificate | None:
    """Read the certificate, if it and its key are whole and belong together."""
    try:
        made = x509.load_pem_x509_certificate((home / CERTIFICATE).read_bytes())
        key = serialization.load_pem_private_key((home / KEY).read_bytes(), password=None)
    except (OSError, ValueError):
        return None
    return made if made.public_key() == key.public_key() else None


def _serves(kept: x509.Certificate, names: Sequence[str], now: datetime) -> bool:
    """Whether a certificate is of now, and of exactly these names."""
    named = kept.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    lasts = kept.not_valid_before_utc <= now < kept.not_valid_after_utc - RENEWED_BEFORE
    return lasts and set(named) == set(_alternatives(names))


def _sign(key: ec.EllipticCurvePrivateKey, names: Sequence[str], now: datetime) -> x509.Certificate:
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kneewise")])
    builder = (
        x509.CertificateBuilder(called, called, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SLOW_CLOCK)
        .not_valid_after(now - SLOW_CLOCK + LASTS)
    )
    for extension, critical in _extensions(key.public_key(), names):
        builder = builder.add_extension(extension, critical=critical)
    return builder.sign(key, hashes.SHA256())


def _extensions(
    key: ec.EllipticCurvePublicKey, names: Sequence[str]
) -> tuple[tuple[x509.ExtensionType, bool], ...]:
    """Say what the certificate may be used for; each with whether who does not understand it must refuse."""
    alternatives = _alternatives(names)
    return (
        (x509.SubjectAlternativeName(alternatives), False),
        (x509.BasicConstraints(ca=True, path_length=0), True),
        (x509.NameConstraints([_only(one) for one in alternatives], excluded_subtrees=None), True),
        (_usage(), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.SubjectKeyIdentifier.from_public_key(key), False),
    )


def _alternatives(names: Sequence[str]) -> list[x509.DNSName | x509.IPAddress]:
    return [_alternative(name) for name in names]


def _alternative(name: str) -> x509.DNSName | x509.IPAddress:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _only(one: x509.DNSName | x509.IPAddress) -> x509.GeneralName:
    """Write a name as a constraint, which of an address is a net of one."""
    return x509.IPAddress(ip_network(str(one.value))) if isinstance(one, x509.IPAddress) else one


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
