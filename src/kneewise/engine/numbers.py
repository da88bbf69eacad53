"""Numbers of the engine: colours, what follows them, phases, caps."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What ``engine/knowledge.toml`` holds, by the same names; each has its sentence there."""

    red_during_from: Number
    settled_at_most: Number
    above_green_most: Number
    morning_neutral: Number
    morning_amber: Number
    morning_red: Number
    poor_sleep: Number
    neutral_row: Number
    before_above_green: Number
    before_above_usual: Number
    greens_to_move: Number
    planned_share: Number
    unknown_row: Number
    amber_row: Number
    amber_back_percent: Number
    red_back_percent: Number
    red_back_hard_percent: Number
    amber_back_rungs: Number
    red_back_rungs: Number
    rest_days: Number
    rest_days_after_bad: Number
    red_window_days: Number
    red_pause_days: Number
    swap_pain_most: Number
    calm_least_days: Number
    calm_deeper_days: Number
    calm_long_days: Number
    calm_coloured_days: Number
    walk_min: Number
    walks_from_day: Number
    hops: Number
    squats: Number
    rung_run_min: Row
    rung_walk_min: Row
    rung_times: Row
    ladder_days: Number
    build_least_min: Number
    run_least_min: Number
    build_step_percent: Number
    neighbour_weeks: Number
    neighbour_weeks_mild: Number
    green_week_runs: Number
    maintain_days: Number
    maintain_share_percent: Number
    goal_horizon_days: Number
    run_more_percent: Number
    run_more_days: Number
    others_from: Number
    gap_days: Row
    gap_shares_percent: Row
    gap_usual_percent: Number
    gap_most_min: Number
    week_more_percent: Number
    week_more_min: Number
    week_more_evidence_percent: Number
    week_spans: Number
    week_half_after_days: Number
    week_half_percent: Number
    change_days: Number
    own_hills_percent: Number
    own_speed_percent: Number
    outer_pain_share_percent: Number
    cadence_before_runs: Number
    cadence_test_runs: Number
    cadence_relief: Number
    long_way_days: Number
    better_after_days: Number
    better_points: Number
    better_percent: Number
    shoe_in_use_days: Number
    waits_for_file_days: Number
    clock_behind_h: Number
