"""A pose: angles in degrees and places in shares of height, as `poses.toml` writes them.

An angle is 0 when standing. A limb is posed by its angles, or by the place where its end is.
"""

from dataclasses import dataclass

from kneewise.figure.vector import Vec

Place = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A leg.

    Attributes:
        sole: Slope of the sole to the ground, toes up; the ankle follows.
        foot: Where the heel is, or the ball if ``on`` says so; hip and knee follow.
        ankle_at: Where the ankle is, for a foot in the air.
        pole: Where the knee points, when its own front is not meant.
    """

    hip: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    abduct: float = 0.0
    rotate: float = 0.0
    toe: float = 0.0
    toe_out: float = 0.0
    sole: float | None = None
    foot: Place | None = None
    on: str = "heel"
    ankle_at: Place | None = None
    pole: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """An arm.

    Attributes:
        wrist: Where it is; elbow and shoulder follow.
        grip: What the hand holds of its own body, whatever its size: the "hip", or what lies in the "lap".
        palm: Turns the hand inwards.
        curl: Bends the fingers.
    """

    shoulder: float = 0.0
    elbow: float = 0.0
    abduct: float = 6.0
    rotate: float = 0.0
    wrist: Place | None = None
    grip: str = ""
    pole: Place | None = None
    wrist_flex: float = 8.0
    palm: float = 70.0
    curl: float = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A point of the body that stays in its place."""

    point: str
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Skin that touches something: the parts named rest with this side at this height or distance."""

    on: tuple[str, ...]
    side: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """A whole body.

    Attributes:
        lean: Forwards; -90 lies on the back.
        up: Where the trunk points, for lying on a side, with ``front``.
        ground: How high the ground is.
        on_ground: Whether there is a ground to hold the skin against.
        stands: Whether a sole must be on the ground.
        balanced: The feet that must carry the weight, such as "rl".
    """

    lean: float = 0.0
    roll: float = 0.0
    up: Place | None = None
    front: Place | None = None
    spine: float = 0.0
    side: float = 0.0
    neck: float = 0.0
    neck_side: float = 0.0
    nod: float = 0.0
    hip_at: Place | None = None
    pin: Pin | None = None
    rest: tuple[Rest, ...] = ()
    leg_r: Leg = Leg()
    leg_l: Leg = Leg()
    arm_r: Arm = Arm()
    arm_l: Arm = Arm()
    bare: bool = False
    ground: float = 0.0
    on_ground: bool = True
    stands: bool = True
    balanced: str = ""

    def leg(self, side: str) -> Leg:
        """Give the right or the left leg."""
        return self.leg_r if side == "r" else self.leg_l

    def arm(self, side: str) -> Arm:
        """Give the right or the left arm."""
        return self.arm_r if side == "r" else self.arm_l


def place(at: Place, z: float) -> Vec:
    """Find a place; where its z is not said, it is the one given."""
    return Vec(at[0], at[1], at[2] if len(at) > 2 else z)
