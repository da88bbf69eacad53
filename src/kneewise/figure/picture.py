"""How a picture of the table is drawn."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kneewise.figure.body.pose import Pose
from kneewise.figure.body.poses import pose
from kneewise.figure.body.stand import stand
from kneewise.figure.draw.brush import Brush
from kneewise.figure.draw.camera import HEIGHT_PX, WIDTH_PX
from kneewise.figure.draw.layer import Layer, layer_elements
from kneewise.figure.draw.limbs import draw_arm, draw_leg
from kneewise.figure.draw.runner import draw_runner
from kneewise.figure.props import Drawn, Scene, draw_prop
from kneewise.figure.svg import Element, element, group, path
from kneewise.figure.table import Picture, Sitter, Spec

Say = Callable[[str], str]

# Where a prop goes that does not say it: in front of the trunk, on top of the runner, over all; else behind.
LAYER_OF: Final = {
    **dict.fromkeys(("ice", "notebook", "dumbbell"), "held"),
    **dict.fromkeys(("footplate",), "middle"),
    **dict.fromkeys(("band", "strap", "cable", "plate", "pencil", "pain", "plumb"), "worn"),
    **dict.fromkeys(("hold", "verdict", "gap", "phone"), "sign"),
    "arrow": "arrow",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture in parts, from what lies behind to the signs on top; ghost and arrows say what moves."""

    behind: Drawn
    ghost: Drawn
    runners: Drawn
    arrows: Drawn
    signs: Drawn

    def still(self) -> Drawn:
        """Put it together."""
        return *self.behind, *self.ghost, *self.runners, *self.arrows, *self.signs


def draw_parts(picture: Picture, body: str, say: Say, *, name: str, poses: Sequence[Pose] = ()) -> Drawing:
    """Draw a picture, with other poses than its own if they are given."""
    scene = Scene(picture.camera(), say)
    standing = poses or [pose(sitter.pose) for sitter in picture.sitters]
    runners = [
        _draw_sitter(
            picture, sitter, Scene(picture.camera(sitter), say, stand(each, body)), f"{name}{place or ''}"
        )
        for place, (sitter, each) in enumerate(zip(picture.sitters, standing, strict=True))
    ]
    return Drawing(
        behind=_draw_props(scene, picture.prop, "back"),
        ghost=_draw_ghost(picture, body),
        runners=tuple(each for runner in runners for each in runner),
        arrows=_draw_props(scene, picture.prop, "arrow"),
        signs=_draw_props(scene, picture.prop, "sign"),
    )


def _draw_sitter(picture: Picture, sitter: Sitter, scene: Scene, name: str) -> Drawn:
    """Draw one runner: a rim around all of it, far limbs, what stands between, the rest, what is worn."""
    runner = draw_runner(scene.runner(), scene.camera, sitter.muscles(), sitter.order)
    props = (*picture.prop, *sitter.prop) if len(picture.sitters) == 1 else sitter.prop
    held, between, worn = (_draw_props(scene, props, layer) for layer in ("held", "middle", "worn"))
    far = group(*_draw_layers(runner.far, name), id=f"{name}-far")
    near = group(*_draw_layers(runner.core, name), *held, *_draw_layers(runner.arms, name), id=f"{name}-near")
    rims = (element("use", href=f"#{name}-{part}", class_="kf-rim") for part in ("far", "near"))
    return *rims, far, *between, near, *worn


def _draw_layers(layers: Iterable[Layer], name: str) -> Drawn:
    return tuple(each for layer in layers for each in layer_elements(layer, name))


def _draw_props(scene: Scene, specs: Iterable[Spec], layer: str) -> Drawn:
    mine = (spec for spec in specs if spec.get("layer", LAYER_OF.get(spec["kind"], "back")) == layer)
    return tuple(each for spec in mine for each in draw_prop(scene, spec))


def _draw_ghost(picture: Picture, body: str) -> Drawn:
    """Draw where limbs come from, as one flat shadow."""
    if not picture.ghost:
        return ()
    shadow = Layer("ghost", far=True)
    brush = Brush(stand(pose(picture.ghost["pose"]), body), picture.camera(), shadow)
    for limb, side in (name.split("_") for name in picture.ghost["limbs"]):
        if limb == "leg":
            draw_leg(brush, side, ())
        else:
            draw_arm(brush, side)
    return (path("ghost", "".join(outline for _, outline in shadow.shapes)),)


def framed(picture: Picture, look: str, say: Say, drawn: Iterable[Element], *, name: str) -> Element:
    """Put a drawing into its frame, with the words for those who do not see it."""
    title = element("title", say(f"picture.{picture.id}.title"), id=f"{name}-t")
    told = element("desc", say(f"picture.{picture.id}.desc"), id=f"{name}-d")
    return element(
        "svg",
        title,
        told,
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH_PX} {HEIGHT_PX}",
        class_=look,
        role="img",
        aria_labelledby=f"{name}-t",
        aria_describedby=f"{name}-d",
    )
