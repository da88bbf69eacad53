"""Numbers of step 4: doses, what makes an exercise go on or back; and the exercises."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Sequence
from kneewise.model.exercise import ExerciseTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``.

    Attributes:
        plain_tempo_s: Down, still, up; ``lowering_s`` is the first of what is lowered slowly.
        table: The exercises of ``exercises.toml``.
    """

    sets: Sequence
    repetitions: Sequence
    per_week: Number
    lowering_s: Number
    weeks: Sequence
    in_reserve: Sequence
    pain_steady_0_10: Number
    pain_tendon_0_10: Number
    trials: Number
    outer_band_trial_runners: Number
    plain_tempo_s: Sequence
    hold_s: Number
    tendon_sets: Sequence
    tendon_repetitions: Sequence
    tendon_tempo_s: Sequence
    tendon_hold_sets: Number
    tendon_hold_s: Number
    tendon_holds_per_week: Number
    tendon_moves_below_0_10: Number
    sessions_running: Number
    more_repetitions: Number
    load_more_percent: Sequence
    hurts_times: Number
    back_in_sessions: Number
    circuit_rounds: Sequence
    rest_s: Number
    tendon_rest_s: Number
    table: ExerciseTable
