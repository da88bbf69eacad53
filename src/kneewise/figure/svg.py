"""Elements of SVG as values; whoever shows them writes them out, escaped."""

from dataclasses import dataclass
from html import escape
from typing import Final

CAMELS: Final = frozenset({"viewBox", "keyTimes", "attributeName", "repeatCount"})


@dataclass(frozen=True, slots=True)
class Element:
    """One element; a child that is a text is escaped when it is written."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Element | str, ...]" = ()


def written(drawn: Element | str) -> str:
    """Write an element out."""
    if isinstance(drawn, str):
        return escape(drawn, quote=False)
    given = "".join(f' {name}="{escape(value)}"' for name, value in drawn.attributes)
    inner = "".join(map(written, drawn.children))
    return f"<{drawn.name}{given}>{inner}</{drawn.name}>" if inner else f"<{drawn.name}{given}/>"


def element(name: str, *children: Element | str, **attributes: str) -> Element:
    """Make an element; ``class_`` and ``stroke_width`` are written as SVG has them."""
    given = (
        (key if key in CAMELS else key.removesuffix("_").replace("_", "-"), value)
        for key, value in attributes.items()
    )
    return Element(name, tuple(given), children)


def path(kind: str, outline: str, **attributes: str) -> Element:
    """Make a path of one of the kinds that the stylesheet colours."""
    return element("path", **attributes, class_=classes(kind), d=outline)


def group(*children: Element | str, **attributes: str) -> Element:
    """Put elements together."""
    return element("g", *children, **attributes)


def classes(kinds: str) -> str:
    """Write the letters of kinds as classes."""
    return " ".join(f"kf-{kind}" for kind in kinds.split())
