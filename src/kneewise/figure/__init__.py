"""The drawn runner: one skeleton in many poses, and pictures of it for exercises and for the guide.

It knows nothing of knees, plans or pages: whoever shows a picture brings the words and the stylesheet.
"""

from typing import Final

from kneewise.figure.body.build import BODIES, build
from kneewise.figure.data import style
from kneewise.figure.motion import animated, frames, motions
from kneewise.figure.picture import Say, draw_parts, framed
from kneewise.figure.svg import Element, element, group, written
from kneewise.figure.table import Picture, pictures

__all__ = ["BODIES", "PICTURES", "TONES", "Element", "draw", "has_motion", "render", "style"]

PICTURES: Final = tuple(pictures())
TONES: Final = ("1", "2", "3", "4")
"""The colours of skin that the stylesheet knows, from light to dark."""


def draw(
    picture_id: str,
    *,
    body: str = "light",
    tone: str = "2",
    say: Say = str,
    name: str = "",
    moving: bool = False,
) -> Element:
    """Draw one picture for a page that has the stylesheet.

    Args:
        picture_id: One of ``PICTURES``.
        body: One of ``BODIES``.
        tone: One of ``TONES``, the colour of the skin.
        say: Finds the words of an identifier such as ``picture.run.title``.
        name: Begins every id, for a picture that is twice on a page; else the picture's own id does.
        moving: Animate it, where it has a movement; its still is within, for who asked for less motion.
    """
    picture, name = pictures()[picture_id], name or picture_id
    look = f"kf kf-hair-{build(body).hair} kf-tone-{tone}"
    parts = draw_parts(picture, body, say, name=name)
    if not (moving and has_motion(picture_id)):
        return framed(picture, look, say, parts.still(), name=name)
    still = group(*parts.ghost, *parts.runners, *parts.arrows, class_="kf-still")
    whole = (*parts.behind, still, _moving(picture, body, say, f"{name}-m"), *parts.signs)
    return framed(picture, f"{look} kf-runs", say, whole, name=name)


def _moving(picture: Picture, body: str, say: Say, name: str) -> Element:
    """Draw the runner of a picture on the way into its pose and back."""
    motion = motions()[picture.id]
    poses = frames(motion.start, picture.sitters[0].pose)
    drawn = (draw_parts(picture, body, say, name=name, poses=[each]).runners for each in poses)
    return animated([group(*runners, class_="kf-moving") for runners in drawn], motion)


def has_motion(picture_id: str) -> bool:
    """Whether a picture can be animated."""
    return picture_id in motions()


def render(
    picture_id: str, *, body: str = "light", tone: str = "2", say: Say = str, moving: bool = False
) -> str:
    """Draw one picture as a file of its own, with its stylesheet inside."""
    drawn = draw(picture_id, body=body, tone=tone, say=say, moving=moving)
    title, told, *rest = drawn.children
    inside = (title, told, element("style", style()), *rest)
    return written(Element(drawn.name, drawn.attributes, inside)) + "\n"
