"""One activity, measured: what every later layer knows of a watch file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from typing import Final

from kneewise.model.bands import CadenceBand, CadenceLine, GradeBand, HeartBand, SpeedBand
from kneewise.model.doubt import Doubt
from kneewise.model.sport import Sport

SURFACES: Final[Mapping[str, str]] = {
    "trail": "trail",
    "track": "track",
    "street": "road",
    "treadmill": "treadmill",
    "indoor_running": "treadmill",
}
"""The ground that a kind of run, as files name it, goes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured of one recording; ``None`` where the file could not tell.

    Attributes:
        version: Version of the code that measured it.
        moving_s: Time in motion, running or walking, by any means the file allows.
        running_s: Seconds of running (cadence, else speed); ``None`` where neither is known.
        cadence_spm: Median steps per minute of the running seconds, both feet.
        easy_pace_cadence_spm: The same at the runner's easier half of the session's speeds.
        speed_m_s: Median speed of the running seconds.
        walking_s: Seconds in motion that were not running; ``walking_breaks`` those between two runs.
        speed_quantiles_m_s: Speeds below which 10, 25, 50, 75 and 90 % of the running seconds lie.
        stance_time_balance_percent: Share of ground contact on the left foot; 50 is even.
        cadence_line: This session's own cadence against its own speed.
        by_speed: The running by speed, by ground (``by_grade``), by steps a minute (``by_cadence``, which
            leaves out what is not known of it), the motion by heart rate (``by_heart_rate``).
        doubts: What was not believed; no figure here rests on it.
        coverage: For a quantity, the share 0-1 of the session that it rests on.
    """

    version: str
    elapsed_s: float
    timer_s: float | None = None
    moving_s: float | None = None
    running_s: float | None = None
    distance_m: float | None = None
    running_distance_m: float | None = None
    ascent_m: float | None = None
    descent_m: float | None = None
    cadence_spm: float | None = None
    easy_pace_cadence_spm: float | None = None
    speed_m_s: float | None = None
    heart_rate_bpm: float | None = None
    stance_time_ms: float | None = None
    vertical_oscillation_mm: float | None = None
    step_length_mm: float | None = None
    has_position: bool = False
    walking_s: float | None = None
    walking_breaks: int | None = None
    speed_quantiles_m_s: tuple[float, ...] = ()
    stance_time_balance_percent: float | None = None
    cadence_line: CadenceLine | None = None
    by_speed: tuple[SpeedBand, ...] = ()
    by_grade: tuple[GradeBand, ...] = ()
    by_cadence: tuple[CadenceBand, ...] = ()
    by_heart_rate: tuple[HeartBand, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    coverage: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One session of any sport; it has no slots, so that its day is found once.

    Attributes:
        activity_id: Made from content (sport and start), the same on every machine.
        start: UTC.
        utc_offset_s: The file's own offset, else the home zone's at that instant.
        clock_wrong: The file was more than a day ahead of the clock; kept, and never moves a cap.
        all_running: The runner's answer to "was it all running?" where nothing was measured.
        soft_surface: Logged by the runner.
        hand_entered: Told by the runner, no file.
        start_known: Whether a file or the runner says when it began; else it is put where it may have been.
        description: What the runner wrote of it in the app that it was exported from.
        exertion_0_10: How hard the runner said there that it was.
    """

    activity_id: str
    start: datetime
    utc_offset_s: int
    sport: Sport
    sub_sport: str = ""
    name: str = ""
    shoe: str = ""
    measured: Measured
    clock_wrong: bool = False
    all_running: bool | None = None
    soft_surface: bool | None = None
    hand_entered: bool = False
    start_known: bool = True
    description: str = ""
    exertion_0_10: float | None = None

    @property
    def local_start(self) -> datetime:
        """The start on the runner's wall clock."""
        return self.start.astimezone(timezone(timedelta(seconds=self.utc_offset_s)))

    @cached_property
    def on(self) -> date:
        """The local date of the start, which is the day the run belongs to."""
        return self.local_start.date()

    @property
    def end(self) -> datetime:
        """The last instant, UTC."""
        return self.start + timedelta(seconds=self.measured.elapsed_s)

    @property
    def is_run(self) -> bool:
        """Whether it is a running session."""
        return self.sport is Sport.RUNNING

    @property
    def surface(self) -> str:
        """What it was run on, by the runner's word or the file's: one word, empty where neither says."""
        return "soft" if self.soft_surface else SURFACES.get(self.sub_sport, "")

    @property
    def running_min(self) -> float | None:
        """Running minutes; ``None`` while nobody knows how much of it was running."""
        if self.measured.running_s is not None:
            return self.measured.running_s / 60
        if not self.all_running:
            return None
        return self.load_min

    @property
    def load_min(self) -> float:
        """Minutes that count in a week's sum: the running, else all time in motion."""
        known = (self.measured.running_s, self.measured.moving_s, self.measured.timer_s)
        return next((seconds for seconds in known if seconds is not None), self.measured.elapsed_s) / 60
