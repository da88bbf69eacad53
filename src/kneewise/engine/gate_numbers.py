"""The gate's hard maxima, on purpose a second place."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class GateNumbers:
    """What ``engine/gate.toml`` holds, by the same names; each has its sentence there."""

    run_more_percent: Number
    run_more_days: Number
    run_most_unmeasured_min: Number
    week_more_percent: Number
    week_more_min: Number
    week_weeks: Number
    week_half_after_days: Number
    week_half_percent: Number
    calm_cut_percent: Number
    gap_days: Row
    gap_shares_percent: Row
    gap_most_min: Number
    others_least: Number
    greens_least: Number
    calm_least_days: Number
    change_days: Number
    rest_hours_after_red: Number
