"""The keyboard alone, and whether somebody who uses it sees where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

STOP = """() => {
    const at = document.activeElement;
    if (at === document.body || at === document.documentElement) return null;
    const isBehind = at.matches(".seg input, .chip input, .scale input");
    const shown = at.closest(".place") ?? (isBehind ? at.nextElementSibling : at);
    const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
    const said = at.textContent.trim();
    const name = `${at.tagName} ${at.name ?? ""} ${at.id} ${at.className} ${said.slice(0, 30)}`;
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
    const bar = document.elementFromPoint(x, y)?.closest(".act, .tabs, .save");
    const isOut = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
    const faults = [];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("no outline");
    if (isOut) faults.push("out of view");
    if (bar && !bar.contains(at)) faults.push("behind a bar");
    return { name: at.name ?? "", type: at.type ?? "", value: at.value ?? "", said,
        faults: faults.map((fault) => `${name}: ${fault}`) };
}"""
"""Where the keyboard stands, and what is wrong with how that is seen; nothing at the end of the page."""


class Keys:
    """Presses keys in a page, and writes down each stop that cannot be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []

    def stop(self) -> dict[str, Any] | None:
        """Say where the keyboard stands."""
        found: dict[str, Any] | None = self.page.evaluate(STOP)
        self.faults += found["faults"] if found else []
        return found

    def stops(self, most: int = 400) -> Iterator[dict[str, Any]]:
        """Go on from stop to stop, to the end of the page."""
        for _stop in range(most):
            self.page.keyboard.press("Tab")
            found = self.stop()
            if found is None:
                return
            yield found

    def to(self, so: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Go on until a stop is as it is wanted."""
        return next(found for found in self.stops() if so(found))

    def press(self, *keys: str) -> None:
        """Press keys where the keyboard stands."""
        for key in keys:
            self.page.keyboard.press(key)


def named(name: str, value: str | None = None) -> Callable[[dict[str, Any]], bool]:
    """Want a field, and one of its choices."""
    return lambda found: found["name"] == name and value in {None, found["value"]}


def saying(said: str) -> Callable[[dict[str, Any]], bool]:
    """Want a link or a button by its words."""
    return lambda found: bool(found["said"] == said)
