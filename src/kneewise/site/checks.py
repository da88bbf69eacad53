"""What must hold of the settings whatever becomes of them; `manage.py check` and the tests ask."""

from collections.abc import Sequence
from typing import Final

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

GUARDS: Final = ("HostGuard", "Headers", "Door", "SameOrigin")
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})


@register(Tags.security)
def check_guards_come_first(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 - Django passes it to every check.
    **_others: object,
) -> list[CheckMessage]:
    """Find settings under which something could answer before our own guards have looked."""
    wanted = [f"kneewise.web.middleware.{guard}" for guard in GUARDS]
    if settings.MIDDLEWARE[: len(wanted)] != wanted:
        return [Error("Our own guards must come first, in their order.", id="kneewise.E001")]
    return []


@register(Tags.security)
def check_loopback_only(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 - Django passes it to every check.
    **_others: object,
) -> list[CheckMessage]:
    """Find settings under which the page would answer to names of other computers, or tell of its inside."""
    found: list[CheckMessage] = []
    lan = {host.rpartition(":")[0] for host in settings.LAN_HOSTS}
    if not set(settings.ALLOWED_HOSTS) <= (lan or LOOPBACK) or not settings.ALLOWED_HOSTS:
        found.append(Error("Only names of this computer may be answered to.", id="kneewise.E002"))
    if lan and not settings.CSRF_COOKIE_SECURE:
        found.append(Error("What phones are given may go by TLS only.", id="kneewise.E004"))
    if settings.DEBUG:
        found.append(Error("DEBUG shows the inside of a home to whoever makes an error.", id="kneewise.E003"))
    return found
