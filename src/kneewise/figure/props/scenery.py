"""Where it happens, kept quiet: a trail, a room to train in, a pavement, water."""

from typing import Final

from kneewise.figure.data import Spots, drawing
from kneewise.figure.draw.path import Pen, lines, loop, smooth
from kneewise.figure.props.shapes import Drawn, Scene, Spot, box, moved, smooth_stroke, stroke
from kneewise.figure.svg import Element, group, path

EDGE: Final = 1.0
"""How far from the middle a picture's edges are at most."""
DEEP: Final = 0.3


def trail(scene: Scene) -> Drawn:
    """Draw hills, a meadow, a way that leads off, and trees."""
    there, back = (_laid(scene, drawing("trail", name)) for name in ("way_there", "way_back"))
    way = Pen().move(there[0])
    smooth(way, there)
    smooth(way.line(back[0]), back)
    trees = (each for x, y, size in drawing("trail", "trees") for each in _tree(scene, (x, y), size))
    return _land(scene, "q", "hills"), _land(scene, "v", "meadow"), path("p", way.close().path()), *trees


def _land(scene: Scene, kind: str, name: str) -> Element:
    top = _laid(scene, drawing("trail", name))
    pen = Pen().move(scene.at((-EDGE, -0.2))).line(top[0])
    smooth(pen, top)
    return path(f"{kind} half", pen.line(scene.at((EDGE, -0.2))).close().path())


def _tree(scene: Scene, at: Spot, size: float) -> Drawn:
    x, y = at
    crown = _laid(scene, [(x + across * size, y + high * size) for across, high in drawing("trail", "crown")])
    return box(scene, "r", (x - 0.013 * size, y), (x + 0.013 * size, y + 0.2 * size)), path("v", loop(crown))


def _laid(scene: Scene, spots: Spots) -> list[complex]:
    return [scene.at(spot) for spot in spots]


def gym(scene: Scene, *, windows: Spot, rack: float) -> Drawn:
    """Draw windows and a rack of dumb-bells."""
    posts = (box(scene, "r", (x, 0.0), (x + 0.012, 0.26)) for x in (rack, rack + 0.22))
    shelves = (box(scene, "r", (rack, y), (rack + 0.232, y + 0.012)) for y in (0.10, 0.22))
    bells = (_dumb_bell(scene, x, y) for y in (0.114, 0.234) for x in (rack + 0.03, rack + 0.135))
    return *(_window(scene, x) for x in windows), *posts, *shelves, *bells


def _dumb_bell(scene: Scene, x: float, y: float) -> Element:
    ends = (box(scene, "z", (end, y), (end + 0.022, y + 0.05), corner=0.006) for end in (x, x + 0.053))
    return group(box(scene, "z", (x, y + 0.02), (x + 0.075, y + 0.03)), *ends)


def _window(scene: Scene, x: float) -> Element:
    frame = box(scene, "q", (x, 0.50), (x + 0.36, 0.90), corner=0.012)
    panes = (box(scene, "b", (left, 0.515), (left + 0.157, 0.885)) for left in (x + 0.015, x + 0.188))
    return group(frame, *panes, class_="kf-half")


def street(scene: Scene) -> Drawn:
    """Draw the slabs of a pavement."""
    cuts = [(scene.at((x, 0.0)), scene.at((x - 0.11, -DEEP))) for x in (-0.6, -0.25, 0.1, 0.45)]
    cuts.append((scene.at((-EDGE, -0.078)), scene.at((EDGE, -0.078))))
    top = stroke("l", [scene.at((-EDGE, 0.0)), scene.at((EDGE, 0.0))])
    return box(scene, "p", (-EDGE, -DEEP), (EDGE, 0.0)), path("g pale", lines(cuts)), top


def water(scene: Scene, *, y: float, deep: float = 0.4) -> Drawn:
    """Draw water; what is in it shows through."""
    crest = [scene.at((-EDGE + 0.1 * k, y + (0.012 if k % 2 else -0.008))) for k in range(19)]
    pen = Pen().move(crest[0])
    smooth(pen, crest)
    pen.line(scene.at((EDGE, y - deep)), scene.at((-EDGE, y - deep)))
    return path("u pale", pen.close().path()), smooth_stroke("l", crest)


def splash(scene: Scene, *, at: Spot) -> Drawn:
    """Draw water thrown up by a kick."""
    drops = path("u", "M-12 0q-4-9-10-11 8-1 13 6-1-10-5-16 8 4 10 15 3-9 9-12-2 8-2 14 5-6 11-6-6 4-9 10z")
    return (moved(scene.at(at), drops),)


PROPS: Final = {each.__name__: each for each in (trail, gym, street, water, splash)}
