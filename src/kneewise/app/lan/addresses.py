"""Private addresses: those of this computer, and those that are answered."""

import re
import socket
from collections.abc import Sequence
from contextlib import closing
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

PRIVATE: Final = tuple(
    ip_network(net)
    for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10")
)
"""RFC 1918, link-local, unique local: no address of these is reached from the internet.

Python's own ``is_private`` holds more, loopback and documentation among them.
"""

WAYS: Final = ("10.255.255.255", "172.31.255.255", "192.168.255.255", "192.0.2.1", "fd00::1", "2001:db8::1")
"""Somewhere in each net, and somewhere outside: the way there begins at an address of ours."""

NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def is_private(address: str) -> bool:
    """Whether an address is of a private net; one that cannot be read is not."""
    try:
        read = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(read, IPv6Address) and read.ipv4_mapped is not None:
        read = read.ipv4_mapped
    return any(read in net for net in PRIVATE)


def own_addresses() -> tuple[str, ...]:
    """List the private addresses of this computer at which a browser can open a page, IPv4 first."""
    found = {address for way in WAYS if (address := _way_to(way)) and is_private(address)}
    # A browser cannot be told an address that needs the name of a network card beside it.
    reachable = [one for one in found if not (":" in one and ip_address(one.partition("%")[0]).is_link_local)]
    return tuple(sorted(reachable, key=lambda one: (":" in one, one)))


def own_names() -> tuple[str, ...]:
    """List the names of this computer in its network, where it has one."""
    name = socket.gethostname().partition(".")[0].lower()
    if NAME.fullmatch(name) is None or name == "localhost":
        return ()
    return (name, f"{name}.local")


def hosts(names: Sequence[str], port: int) -> tuple[str, ...]:
    """Write names and addresses as a browser sends them, with the port."""
    return tuple(f"{bracketed(name)}:{port}" for name in names)


def bracketed(name: str) -> str:
    """Put an address of IPv6 into the brackets that it has in a link."""
    return f"[{name}]" if ":" in name else name


def _way_to(far: str) -> str | None:
    """Ask the system which address of ours it would send from; nothing is sent."""
    family = socket.AF_INET6 if ":" in far else socket.AF_INET
    try:
        with closing(socket.socket(family, socket.SOCK_DGRAM)) as asked:
            asked.connect((far, 9))
            return str(asked.getsockname()[0])
    except OSError:
        return None
