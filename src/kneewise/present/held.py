"""What a file holds, as tables of text."""

from collections.abc import Sequence

from kneewise.model.held import HeldColumn, HeldTable
from kneewise.present.page import Line, Lines, Tone, section, table, wrapped
from kneewise.present.words import say_decimal, sentence

HEADS = ("column", "unit", "count", "share", "first", "median", "last")
FIGURES = frozenset(range(2, len(HEADS)))


def held_lines(tables: Sequence[HeldTable]) -> Lines:
    """Lay out the points' columns one a line, and the messages one kind a paragraph."""
    points, *messages = tables
    head = tuple(sentence(f"held.{name}") for name in HEADS)
    rows = [_row(column) for column in points.columns]
    return (
        Line(text=sentence("held.points", count=points.rows), tone=Tone.TITLE),
        *table(head, rows, right=FIGURES),
        *section(sentence("head.messages"), *(_message(kind) for kind in messages)),
    )


def _row(column: HeldColumn) -> tuple[str, ...]:
    share = sentence("held.percent", percent=round(100 * column.share))
    ends = (_shown(column.first), _shown(column.median), _shown(column.last))
    return (column.name, column.unit, str(column.count), share, *ends)


def _shown(value: float | str | None) -> str:
    return "" if value is None else value if isinstance(value, str) else say_decimal(f"{value:.6g}")


def _message(kind: HeldTable) -> Lines:
    fields = ", ".join(f"{column.name}*" if column.added else column.name for column in kind.columns)
    return wrapped(f"{kind.name} x {kind.rows}: {fields}", first="  ", rest="      ")
