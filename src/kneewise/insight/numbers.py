"""The numbers that the answers of the diary rest on."""

from dataclasses import dataclass

from kneewise.model.evidence import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What ``insight/knowledge.toml`` holds, by the same names.

    Attributes:
        false_rate: Of what is said to have gone together so much may be wrong, in the long run.
        step_rate: What the rule that chooses is held to, so that no more than ``false_rate`` is wrong.
        interval: How often an interval holds what it is about.
        block_runs: So many runs in a row are compared with one another, and with no others.
        block_gap: After so many days without a run a new row begins.
        least_runs: Fewer runs answer nothing, nor do fewer than ``least_pairs`` pairs that differ.
        look_back: Days that are looked at, and the ``most_runs`` newest runs of them.
        longest_days: The days in whose longest run a run is measured.
        outcome_weeks: So many weeks stand side by side.
        trial_pairs: Of runs, so many make a test; the order of each is drawn.
        check_every: The four questions of the week are asked once in so many days.
    """

    false_rate: Number
    step_rate: Number
    interval: Number
    block_runs: Number
    block_gap: Number
    least_runs: Number
    least_pairs: Number
    look_back: Number
    most_runs: Number
    longest_days: Number
    outcome_weeks: Number
    check_every: Number
    trial_pairs: Number
