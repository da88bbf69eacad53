"""How a test stands on one day, and its answer once it is over."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kneewise.model.answers import Unknown
from kneewise.model.insight import Verdict
from kneewise.model.trial import Trial, Way


class TrialState(StrEnum):
    """Whether a test goes on."""

    RUNNING = "running"
    STOPPED = "stopped"
    OVER = "over"


class Wait(StrEnum):
    """Why a test says nothing today."""

    RUNNING_IS_OFF = "running_is_off"
    NO_RUN_TODAY = "no_run_today"
    AFTER_RED = "after_red"
    NO_BAND = "no_band"
    SHOE_AWAY = "shoe_away"
    RAN_TODAY = "ran_today"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnSeen:
    """One run of a test.

    Attributes:
        score_0_10: The worst during it of any sore knee; ``None`` where it is not known, or a painkiller may
            have changed it.
    """

    on: date
    place: int
    way: Way
    as_told: bool | Unknown | None
    score_0_10: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialAnswer:
    """What a test says at its end: way ``b`` beside way ``a``.

    Attributes:
        pairs: With both scores known; the others say nothing.
        effect_0_10: About so many points more in ``b``, between ``low`` and ``high``; ``None`` with too few
            pairs.
        p_value: The share of all orders that could have been drawn that sort the scores as far, both sides.
    """

    verdict: Verdict
    pairs: int
    effect_0_10: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialSeen:
    """A test on one day.

    Attributes:
        turns: The runs so far.
        place: Of the next run, the first in the order of which none was told; ``None`` where none is left.
        way: What it is to be; ``None`` while it waits, and ``wait`` says for what.
        least_pairs: With fewer no answer is possible, whatever the scores.
        interval_percent: How often an interval holds what it is about.
        answer: ``None`` until it is over; one that was stopped has none.
    """

    trial: Trial
    state: TrialState
    turns: tuple[TurnSeen, ...]
    place: int | None
    way: Way | None
    wait: Wait | None
    least_pairs: int
    interval_percent: float
    answer: TrialAnswer | None = None
