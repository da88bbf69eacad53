"""Step 4: two-for-two at its edges, one back and out, and what a tendon and the equipment change."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from kneewise.guide import step4_strength
from kneewise.guide.step4_strength import Terms, begin, follow, go_on, is_beyond, is_ready
from kneewise.guide.step4_strength.earned import least_kg, most_kg
from kneewise.guide.step4_strength.progress import begin_again
from kneewise.model.findings import Colour, Course, ExerciseColour, Profile, Standing, StrengthFinding
from kneewise.model.observations import DiaryEntry, ExerciseEntry, TimedScore
from kneewise.model.places import Side
from kneewise.model.plan import Advice
from kneewise.model.runner import Settings
from tests.guide.edges import edge
from tests.guide.made import DAY, assessment, noes, numbers, seen, told
from tests.guide.test_steps import NOON

NUMBERS = numbers("step4_strength")
TERMS = Terms(profile=Profile.STEADY, settings=Settings(), numbers=NUMBERS, unknown_row=2, neutral_row=3)
TENDON = replace(TERMS, profile=Profile.TENDON)
EQUIPPED = replace(TERMS, settings=Settings(has_bands=True, has_weights=True))
SPLIT = Standing(chain="low_step_up", exercise="split_squat", since=DAY)
LOADED = Standing(chain="low_step_up", exercise="rear_foot_split_squat_weight", since=DAY, load_kg=10.0)
WALL_SIT = Standing(chain="wall_sit", exercise="wall_sit", since=DAY)


def done(
    day: int = 1, exercise: str = "split_squat", colour: Colour = Colour.GREEN, **said: Any
) -> ExerciseColour:
    """A session two beyond the goal with two in reserve, but for what is said otherwise."""
    about = {key: said.pop(key) for key in ("hurts", "by_pain", "covers") if key in said}
    during = TimedScore(value=said.pop("during", 1), at=NOON)
    knee = DiaryEntry(on=DAY, side=Side.RIGHT, about_run=False, activity=None, during=during)
    told_of = {"sets": 2, "last_repetitions": 17, "in_reserve": 2, **said}
    on = DAY + timedelta(days=day)
    entry = ExerciseEntry(on=on, exercise=exercise, legs=tuple(Side), knees=(knee,), **told_of)
    return ExerciseColour(done=entry, colour=colour, **about)


def hurting(day: int = 1, exercise: str = "split_squat") -> ExerciseColour:
    return done(day, exercise, Colour.AMBER, hurts=True, by_pain=True)


def sorer_next_day(day: int = 1, exercise: str = "split_squat") -> ExerciseColour:
    return done(day, exercise, Colour.AMBER, by_pain=True)


def after(at: Standing, *sessions: ExerciseColour, terms: Terms = TERMS) -> Standing:
    for session in sessions:
        at = follow(at, session, terms)
    return at


def chain(name: str, terms: Terms) -> Standing:
    return next(one for one in begin(DAY, terms) if one.chain == name)


def test_day_one_begins_with_the_exercises_of_the_guide() -> None:
    begun = {one.exercise for one in begin(DAY, TERMS)}

    assert begun == {"single_leg_bridge", "clamshell", "split_squat", "eccentric_squat", "calf_raise"}


def test_a_tendon_begins_its_squats_with_holding_still() -> None:
    assert chain("wall_sit", TENDON).exercise == "wall_sit"
    assert chain("low_step_up", TENDON).exercise == "split_squat"


@pytest.mark.parametrize(
    ("said", "earned"),
    [
        ({"last_repetitions": 16}, False),
        ({"last_repetitions": 17}, True),
        ({"last_repetitions": 18}, True),
        ({"last_repetitions": None}, False),
        ({"in_reserve": 1}, False),
        ({"in_reserve": 2}, True),
        ({"in_reserve": 3}, True),
        ({"in_reserve": None}, False),
        ({"sets": 1}, False),
        ({"sets": 2}, True),
        ({"sets": None}, False),
        ({"covers": False}, False),
    ],
)
def test_a_session_earns_by_repetitions_reserve_sets_and_both_legs(
    said: dict[str, Any], earned: bool
) -> None:
    assert after(SPLIT, done(**said)).row == int(earned)


@pytest.mark.parametrize(
    ("said", "course"),
    [
        ({"last_repetitions": 16}, Course.STAYS),
        ({"last_repetitions": None}, Course.NOT_KNOWN),
        ({"in_reserve": None}, Course.NOT_KNOWN),
        ({"sets": None}, Course.NOT_KNOWN),
        ({}, Course.ONCE),
    ],
)
def test_it_says_why_it_stays(said: dict[str, Any], course: Course) -> None:
    assert after(SPLIT, done(**said)).course is course


def test_two_sessions_running_lead_on_and_one_does_not() -> None:
    once = after(SPLIT, done(1))
    twice = after(once, done(3))

    assert not is_ready(once, TERMS)
    assert is_ready(twice, TERMS)
    assert (once.course, twice.course) == (Course.ONCE, Course.READY)
    assert go_on(twice, DAY, TERMS).exercise == "step_down"
    assert go_on(twice, DAY, TERMS).course is Course.HARDER
    assert go_on(twice, DAY, TERMS).row == 0


def test_a_session_below_the_goal_between_them_begins_the_row_anew() -> None:
    assert after(SPLIT, done(1), done(3, last_repetitions=15), done(5)).row == 1


def test_what_was_earned_waits_for_its_turn_through_a_lesser_session() -> None:
    waiting = after(SPLIT, done(1), done(3), done(5, last_repetitions=12))

    assert is_ready(waiting, TERMS)


@pytest.mark.parametrize(
    ("colours", "row"),
    [
        ((Colour.GREEN, Colour.UNKNOWN, Colour.GREEN), 2),
        ((Colour.GREEN, Colour.UNKNOWN, Colour.UNKNOWN, Colour.GREEN), 1),
        ((Colour.GREEN, Colour.NEUTRAL, Colour.GREEN), 2),
        ((Colour.GREEN, Colour.NEUTRAL, Colour.NEUTRAL, Colour.GREEN), 2),
        ((Colour.UNKNOWN, Colour.UNKNOWN), 0),
        ((Colour.GREEN, Colour.AMBER, Colour.GREEN), 1),
    ],
)
def test_unknown_and_neutral_hold_and_amber_breaks(colours: tuple[Colour, ...], row: int) -> None:
    sessions = (done(day, colour=colour) for day, colour in enumerate(colours, start=1))

    assert after(SPLIT, *sessions).row == row


def test_the_third_neutral_in_a_row_takes_it_one_back() -> None:
    neutral = [done(day, colour=Colour.NEUTRAL) for day in (1, 3, 5)]

    assert after(SPLIT, *neutral[:2]).exercise == "split_squat"
    assert after(SPLIT, *neutral).exercise == "low_step_up"
    assert after(SPLIT, *neutral[:2], done(4), neutral[2]).exercise == "split_squat"


def test_pain_beyond_the_line_takes_it_one_back() -> None:
    back = after(SPLIT, done(1), hurting(3))

    assert (back.exercise, back.course, back.row) == ("low_step_up", Course.BACK, 0)
    assert back.out == ()


def test_a_sorer_next_day_takes_it_one_back_and_never_out() -> None:
    back = after(SPLIT, *(sorer_next_day(day) for day in (1, 3)))

    assert (back.exercise, back.out) == ("low_step_up", ())


def test_a_painkiller_or_a_bad_night_takes_nothing_back_and_earns_nothing() -> None:
    held = after(SPLIT, done(1), done(3, colour=Colour.AMBER))

    assert (held.exercise, held.row) == ("split_squat", 0)


def test_what_hurts_again_is_taken_out_and_nothing_behind_it_is_reached() -> None:
    returned = replace(after(SPLIT, hurting(1)), exercise="split_squat")
    again = after(returned, hurting(3))
    strong = after(again, done(5, "low_step_up"), done(7, "low_step_up"))

    assert (again.exercise, again.out) == ("low_step_up", ("split_squat",))
    assert not is_ready(strong, TERMS)
    assert strong.course is Course.AT_END


def test_with_nothing_easier_the_movement_gets_smaller_and_then_the_chain_is_out() -> None:
    clamshell = Standing(chain="clamshell", exercise="clamshell", since=DAY)

    once = after(clamshell, hurting(1, "clamshell"))
    twice = after(once, hurting(3, "clamshell"))

    assert (once.exercise, once.course) == ("clamshell", Course.SMALLER)
    assert (twice.exercise, twice.course, twice.out) == (None, Course.OUT, ("clamshell",))
    assert not is_ready(twice, TERMS)


def test_two_sessions_that_go_well_bring_back_what_was_taken_out() -> None:
    out = Standing(chain="clamshell", exercise=None, since=DAY, out=("clamshell",), hurt=("clamshell",) * 2)

    once = after(out, done(9, "clamshell"))
    back = after(once, done(11, "clamshell"))

    assert once.exercise is None
    assert (back.exercise, back.out, back.hurt, back.course) == ("clamshell", (), (), Course.AGAIN)


def test_what_comes_back_beside_an_easier_exercise_can_be_reached_again() -> None:
    out = replace(SPLIT, exercise="low_step_up", row=2, out=("split_squat",), hurt=("split_squat",) * 2)

    back = after(out, done(9), done(11))

    assert (back.exercise, back.out, back.hurt) == ("low_step_up", (), ())
    assert go_on(back, DAY, TERMS).exercise == "split_squat"


@pytest.mark.parametrize("between", [hurting(10, "clamshell"), sorer_next_day(10, "clamshell")])
def test_a_bad_session_between_them_begins_that_anew(between: ExerciseColour) -> None:
    out = Standing(chain="clamshell", exercise=None, since=DAY, out=("clamshell",))

    assert after(out, done(9, "clamshell"), between, done(11, "clamshell")).exercise is None
    assert after(out, done(9, "clamshell", Colour.UNKNOWN), done(11, "clamshell")).exercise is None


def test_a_harder_exercise_that_hurt_is_noted_and_the_plan_stays_where_it_is() -> None:
    noted = after(SPLIT, hurting(1, "step_down"), hurting(3, "step_down"))

    assert (noted.exercise, noted.out) == ("split_squat", ("step_down",))


def test_an_easier_exercise_that_hurts_leads_back_beyond_it() -> None:
    at = Standing(chain="wall_sit", exercise="eccentric_squat", since=DAY)

    assert after(at, hurting(1, "chair_squat")).exercise == "wall_sit"
    assert after(SPLIT, hurting(1, "low_step_up")).exercise == "low_step_up"


def test_a_session_of_another_chain_says_nothing() -> None:
    assert follow(SPLIT, hurting(1, "clamshell"), TERMS) == SPLIT
    assert follow(SPLIT, hurting(1, "calf_stretch"), TERMS) == SPLIT


def test_a_session_of_an_easier_exercise_earns_nothing() -> None:
    assert after(SPLIT, done(1), done(2, "low_step_up"), done(3)).row == 2
    assert after(SPLIT, done(1, "low_step_up"), done(3, "low_step_up")).row == 0


@pytest.mark.parametrize(
    ("terms", "exercise"),
    [
        (TERMS, None),
        (replace(TERMS, settings=Settings(has_weights=True)), "single_leg_bridge_weight"),
        (replace(TERMS, settings=Settings(has_gym=True)), "single_leg_bridge_weight"),
        (replace(TERMS, settings=Settings(has_bands=True)), None),
    ],
)
def test_what_needs_equipment_is_left_out_where_there_is_none(terms: Terms, exercise: str | None) -> None:
    at = Standing(chain="bridge", exercise="single_leg_bridge_on_step", since=DAY, row=2)

    assert is_ready(at, terms) is (exercise is not None)
    assert go_on(at, DAY, terms).exercise == (exercise or at.exercise)


@pytest.mark.parametrize(
    ("chosen", "from_", "to"),
    [
        (Settings(), "side_lying_abduction", None),
        (Settings(has_bands=True), "side_lying_abduction", "band_abduction"),
        (Settings(has_gym=True), "side_lying_abduction", "band_abduction"),
        (Settings(has_bands=True), "band_abduction", None),
        (Settings(has_gym=True), "band_abduction", "cable_abduction"),
        (Settings(has_weights=True, has_bands=True), "single_leg_squat", None),
        (Settings(has_gym=True), "single_leg_squat", "leg_press"),
    ],
)
def test_bands_weights_and_a_gym_each_open_their_own(chosen: Settings, from_: str, to: str | None) -> None:
    at = Standing(chain="clamshell", exercise=from_, since=DAY, row=2)

    further = go_on(at, DAY, replace(TERMS, settings=chosen))

    assert further.exercise == (to or from_)
    assert further.row == (0 if to else 2)


def test_back_goes_to_what_can_be_done_here_and_was_not_taken_out() -> None:
    at = Standing(chain="wall_sit", exercise="single_leg_squat", since=DAY, out=("eccentric_squat",))

    assert after(at, sorer_next_day(1, "single_leg_squat")).exercise == "chair_squat"


def test_the_chain_goes_on_behind_what_cannot_be_done_here() -> None:
    at = Standing(chain="wall_sit", exercise="eccentric_squat", since=DAY, row=2)

    assert go_on(at, DAY, TERMS).exercise == "single_leg_squat"
    assert go_on(at, DAY, EQUIPPED).exercise == "squat_weight"


def test_at_the_end_of_a_chain_the_load_goes_up() -> None:
    ready = after(
        LOADED,
        done(1, LOADED.exercise or "", load_kg=10),
        done(3, LOADED.exercise or "", load_kg=10),
        terms=EQUIPPED,
    )
    more = go_on(ready, DAY, EQUIPPED)

    assert is_ready(ready, EQUIPPED)
    assert (more.exercise, more.course) == (LOADED.exercise, Course.MORE_LOAD)
    assert [least_kg(more, NUMBERS), most_kg(more, NUMBERS)] == pytest.approx([10.5, 11.0])


@edge("step4_strength.load_more_percent")
@pytest.mark.parametrize(("load_kg", "row"), [(10.4, 0), (10.5, 1), (11.0, 1), (None, 0)])
def test_after_that_only_the_greater_load_earns(load_kg: float | None, row: int) -> None:
    raised = replace(LOADED, raised_from_kg=10.0)

    assert after(raised, done(1, LOADED.exercise or "", load_kg=load_kg), terms=EQUIPPED).row == row


def test_pain_after_more_load_takes_the_load_back_before_the_exercise() -> None:
    raised = replace(LOADED, raised_from_kg=10.0, load_kg=11.0)

    first = after(raised, sorer_next_day(1, LOADED.exercise or ""), terms=EQUIPPED)
    second = after(first, sorer_next_day(3, LOADED.exercise or ""), terms=EQUIPPED)

    assert (first.exercise, first.load_kg, first.course) == (LOADED.exercise, 10.0, Course.LESS_LOAD)
    assert (second.exercise, second.load_kg) == ("rear_foot_split_squat", None)


def test_a_load_that_nobody_told_cannot_grow() -> None:
    untold = replace(LOADED, load_kg=None, row=2)

    assert not is_ready(untold, EQUIPPED)


@edge("step4_strength.tendon_moves_below_0_10")
@pytest.mark.parametrize(
    ("held_s", "during", "row"),
    [(44, 2, 0), (45, 2, 1), (46, 2, 1), (None, 2, 0), (45, 3, 0), (45, None, 0)],
)
def test_a_tendon_goes_on_from_holding_by_its_seconds_and_below_three(
    held_s: int | None, during: int | None, row: int
) -> None:
    session = done(
        1, "wall_sit", sets=5, last_hold_s=held_s, last_repetitions=None, in_reserve=None, during=during
    )

    assert after(WALL_SIT, session, terms=TENDON).row == row


@pytest.mark.parametrize(("sets", "row"), [(4, 0), (5, 1), (None, 0)])
def test_a_tendon_holds_five_times(sets: int | None, row: int) -> None:
    assert after(WALL_SIT, done(1, "wall_sit", sets=sets, last_hold_s=45), terms=TENDON).row == row


@pytest.mark.parametrize(("held_s", "row"), [(29, 0), (30, 1)])
def test_another_knee_holds_for_a_shorter_time(held_s: int, row: int) -> None:
    assert after(WALL_SIT, done(1, "wall_sit", last_hold_s=held_s)).row == row


@pytest.mark.parametrize(
    ("session", "beyond"),
    [
        (done(exercise="step_down"), True),
        (done(exercise="split_squat"), False),
        (done(exercise="low_step_up"), False),
        (done(exercise="clamshell"), False),
        (done(exercise="calf_stretch"), False),
    ],
)
def test_a_later_exercise_of_a_chain_is_beyond_the_programme(session: ExerciseColour, beyond: bool) -> None:
    assert is_beyond(session, begin(DAY, TERMS), TERMS) is beyond


@pytest.mark.parametrize(("load_kg", "beyond"), [(10.0, False), (10.1, True), (None, False)])
def test_more_load_than_asked_for_is_beyond_the_programme(load_kg: float | None, beyond: bool) -> None:
    session = done(1, LOADED.exercise or "", load_kg=load_kg)

    assert is_beyond(session, (LOADED,), EQUIPPED) is beyond


@pytest.mark.parametrize(("load_kg", "beyond"), [(11.0, False), (11.1, True)])
def test_the_load_that_was_asked_for_is_not(load_kg: float, beyond: bool) -> None:
    raised = replace(LOADED, raised_from_kg=10.0)

    assert is_beyond(done(1, LOADED.exercise or "", load_kg=load_kg), (raised,), EQUIPPED) is beyond


@pytest.mark.parametrize(
    ("stood_at", "begins_at"),
    [
        ("low_step_up", "low_step_up"),
        ("split_squat", "split_squat"),
        ("step_down", "split_squat"),
        (None, "split_squat"),
    ],
)
def test_after_a_clearing_a_chain_begins_where_it_began_or_easier(
    stood_at: str | None, begins_at: str
) -> None:
    at = replace(SPLIT, exercise=stood_at, row=1, out=("split_squat",))
    later = date(2027, 1, 4)

    begun = begin_again(at, later, TERMS)

    assert (begun.exercise, begun.since, begun.row, begun.out) == (begins_at, later, 0, ())


def advised(standing: Standing, profile: Profile = Profile.STEADY, **found: Any) -> dict[str, Advice]:
    whole = assessment(seen(told(noes())))
    strength = StrengthFinding(
        room="step4_strength", standings=(standing,), because=whole.strength.because, **found
    )
    whole = replace(whole, strength=strength, pain=replace(whole.pain, profile=profile))
    return {one.action: one for one in step4_strength.advise(whole, NUMBERS)}


def test_an_advice_has_sets_repetitions_tempo_reserve_and_why() -> None:
    one = advised(SPLIT)["strength.split_squat"]

    assert one.amounts == {
        "low_sets": 2,
        "high_sets": 3,
        "low_repetitions": 8,
        "high_repetitions": 15,
        "lowering_s": 2,
        "still_s": 0,
        "rising_s": 2,
        "low_reserve": 2,
        "high_reserve": 3,
        "per_week": 3,
        "pain_0_10": 2,
    }
    assert one.because[0].rule == "step4_strength.started"


def test_the_slow_squat_is_lowered_for_three_seconds() -> None:
    squat = Standing(chain="wall_sit", exercise="eccentric_squat", since=DAY)

    assert advised(squat)["strength.eccentric_squat"].amounts["lowering_s"] == 3


def test_a_tendon_works_the_thigh_heavy_and_slowly_and_the_hip_as_everyone() -> None:
    thigh = advised(SPLIT, Profile.TENDON)["strength.split_squat"].amounts
    hip = advised(Standing(chain="clamshell", exercise="clamshell", since=DAY), Profile.TENDON)
    held = advised(WALL_SIT, Profile.TENDON)["strength.wall_sit"].amounts

    assert (thigh["low_repetitions"], thigh["lowering_s"], thigh["rising_s"], thigh["pain_0_10"]) == (
        6,
        3,
        3,
        3,
    )
    assert hip["strength.clamshell"].amounts["low_repetitions"] == 8
    assert (held["high_sets"], held["hold_s"], held["per_week"]) == (5, 45, 7)


def test_a_load_that_is_known_stands_in_the_advice() -> None:
    name = f"strength.{LOADED.exercise}"

    same = advised(LOADED)[name].amounts
    more = advised(replace(LOADED, raised_from_kg=10.0))[name].amounts

    assert (same["low_load_kg"], same["high_load_kg"]) == (10.0, 10.0)
    assert (more["low_load_kg"], more["high_load_kg"]) == (10.5, 11.0)
    assert "low_load_kg" not in advised(SPLIT)["strength.split_squat"].amounts


def test_what_was_taken_out_says_so() -> None:
    given = advised(replace(SPLIT, exercise="low_step_up", out=("split_squat",), course=Course.BACK))

    assert {"strength.low_step_up", "strength.out.split_squat"} <= given.keys()
    assert given["strength.low_step_up"].because[0].rule == "step4_strength.back"


def test_a_chain_that_is_out_gives_no_exercise() -> None:
    given = advised(
        Standing(chain="clamshell", exercise=None, since=DAY, out=("clamshell",), course=Course.OUT)
    )

    assert given.keys() == {"strength.out.clamshell", "strength.effort"}


def test_in_the_circuit_a_round_is_a_set_twice_a_week() -> None:
    one = advised(SPLIT, circuit_per_week=2)["strength.split_squat"]

    assert (one.amounts["low_sets"], one.amounts["high_sets"], one.amounts["per_week"]) == (1, 2, 2)


@pytest.mark.parametrize("course", Course)
def test_every_course_has_its_reason_in_words(course: Course) -> None:
    from kneewise.present.reasons import reason_sentence

    one = advised(replace(SPLIT, course=course))["strength.split_squat"]

    assert one.because[0].rule == f"step4_strength.{course}"
    assert reason_sentence(one.because[0])


@pytest.mark.parametrize(
    ("profile", "exercise", "rest_s"),
    [
        (Profile.STEADY, "wall_sit", 60),
        (Profile.TENDON, "wall_sit", 120),
        (Profile.TENDON, "clamshell", 60),
        (Profile.TENDON, "calf_raise", 60),
    ],
)
def test_only_what_a_tendon_does_heavily_rests_longer(profile: Profile, exercise: str, rest_s: float) -> None:
    assert step4_strength.rest_s(NUMBERS.table.by_id[exercise], profile, NUMBERS).value == rest_s


@pytest.mark.parametrize(
    ("first", "evidence"), [("it_band", {"C"}), ("patellofemoral", {"A"}), (None, {"A"})]
)
def test_at_the_outer_band_exercise_borrows_no_grade_of_the_kneecap(
    first: str | None, evidence: set[str]
) -> None:
    whole = assessment(seen(told(noes())))
    found = replace(whole, pain=replace(whole.pain, first=first))

    given = {one.action: one for one in step4_strength.advise(found, NUMBERS)}

    for name in ("strength.clamshell", "strength.split_squat"):
        trials = {"step4_strength.band_trial", "step4_strength.best_evidence"}
        assert {one.grade.value for one in given[name].because if one.rule in trials} == evidence
