"""The way back up to a day: what the fold over the days has come to."""

from dataclasses import dataclass
from datetime import date

from kneewise.engine.begun import Begun
from kneewise.engine.knee import Knee
from kneewise.model.findings import ExerciseColour, Standing
from kneewise.model.plan import Change, Phase, RunColour

ORDER = tuple(Phase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A state for each knee, every colour, every change.

    Attributes:
        held: What is open and no run of today has.
        standings: Where each chain of exercises stands; ``sessions`` how the knees took each session.
        bone_paused: Two reds in a fortnight met a point of the bone rule; only a clearance ends that.
    """

    knees: tuple[Knee, ...]
    colours: tuple[RunColour, ...]
    begun: Begun
    held: tuple[Change, ...] = ()
    cadence_on: date | None
    bone_paused: bool
    standings: tuple[Standing, ...] = ()
    sessions: tuple[ExerciseColour, ...] = ()

    @property
    def worse(self) -> Knee:
        """The knee that decides the running."""
        return min(self.knees, key=_standing)

    @property
    def one_decides(self) -> bool:
        """Whether one of two knees is less far than the other."""
        return len({_standing(knee) for knee in self.knees}) > 1


def _standing(knee: Knee) -> tuple[int, float]:
    """Say how far on the way a knee is; what an earlier phase left behind says nothing of that."""
    return ORDER.index(knee.phase), _further(knee)


def _further(knee: Knee) -> float:
    match knee.phase:
        case Phase.TRIAGE:
            return 0
        case Phase.CALM:
            return -knee.depth
        case Phase.WALK_RUN:
            return knee.rung
        case Phase.BUILD | Phase.MAINTAIN:
            return knee.length_min
