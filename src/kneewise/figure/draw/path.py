"""Paths, written short: relative, one decimal, and each curve going on as smoothly as the last one ended."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kneewise.figure.draw.camera import Point


class Pen:
    """Write one path of SVG."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._here = Point(0)

    def path(self) -> str:
        """Give what is written."""
        return "".join(self._written)

    def move(self, to: Point) -> "Pen":
        """Lift the pen."""
        self._here = Point(0)
        return self._write("M", to)

    def line(self, *points: Point) -> "Pen":
        """Draw straight on, from point to point."""
        for to in points:
            self._write("l", to)
        return self

    def bend(self, first: Point, last: Point, to: Point) -> "Pen":
        """Draw a curve by its two handles."""
        return self._write("c", first, last, to)

    def flow(self, last: Point, to: Point) -> "Pen":
        """Draw a curve that goes on in the direction of the one before."""
        return self._write("s", last, to)

    def close(self) -> "Pen":
        """Go back to the start."""
        self._written.append("z")
        return self

    def _write(self, letter: str, *points: Point) -> "Pen":
        words = letter
        for point in points:
            for value in (rounded(point.real) - self._here.real, rounded(point.imag) - self._here.imag):
                word = number(value)
                words += word if word.startswith("-") or words == letter else f" {word}"
        self._written.append(words)
        self._here = Point(rounded(points[-1].real), rounded(points[-1].imag))
        return self


def rounded(value: float) -> float:
    """Round as paths are written."""
    return round(value, 1)


def number(value: float) -> str:
    """Write a number without what it does not need."""
    word = f"{value:.1f}".removesuffix(".0")
    word = "0" if word == "-0" else word
    return word.replace("0.", ".", 1) if word.startswith(("0.", "-0.")) else word


def line(points: Sequence[Point], *, closed: bool = False) -> str:
    """Draw straight from point to point."""
    pen = Pen().move(points[0]).line(*points[1:])
    return (pen.close() if closed else pen).path()


def lines(pairs: Iterable[tuple[Point, Point]]) -> str:
    """Draw many strokes as one path."""
    pen = Pen()
    for start, end in pairs:
        pen.move(start).line(end)
    return pen.path()


def curve(points: Sequence[Point]) -> str:
    """Draw smoothly through points, open at both ends."""
    pen = Pen().move(points[0])
    smooth(pen, points)
    return pen.path()


def loop(points: Sequence[Point]) -> str:
    """Draw a closed smooth outline, always wound one way: outlines in one path must not cancel out."""
    points = wound(points)
    pen = Pen().move(points[0])
    around = [points[-1], *points, points[0], points[1]]
    for place, (before, here, there, after) in enumerate(
        zip(around, around[1:], around[2:], around[3:], strict=False)
    ):
        last = there - (after - here) / 6
        if place:
            pen.flow(last, there)
        else:
            pen.bend(here + (there - before) / 6, last, there)
    return pen.close().path()


def smooth(pen: Pen, points: Sequence[Point], start: Point | None = None, end: Point | None = None) -> None:
    """Go on through points; ``start`` and ``end`` are the handles of the first and the last."""
    count = len(points)
    for place in range(count - 1):
        here, there = points[place], points[place + 1]
        last = there - (end if place == count - 2 and end is not None else _handle(points, place + 1))
        if place:
            pen.flow(last, there)
        else:
            pen.bend(here + (start if start is not None else _handle(points, 0)), last, there)


def wound(points: Sequence[Point]) -> Sequence[Point]:
    """Order the points of an outline against the clock."""
    turning = sum((p.conjugate() * q).imag for p, q in pairwise([*points, points[0]]))
    return points if turning <= 0 else points[::-1]


def _handle(points: Sequence[Point], place: int) -> Point:
    if 0 < place < len(points) - 1:
        return (points[place + 1] - points[place - 1]) / 6
    return (points[1] - points[0]) / 3 if place == 0 else (points[-1] - points[-2]) / 3
