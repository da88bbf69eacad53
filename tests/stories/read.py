"""The stories as they stand in `tests/cases`: one file each, in a language that a clinician can follow.

Days count from the first screening. ``asked`` is the full screening with "no" to everything but what is
written; ``weekly_form_until`` answers "none of these is new" every sixth day, which says nothing of a sign
that stands already. What ``expect`` says of a day
is what a clinician signs, and what the engine is held to.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases"
CONTENTS = Path(__file__).parent / "contents.toml"

Story = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, and the stories that show both of its sides."""

    title: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of `docs/stories/`."""

    name: str
    title: str
    rules: tuple[Rule, ...]

    @property
    def stories(self) -> tuple[str, ...]:
        """The names of its stories, in their order."""
        return tuple(name for rule in self.rules for name in rule.stories)


@cache
def contents() -> tuple[Page, ...]:
    """Read the table of contents."""
    listed = tomllib.loads(CONTENTS.read_text(encoding="utf-8"))["page"]
    return tuple(
        Page(
            page["name"],
            page["title"],
            tuple(Rule(one["title"], tuple(one["stories"])) for one in page["rules"]),
        )
        for page in listed
    )


KNOWN = {"title", "story", "who", "reviewed_by", "knee", "usual", "settings", "weekly_form_until"}
ENTRIES = {
    "asked": {"day", "but"},
    "told": {"day", "days", "hour", "answers"},
    "form": {"day", "but"},
    "cleared": {"day", "may_run", "by"},
    "ran": {"days", "minutes"},
    "run": {
        "day",
        "days",
        "minutes",
        "before",
        "during",
        "after_60min",
        "morning",
        "after_24h",
        "limp",
        "painkiller",
        "first_pain_min",
        "other_knee",
        "file",
        "treadmill",
        "cadence_spm",
    },
    "walk": {"day", "days", "pain", "morning"},
    "morning": {"day", "days", "pain", "limp"},
    "tested": {"day", "pain", "hops", "other_knee"},
    "night": {"day", "quality"},
    "painkiller": {"day", "days"},
    "ill": {"day", "until"},
    "moved": {"day", "from_day", "to_day"},
    "exercise": {"day", "name", "repetitions", "during"},
    "game": {"day", "minutes"},
    "ride": {"day", "minutes"},
}
"""What may be told, and by which words."""


@cache
def stories() -> Mapping[str, Story]:
    """Read every story by its file's name."""
    return {path.stem: read(path) for path in sorted(CASES.glob("*.toml"))}


def read(path: Path) -> Story:
    """Read one; a word that is not of the language is a mistake in the story."""
    story = tomllib.loads(path.read_text(encoding="utf-8"))
    strange = story.keys() - KNOWN - ENTRIES.keys() - {"expect"}
    strange |= {
        word for kind, words in ENTRIES.items() for one in story.get(kind, ()) for word in one.keys() - words
    }
    if strange:
        raise ValueError(f"{path.name}: {sorted(strange)} is not in the language of the stories")
    return story


def days(entry: Mapping[str, Any]) -> tuple[int, ...]:
    """The days that an entry speaks of."""
    return tuple(entry["days"]) if "days" in entry else (entry["day"],)
