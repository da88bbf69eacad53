"""Names of time zones."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

NO_PLACES = ("Etc/", "SystemV/", "US/")


def is_zone(name: str) -> bool:
    """Whether this machine knows a zone by that name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def places_of_zones() -> tuple[str, ...]:
    """List the zones that are named after a place."""
    return tuple(
        sorted(name for name in available_timezones() if "/" in name and not name.startswith(NO_PLACES))
    )
