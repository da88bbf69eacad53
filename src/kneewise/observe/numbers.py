"""The numbers that measuring and looking rest on."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


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
        walking_break: Seconds from which walking between two runs is a break.
        speed_band: Width of the bands of speed, ``heart_band`` of those of heart rate.
        grade_bands: Where the bands of slope end; ``grade_window`` the seconds it is taken over,
            ``grade_way`` the least way in them, ``downhill_most`` the steepest that is told apart.
        line_least: Seconds from which a band says something of cadence against speed, and
            ``line_reach`` how far apart the speeds have to be.
        impact_exponent: What load over a distance does with cadence at the same speed, at the least
            ``impact_exponent_least``, at the most ``impact_exponent_most``, ``impact_within`` percent.
        impact_downhill: Percent more for each percent down.
        aerobic_ten_beats: How many times more a minute counts for ten beats above one's own easy heart rate;
            used from ``aerobic_heart_share`` of the motion on.
        aerobic_pace_power: Power of speed against one's own, where there is no heart rate.
        aerobic_walking: What a minute of walking counts for.
        swap_least_sessions: Rides, or swims, from which on their minutes are known by heart rate.
        time_jump: Seconds without a point from which the clock jumped.
        standing_way: Metres up to which a gap is a pause.
        standing_gap: Seconds from which a shorter time without points is a pause, where the way stood and did
            not catch up behind it, by ``caught_up_share`` of the usual speed.
        fastest_on_foot: No runner is faster; ``fastest_ride`` no rider.
        still_way: Metres below which a way stood still.
        fastest_climb: Nobody climbs faster; ``altitude_step`` metres at once are a jump.
        stuck_after: Seconds of one cadence while speed varies by ``stuck_speed``.
        silent_after: Seconds without a step at a running speed.
        cadence_stretch: Seconds of half or twice the own steps, within ``cadence_twice``.
        tripping_cadence: Steps a minute that, shorter than ``short_step``, are counted twice.
        step_length_off: How far step length x cadence over speed may be from 1.
        locked_after: Seconds for which heart rate and cadence are the same ``locked_within``, while the
            steps move by ``locked_range`` and the heart follows by ``locked_correlation``.
        morning_from: Hour of the day from which a score is a morning score, and ``morning_to``.
        day_after_from: Hours after a run's end from which a score is the 24 h one, and ``day_after_to``.
        scores_within: Hours for which scores of a run may be added.
        painkiller_before: Hours before a score in which a painkiller colours it.
        usual_morning_count: Mornings that make the usual one, and ``usual_morning_weeks`` its memory.
        baseline_weeks: Weeks before the plan in which the usual running is measured.
        own_cadence_runs: Runs of the plan that tell the own cadence where none before it does.
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
    walking_break: Number
    speed_band: Number
    heart_band: Number
    grade_bands: Row
    grade_window: Number
    grade_way: Number
    downhill_most: Number
    line_least: Number
    line_reach: Number
    impact_exponent: Number
    impact_exponent_least: Number
    impact_exponent_most: Number
    impact_within: Number
    impact_downhill: Number
    aerobic_ten_beats: Number
    aerobic_heart_share: Number
    aerobic_pace_power: Number
    aerobic_walking: Number
    swap_least_sessions: Number
    time_jump: Number
    standing_way: Number
    standing_gap: Number
    caught_up_share: Number
    fastest_on_foot: Number
    fastest_ride: Number
    still_way: Number
    fastest_climb: Number
    altitude_step: Number
    stuck_after: Number
    stuck_speed: Number
    silent_after: Number
    cadence_stretch: Number
    cadence_twice: Number
    tripping_cadence: Number
    short_step: Number
    step_length_off: Number
    locked_after: Number
    locked_within: Number
    locked_range: Number
    locked_correlation: Number
    morning_from: Number
    morning_to: Number
    day_after_from: Number
    day_after_to: Number
    scores_within: Number
    painkiller_before: Number
    usual_morning_count: Number
    usual_morning_weeks: Number
    baseline_weeks: Number
    own_cadence_runs: Number
    lately_days: Number
    lately_weeks: Number
    lately_least_weeks: Number
    lately_ratio: Number
    mild_during: Number
    high_during: Number
    irritability_days: Number
