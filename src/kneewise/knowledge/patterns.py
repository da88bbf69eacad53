"""The pattern table of step 1."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kneewise.knowledge.toml import folder_of, read_toml
from kneewise.model.evidence import Grade
from kneewise.model.patterns import PatternCondition, PatternFeature, PatternTable


@cache
def read_patterns(package: str = "guide.step1_pain") -> PatternTable:
    """Read the table of a package's ``patterns.toml``."""
    table = read_toml(folder_of(package) / "patterns.toml")
    return PatternTable(
        features=tuple(
            PatternFeature(id=key, keys=tuple(row.get("keys", ())), places=tuple(row.get("places", ())))
            for key, row in table["features"].items()
        ),
        conditions=tuple(_condition(key, row) for key, row in table["conditions"].items()),
        reviewed_by=table["review"]["reviewed_by"],
    )


def _condition(key: str, row: Mapping[str, Any]) -> PatternCondition:
    return PatternCondition(
        id=key,
        named=row["named"],
        rare=row.get("rare", False),
        tendon=row.get("tendon", False),
        prior=row["prior"],
        prior_under_18=row.get("prior_under_18"),
        grade=Grade(row["grade"]),
        sources=tuple(row["sources"]),
        shares=row["shares"],
        published=tuple(row.get("published", ())),
        needs_yes=tuple(row.get("needs_yes", ())),
        needs_no=tuple(row.get("needs_no", ())),
        needs_places=tuple(row.get("needs_places", ())),
        needs_choice=tuple(row.get("needs_choice", {}).items()),
        multipliers=row.get("multipliers", {}),
    )
