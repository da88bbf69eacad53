"""Which of two knees decides: the one that is less far on the way, whatever an earlier phase left behind."""

import pytest

from kneewise.engine.begun import Begun
from kneewise.engine.knee import Knee
from kneewise.engine.way import Way
from kneewise.model.places import Side
from kneewise.model.plan import Phase
from tests.engine.made import START


def knee(side: Side, phase: Phase, *, depth: int = 0, rung: int = 0, length_min: float = 0) -> Knee:
    return Knee(
        side=side,
        phase=phase,
        since=START,
        calm_since=START,
        depth=depth,
        rung=rung,
        length_min=length_min,
    )


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ((Phase.CALM, 1, 0, 0), (Phase.WALK_RUN, 2, 1, 0)),
        ((Phase.CALM, 2, 0, 0), (Phase.CALM, 1, 0, 0)),
        ((Phase.WALK_RUN, 0, 2, 28), (Phase.WALK_RUN, 0, 6, 0)),
        ((Phase.WALK_RUN, 0, 2, 0), (Phase.WALK_RUN, 2, 6, 0)),
        ((Phase.WALK_RUN, 0, 9, 60), (Phase.BUILD, 0, 0, 20)),
        ((Phase.BUILD, 0, 0, 20), (Phase.BUILD, 2, 0, 60)),
        ((Phase.BUILD, 0, 0, 60), (Phase.MAINTAIN, 0, 0, 40)),
    ],
    ids=str,
)
def test_the_worse_knee_decides(
    worse: tuple[Phase, int, int, float], better: tuple[Phase, int, int, float]
) -> None:
    knees = [
        knee(side, phase, depth=depth, rung=rung, length_min=length)
        for side, (phase, depth, rung, length) in zip(Side, (worse, better), strict=True)
    ]

    for order in (knees, knees[::-1]):
        way = Way(knees=tuple(order), colours=(), begun=Begun(), cadence_on=None, bone_paused=False)
        assert way.worse == knees[0]
