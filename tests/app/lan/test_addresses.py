"""Which addresses are answered: those that nobody reaches from the internet."""

import socket

import pytest

from kneewise.app.lan.addresses import bracketed, hosts, is_private, own_addresses, own_names

PRIVATE = (
    "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.2", "169.254.9.9",
    "fd00::2", "fc00::1", "fe80::1", "fe80::1%eth0", "::ffff:192.168.1.2",
)  # fmt: skip
PUBLIC = (
    "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "11.0.0.1", "100.64.0.1", "192.0.2.1", "0.0.0.0",
    "127.0.0.1", "::1", "2001:db8::1", "2a00::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "", "phone", "10.0.0",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_answered(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_every_other_address_is_not(address: str) -> None:
    assert not is_private(address)


def test_own_addresses_are_private_ones_that_fit_into_a_link() -> None:
    found = own_addresses()

    assert all(is_private(address) and "%" not in address for address in found)
    assert not any(address.startswith("fe80") for address in found)


def test_an_address_that_leads_outside_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = {
        "10.255.255.255": "10.0.0.5",
        "192.0.2.1": "203.0.113.9",
        "fd00::1": "fd00::5",
        "2001:db8::1": "fe80::5",
    }
    monkeypatch.setattr("kneewise.app.lan.addresses._way_to", ways.get)

    assert own_addresses() == ("10.0.0.5", "fd00::5")


@pytest.mark.parametrize(
    ("called", "names"),
    [
        ("Desk.fritz.box", ("desk", "desk.local")),
        ("localhost", ()),
        ("desk_2", ()),
        ("evil,example", ()),
        ("", ()),
    ],
)
def test_a_name_that_a_network_can_know_is_offered(
    monkeypatch: pytest.MonkeyPatch, called: str, names: tuple[str, ...]
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: called)

    assert own_names() == names


def test_a_host_is_written_as_a_browser_sends_it() -> None:
    assert hosts(("10.0.0.5", "fd00::5", "desk"), 80) == ("10.0.0.5:80", "[fd00::5]:80", "desk:80")
    assert bracketed("desk") == "desk"
