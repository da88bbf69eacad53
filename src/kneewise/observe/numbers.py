"""The numbers that measuring and looking rest on."""

from dataclasses import dataclass

from kneewise.model.evidence import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What ``observe/knowledge.toml`` holds, by the same names.

    Attributes:
        running_cadence: Steps a minute from which a second is a running second.
        running_speed: The same by speed, where there is no cadence.
        moving_speed: Slower than this is standing still.
        longest_gap: The longest time that one point speaks for.
        climb_step: The least climb or fall that counts.
        smoothing: Seconds over which speed and altitude are levelled.
        morning_from: Hour of the day from which a score is a morning score, and ``morning_to``.
        day_after_from: Hours after a run's end from which a score is the 24 h one, and ``day_after_to``.
        scores_within: Hours for which scores of a run may be added.
        painkiller_before: Hours before a score in which a painkiller colours it.
        usual_morning_count: Mornings that make the usual one, and ``usual_morning_weeks`` its memory.
        baseline_weeks: Weeks before the plan in which the usual running is measured.
        lately_days: The days that are "lately", held against ``lately_weeks``, at least
            ``lately_least_weeks`` of them covered, by ``lately_ratio``.
        mild_during: Worst score of a mild knee, and ``high_during`` above which it is high.
        irritability_days: Days on either side of the start whose runs say how irritable the knee is.
    """

    running_cadence: Number
    running_speed: Number
    moving_speed: Number
    longest_gap: Number
    climb_step: Number
    smoothing: Number
    morning_from: Number
    morning_to: Number
    day_after_from: Number
    day_after_to: Number
    scores_within: Number
    painkiller_before: Number
    usual_morning_count: Number
    usual_morning_weeks: Number
    baseline_weeks: Number
    lately_days: Number
    lately_weeks: Number
    lately_least_weeks: Number
    lately_ratio: Number
    mild_during: Number
    high_during: Number
    irritability_days: Number
