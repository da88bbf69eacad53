"""Numbers of step 2: how much less for how long."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    cut_mild_percent: Number
    cut_moderate_percent: Number
    cut_high_percent: Number
    guide_cut_percent: Sequence
    guide_days: Sequence
    swap_runs: Sequence
    swap_within_percent: Number
    swap_most_times: Number
    walk_before_from_0_10: Number
    education_gain_odds: Number
    main_trial_runners: Number
    more_runs: Number
    run_walk_run_min: Number
