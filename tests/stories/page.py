"""Stories as pages that a clinician reads and signs: `docs/stories/`, one page a topic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import Any

from tests.stories import words
from tests.stories.answered import decided
from tests.stories.read import ENTRIES, Page, Story, contents, days, stories
from tests.stories.said import answer, why
from tests.stories.tell import FORM_EVERY_DAYS

INDEX = Path(__file__).parent / "index.md"
PAGES = Path(__file__).parents[2] / "docs" / "stories"
NOBODY = "not reviewed by a clinician yet"
WIDTH = 120

HEAD = """\
# Stories: {title}

Written from `tests/cases/` by `make stories`; do not edit it here. [How to read and sign a story](README.md).
"""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that was told, on the day it happened."""

    day: int
    said: str


def pages() -> dict[str, str]:
    """Write every page, by the name of its file."""
    written = {f"{page.name}.md": "\n".join(_page(page)) for page in contents()}
    return {"README.md": _index(), **written}


def _page(page: Page) -> Iterator[str]:
    yield HEAD.format(title=page.title)
    for rule in page.rules:
        yield f"## {rule.title}\n"
        for name in rule.stories:
            yield from _story(name, stories()[name])


def _story(name: str, story: Story) -> Iterator[str]:
    yield f"### {story['title']}\n"
    yield f"{_filled(story['story'])}\n"
    yield f"{_filled(words.who(story))}\n"
    yield from _days(name, story)
    yield f"\n`{name}` · Reviewed by: {story.get('reviewed_by', NOBODY)}.\n"


def _filled(text: str, first: str = "", later: str = "") -> str:
    return fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _days(name: str, story: Story) -> Iterator[str]:
    """Go through the days: what was told, and each answer after it."""
    happened = sorted(_happened(story), key=lambda one: one.day)
    for expected, decision in decided(name):
        day = expected["day"]
        now = [one for one in happened if one.day <= day]
        happened = happened[len(now) :]
        yield from _told(now)
        yield _filled(f"- **Day {day}:** {answer(expected, decision)}", later="  ")
        if reasons := why(expected, decision):
            yield _filled(f"*Why:* {' '.join(reasons)}", first="  ", later="  ")


def _told(happened: list[Happened]) -> Iterator[str]:
    """Say what happened, the same on several days once."""
    said: dict[str, list[int]] = {}
    for one in happened:
        said.setdefault(one.said, []).append(one.day)
    for text, on in said.items():
        yield _filled(f"- {words.on_days(on)}. {text}", later="  ")


def _happened(story: Story) -> Iterator[Happened]:
    for kind in ENTRIES:
        for entry in story.get(kind, ()):
            said: str = getattr(words, kind)(entry)
            hour = _hour(kind, entry)
            yield from (Happened(day, said + hour) for day in days(entry))
    for day in range(FORM_EVERY_DAYS, story.get("weekly_form_until", 0) + 1, FORM_EVERY_DAYS):
        yield Happened(day, words.form({}))


def _hour(kind: str, entry: Mapping[str, Any]) -> str:
    return f" (At {entry['hour']} o'clock.)" if kind == "told" and "hour" in entry else ""


def _index() -> str:
    return INDEX.read_text(encoding="utf-8").format(
        count=len(stories()), listed="\n".join(map(_row, contents()))
    )


def _row(page: Page) -> str:
    signed = sum("reviewed_by" in stories()[name] for name in page.stories)
    return f"| [{page.title}]({page.name}.md) | {len(page.stories)} | {signed} |"
