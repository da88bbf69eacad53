"""Sources and units: every paper once, every unit once."""

from collections.abc import Mapping
from functools import cache

from kneewise.knowledge.toml import folder_of, read_toml
from kneewise.model.evidence import Source


@cache
def read_sources() -> Mapping[str, Source]:
    """Read every source by its key."""
    return {
        key: Source(
            key=key,
            title=record["title"],
            year=record.get("year"),
            url=record.get("url", ""),
            checked=record["checked"],
        )
        for key, record in read_toml(folder_of("knowledge") / "sources.toml").items()
    }


@cache
def read_units() -> frozenset[str]:
    """Read the units that a number may have."""
    return frozenset(read_toml(folder_of("knowledge") / "units.toml")["units"])
