from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kneewise.guide.red_flags import provisional
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.diary import Score, TestKind, TestResult
from kneewise.model.findings import SafetyFinding, Urgency
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.places import Side
from tests.guide.edges import edge
from tests.guide.made import DAY, cleared, find, noes, numbers, seen, told

NONE, ROUTINE, WITHIN_DAYS = Urgency.NONE, Urgency.ROUTINE, Urgency.WITHIN_DAYS
SAME_DAY, EMERGENCY = Urgency.SAME_DAY, Urgency.EMERGENCY

RECENT: dict[str, Answer] = {"injury": True, "injury_on": DAY - timedelta(days=7)}
OLD: dict[str, Answer] = {"injury": True, "injury_on": DAY - timedelta(days=8), "injury_not_examined": True}
CALF: dict[str, Answer] = {"calf_pain": True, "calf_pain_one_sided": True}


def screened(**changes: Answer) -> SafetyFinding:
    return find(seen(told(noes(**changes))))


def keys(found: SafetyFinding) -> set[str]:
    return {flag.key for flag in found.flags}


def entry(
    *, days: int, during: int | None = None, after_24h: int | None = None, **more: object
) -> DiaryEntry:
    at = datetime.combine(DAY + timedelta(days=days), datetime.min.time(), tzinfo=UTC) + timedelta(hours=10)
    return DiaryEntry(
        on=at.date(),
        side=Side.RIGHT,
        about_run=True,
        activity=None,
        during=None if during is None else TimedScore(value=during, at=at),
        after_24h=None if after_24h is None else TimedScore(value=after_24h, at=at + timedelta(days=1)),
        **more,  # type: ignore[arg-type]  # A row says which fields it fills.
    )


def test_all_noes_of_an_adult_permit_running() -> None:
    found = screened()

    assert (found.urgency, found.may_run, found.ask, found.paused) == (NONE, True, (), False)
    assert found.bone_points == 0


def test_never_screened_is_no_running_and_no_urgency() -> None:
    found = find(seen())

    assert (found.urgency, found.may_run) == (NONE, False)
    assert "night_pain" in found.ask


# ------------------------------------------------------------------------------- evidence C, row by row

ROWS: list[tuple[str, dict[str, Answer], Urgency]] = [
    ("1", {"chest_pain_breathless_or_coughing_blood": True}, EMERGENCY),
    ("2", {"deformity_or_open_wound": True}, EMERGENCY),
    ("3 foot", {"cold_pale_or_numb_foot": True}, EMERGENCY),
    ("3 drop", {"foot_drop": True}, EMERGENCY),
    ("4 hot", {"hot_or_red_joint": True}, SAME_DAY),
    ("4 hot and fever", {"hot_or_red_joint": True, "fever_or_chills": True}, EMERGENCY),
    ("4 hot and unwell", {"hot_or_red_joint": True, "feels_unwell": True}, EMERGENCY),
    ("4 hot and 7", {"hot_or_red_joint": True, "pain_this_morning": 7}, SAME_DAY),
    ("4 hot and 8", {"hot_or_red_joint": True, "pain_this_morning": 8}, EMERGENCY),
    ("4 hot and unknown", {"hot_or_red_joint": True, "pain_this_morning": UNKNOWN}, SAME_DAY),
    ("4 hot, no weight", {"hot_or_red_joint": True, "cannot_put_weight": True}, EMERGENCY),
    ("4 swollen and fever", {"swelling": True, "fever_or_chills": True}, EMERGENCY),
    ("5", {"saddle_numbness_bladder_bowel_or_both_legs_weak": True}, EMERGENCY),
    ("6 kneecap", {**RECENT, "injury_kneecap_tender": True}, SAME_DAY),
    ("6 fibula", {**RECENT, "injury_fibula_head_tender": True}, SAME_DAY),
    ("6 bend", {**RECENT, "injury_cannot_bend_90": True}, SAME_DAY),
    ("6 steps", {**RECENT, "cannot_walk_four_steps": True}, SAME_DAY),
    ("6 severe", {**RECENT, "injury_cannot_bend_90": True, "pain_above_7": True}, EMERGENCY),
    ("6 unwell", {**RECENT, "injury_cannot_bend_90": True, "feels_unwell": True}, EMERGENCY),
    ("6 steps, no weight", {**RECENT, "cannot_walk_four_steps": True, "cannot_put_weight": True}, EMERGENCY),
    ("6 no weight but steps", {**RECENT, "cannot_put_weight": True}, SAME_DAY),
    ("6 a child", {**RECENT, "age_years": 15}, SAME_DAY),
    ("6 aged 54", {**RECENT, "age_years": 54}, NONE),
    ("6 aged 55", {**RECENT, "age_years": 55}, SAME_DAY),
    ("6 old, settled", {**OLD, "injury_cannot_bend_90": True}, NONE),
    ("6 old, not settled", {**OLD, "injury_not_settled": True, "injury_cannot_bend_90": True}, SAME_DAY),
    (
        "6 old, examined",
        {**OLD, "injury_not_settled": True, "injury_not_examined": False, "injury_pop": True},
        NONE,
    ),
    ("7 fall at 50", {**RECENT, "injury_fall_or_blow": True, "age_years": 50}, NONE),
    ("7 fall at 51", {**RECENT, "injury_fall_or_blow": True, "age_years": 51}, SAME_DAY),
    ("7 fall at 11", {**RECENT, "injury_fall_or_blow": True, "age_years": 11}, SAME_DAY),
    ("7 fall, no steps", {**RECENT, "injury_fall_or_blow": True, "cannot_walk_four_steps": True}, SAME_DAY),
    ("8 pop", {**RECENT, "injury_pop": True}, SAME_DAY),
    ("8 swelling", {**RECENT, "injury_swelling_within_hours": True}, SAME_DAY),
    ("9", {"locked_knee": True}, SAME_DAY),
    ("10 lift", {"cannot_lift_straight_leg": True}, SAME_DAY),
    ("10 gap", {"gap_near_kneecap": True}, SAME_DAY),
    ("10 unwell", {"gap_near_kneecap": True, "feels_unwell": True}, EMERGENCY),
    ("11 one item", {"tender_deep_veins": True}, NONE),
    ("11 two items", {"tender_deep_veins": True, "earlier_blood_clot": True}, SAME_DAY),
    ("11 swelling", {"calf_or_leg_swelling": True}, SAME_DAY),
    ("11 strained calf", CALF, NONE),
    ("11 unexplained", {**CALF, "calf_pain_without_felt_strain": True}, SAME_DAY),
    ("11 came back", {**CALF, "calf_pain_went_and_came_back": True}, SAME_DAY),
    ("11 both sides came back", {"calf_pain": True, "calf_pain_went_and_came_back": True}, NONE),
    ("11 both sides, travel", {"calf_pain": True, "travel_illness_or_hormones_lately": True}, NONE),
    ("11 place of pain", {"places": ("calf",), "calf_pain_one_sided": True}, NONE),
    ("11 after travel", {**CALF, "travel_illness_or_hormones_lately": True}, SAME_DAY),
    ("11 strained after surgery", {**CALF, "bed_rest_or_surgery_lately": True}, SAME_DAY),
    ("11 strained and tender veins", {**CALF, "tender_deep_veins": True}, NONE),
    ("11 birth", {**CALF, "pregnant_or_recent_birth": True}, SAME_DAY),
    ("12 night", {"night_pain": True}, WITHIN_DAYS),
    ("12 lump", {"lump": True}, WITHIN_DAYS),
    ("12 weight", {"weight_loss": True}, WITHIN_DAYS),
    ("12 cancer alone", {"past_cancer": True}, NONE),
    ("12 cancer, constant", {"past_cancer": True, "constant_pain": True}, WITHIN_DAYS),
    ("12 cancer, night", {"past_cancer": True, "night_pain": True}, WITHIN_DAYS),
    ("14 hip", {"hip_or_groin_pain": True}, SAME_DAY),
    ("14 hop", {"hop_pain_in_groin": True}, SAME_DAY),
    ("limp", {"limp": True}, NONE),
    ("limp and a cold", {"limp": True, "feels_unwell": True}, NONE),
    ("limp and hip", {"limp": True, "hip_or_groin_pain": True}, SAME_DAY),
    ("limp and fever", {"limp": True, "fever_or_chills": True}, SAME_DAY),
    ("15 aged 18", {"age_years": 18}, NONE),
    ("15 aged 17", {"age_years": 17}, WITHIN_DAYS),
    ("15 limp", {"age_years": 17, "limp": True}, SAME_DAY),
    ("15 thigh", {"age_years": 17, "thigh_pain": True}, SAME_DAY),
    ("15 foot", {"age_years": 17, "foot_turns_out": True}, SAME_DAY),
    ("15 swelling", {"age_years": 17, "swelling": True}, SAME_DAY),
    ("15 hip", {"age_years": 17, "hip_or_groin_pain": True}, SAME_DAY),
    ("15 thigh place", {"age_years": 17, "places": ("thigh",)}, SAME_DAY),
    ("15 swells after runs", {"age_years": 17, "swelling_within_hours_of_run": True}, SAME_DAY),
    ("15 bump", {"age_years": 17, "swelling": True, "swelling_where": "bump_below_kneecap"}, WITHIN_DAYS),
    ("16 aged 49", {"sudden_inner_pain": True, "age_years": 49}, NONE),
    ("16 aged 50", {"sudden_inner_pain": True, "age_years": 50}, WITHIN_DAYS),
    ("17", {"swelling": True, "blood_thinner_or_bleeding_disorder": True}, SAME_DAY),
    (
        "17 after runs",
        {"swelling_within_hours_of_run": True, "blood_thinner_or_bleeding_disorder": True},
        SAME_DAY,
    ),
    ("17 no swelling", {"blood_thinner_or_bleeding_disorder": True}, NONE),
    ("18 diabetes", {"swelling": True, "diabetes": True}, SAME_DAY),
    ("18 defences", {"swelling": True, "immune_system_weakened": True}, SAME_DAY),
    ("18 joint", {"swelling": True, "joint_replacement": True}, SAME_DAY),
    ("18 injection", {"swelling": True, "joint_injection_lately": True}, SAME_DAY),
    ("19 one", {"psoriasis": True}, NONE),
    ("19 one, hot", {"psoriasis": True, "hot_or_red_joint": True}, SAME_DAY),
    ("19 two", {"psoriasis": True, "tick_bite_or_rash": True}, WITHIN_DAYS),
    ("20 first", {"giving_way": True}, WITHIN_DAYS),
    ("20 again", {"giving_way": True, "giving_way_repeated": True}, SAME_DAY),
    ("20 old injury", {**OLD, "giving_way": True}, WITHIN_DAYS),
    ("20 injury", {**RECENT, "giving_way": True}, SAME_DAY),
    ("21", {"swelling": True}, WITHIN_DAYS),
    ("21 after a run", {"swelling_within_hours_of_run": True}, WITHIN_DAYS),
    ("22 at 7", {"pain_during_last_run": 7}, NONE),
    ("22 at 8", {"pain_during_last_run": 8}, WITHIN_DAYS),
    ("22 walking at 8", {"pain_walking": True, "pain_walking_0_10": 8}, WITHIN_DAYS),
    ("22 unknown", {"pain_during_last_run": UNKNOWN}, NONE),
    ("22 twice", {"pain_above_5_not_settled_at_24h_twice": True}, WITHIN_DAYS),
    ("24", {"pregnant_or_recent_birth": True}, ROUTINE),
    ("no weight", {"cannot_put_weight": True}, SAME_DAY),
    ("movement", {"straightens_less_than_other": True}, WITHIN_DAYS),
    ("rest", {"rest_pain": True}, WITHIN_DAYS),
    ("catching", {"catching_or_clicking": True}, ROUTINE),
    ("sharp", {"sharp_pain_recurs": True}, ROUTINE),
    ("catching, blocked", {"catching_or_clicking": True, "straightens_less_than_other": True}, WITHIN_DAYS),
    (
        "same effort, 10 min",
        {"same_effort_calf_or_foot_cramp": True, "same_effort_relief_min": 10},
        WITHIN_DAYS,
    ),
    ("same effort, 11 min", {"same_effort_calf_or_foot_cramp": True, "same_effort_relief_min": 11}, NONE),
    (
        "same effort, unknown",
        {"same_effort_calf_or_foot_cramp": True, "same_effort_relief_min": UNKNOWN},
        WITHIN_DAYS,
    ),
    ("steroid, tendon", {"steroid_last_3_months": True, "places": ("below_kneecap",)}, WITHIN_DAYS),
    ("steroid, elsewhere", {"steroid_last_3_months": True, "places": ("outer_joint",)}, NONE),
    ("steroid, unknown", {"fluoroquinolone_last_3_months": True, "places": UNKNOWN}, WITHIN_DAYS),
    ("operation", {"knee_operation_last_12_months": True}, ROUTINE),
    ("diagnosis", {"known_knee_diagnosis": True}, ROUTINE),
    ("two bone injuries", {"two_bone_stress_injuries": True}, ROUTINE),
    ("tingling", {"tingling_or_weakness": True}, ROUTINE),
    ("periods", {"missed_three_periods": True}, ROUTINE),
    (
        "medicine, examined",
        {"injections_or_long_term_medicine": True, "medicine_without_examination": False},
        NONE,
    ),
    ("medicine", {"injections_or_long_term_medicine": True}, ROUTINE),
    ("painkillers 2", {"painkiller_days_last_7": 2}, NONE),
    ("painkillers 3", {"painkiller_days_last_7": 3}, ROUTINE),
    ("painkillers 9", {"painkiller_days_last_30": 9}, NONE),
    ("painkillers 10", {"painkiller_days_last_30": 10}, ROUTINE),
]


@edge(
    "red_flags.fracture_age_from_years",
    "red_flags.fall_age_above_years",
    "red_flags.adult_from_years",
    "red_flags.inner_pain_age_from_years",
    "red_flags.clot_points_from",
    "red_flags.inflammation_items",
    "red_flags.relief_within_min",
    "red_flags.painkiller_days_of_week",
    "red_flags.painkiller_days_of_month",
    "red_flags.pain_stop_above_0_10",
)
@pytest.mark.parametrize(("answers", "urgency"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_row_of_the_list_gives_its_urgency(answers: dict[str, Answer], urgency: Urgency) -> None:
    found = screened(**answers)

    assert found.urgency is urgency
    assert found.may_run is (not urgency.stops_running)
    assert all(flag.because.sources for flag in found.flags)


def test_the_worst_wins_every_reason_is_shown_and_nothing_cancels() -> None:
    found = screened(
        night_pain=True, locked_knee=True, catching_or_clicking=True, cold_pale_or_numb_foot=True
    )

    assert found.urgency is EMERGENCY
    assert keys(found) == {"night_pain", "locked_knee", "catching", "foot_without_blood_or_feeling"}
    assert len(found.because) == 4


# ----------------------------------------------------------------------------------------- bone stress

BONE: list[tuple[str, dict[str, Answer], bool | None, Urgency]] = [
    ("tender", {"bone_tenderness": True}, False, WITHIN_DAYS),
    (
        "tender where the band passes",
        {"bone_tenderness": True, "bone_spot": "outer_bump_under_band"},
        False,
        NONE,
    ),
    ("tender tip", {"bone_tenderness": True, "bone_spot": "kneecap_lower_tip"}, False, NONE),
    ("tender somewhere unknown", {"bone_tenderness": True, "bone_spot": UNKNOWN}, False, WITHIN_DAYS),
    ("earlier injury", {"earlier_bone_stress_injury": True}, False, NONE),
    ("earlier injury, more running", {"earlier_bone_stress_injury": True}, True, WITHIN_DAYS),
    ("arches and injury", {"earlier_bone_stress_injury": True, "high_arches": True}, False, WITHIN_DAYS),
    ("arches and more running", {"high_arches": True}, True, ROUTINE),
    ("arches, more running, walking", {"high_arches": True, "pain_walking": True}, True, WITHIN_DAYS),
    ("hop", {"hop_pain_on_bone": True}, False, WITHIN_DAYS),
    ("arches", {"high_arches": True}, False, NONE),
    ("more running", {}, True, NONE),
    ("arches, more running, hop", {"high_arches": True, "hop_pain_on_bone": True}, True, WITHIN_DAYS),
    ("walking and tender", {"pain_walking": True, "bone_tenderness": True}, False, WITHIN_DAYS),
    ("walking and lying", {"pain_walking": True, "rest_pain": True}, False, WITHIN_DAYS),
    ("earlier and walking", {"pain_earlier_each_run": True, "pain_walking": True}, False, WITHIN_DAYS),
    (
        "earlier, old injury",
        {"pain_earlier_each_run": True, "earlier_bone_stress_injury": True},
        False,
        WITHIN_DAYS,
    ),
]


@edge(
    "red_flags.bone_points_from",
    "red_flags.bone_tenderness_points",
    "red_flags.earlier_bone_injury_points",
    "red_flags.high_arches_points",
    "red_flags.more_running_points",
)
@pytest.mark.parametrize(
    ("answers", "more", "urgency"), [row[1:] for row in BONE], ids=[row[0] for row in BONE]
)
def test_bone_stress_adds_up(answers: dict[str, Answer], more: bool | None, urgency: Urgency) -> None:
    found = find(seen(told(noes(**answers)), more_running_lately=more))

    assert found.urgency is urgency


def test_arches_and_more_running_alone_make_the_plan_gentler() -> None:
    first = told(noes(high_arches=True))
    again = told(noes(high_arches=True), days=2)

    new = find(seen(first, more_running_lately=True))
    later = find(seen(first, again, days=2, more_running_lately=True))

    assert (new.deeper_calm, new.no_new_change, new.may_run, new.bone_points) == (True, True, True, 3)
    assert (later.deeper_calm, later.no_new_change) == (True, False)


@edge("red_flags.walking_pain_above_0_10")
@pytest.mark.parametrize(("score", "paused"), [(2, False), (3, True), (UNKNOWN, True)])
def test_walking_pain_beyond_the_green_line_alone_pauses(score: Answer, paused: bool) -> None:
    found = screened(pain_walking=True, pain_walking_0_10=score)

    assert (found.urgency, found.paused, found.may_run) == (NONE, paused, not paused)


@edge("red_flags.ask_again_after_days")
def test_a_sign_that_pauses_is_asked_about_again_after_two_days() -> None:
    first = told(noes(pain_earlier_each_run=True))

    early, due, later = (find(seen(first, days=days)) for days in (1, 2, 3))
    over = find(seen(first, told({"pain_earlier_each_run": False}, days=2), days=2))

    assert (early.paused, early.ask) == (True, ())
    assert due.ask == later.ask == ("pain_earlier_each_run",)
    assert over.may_run


@pytest.mark.parametrize("days", [2, 9])
def test_walking_pain_within_the_green_line_is_not_asked_about_after_two_days(days: int) -> None:
    answers = noes(pain_walking=True, pain_walking_0_10=1)
    weekly = told(dict.fromkeys(numbers("red_flags").catalogue.weekly - {"pain_walking"}, False), days=days)

    found = find(seen(told(answers), weekly, days=days))

    assert (found.ask, found.paused, found.may_run) == ((), False, True)


@pytest.mark.parametrize("rise", [{"more_running_lately": True}, {"load_rise_before_onset": True}])
def test_pain_lying_still_after_a_rise_of_the_load_clears_by_a_clearance_only(
    rise: dict[str, Answer],
) -> None:
    first = told(noes(rest_pain=True, **rise))
    later = [told(noes(), days=days) for days in (1, 3)]

    kept = find(seen(first, *later, days=3))
    done = find(seen(first, *later, days=3, clearances=(cleared(days=3),)))

    assert (keys(kept), kept.urgency) == ({"bone_signs"}, WITHIN_DAYS)
    assert done.may_run


@pytest.mark.parametrize(
    "signs",
    [{"pain_walking": True, "pain_walking_0_10": 1}, {"pain_earlier_each_run": True}, {"rest_pain": True}],
)
def test_three_bone_points_by_measured_running_outlast_the_other_signs(signs: dict[str, Answer]) -> None:
    first = told(noes(high_arches=True, **signs))
    over = [told(noes(high_arches=True), days=days) for days in (2, 4)]

    kept = find(seen(first, *over, days=4, more_running_lately=False, more_running_days=(DAY,)))
    none = find(seen(first, *over, days=4, more_running_lately=False))

    assert "bone_points" in keys(kept)
    assert "bone_points" not in keys(none)


def test_more_running_after_the_other_sign_is_over_makes_no_flag() -> None:
    first = told(noes(high_arches=True, pain_walking=True, pain_walking_0_10=1))
    over = told({"pain_walking": False}, days=2)
    later = DAY + timedelta(days=5)

    found = find(seen(first, over, days=5, more_running_lately=True, more_running_days=(later,)))

    assert found.urgency is ROUTINE


def test_more_running_that_once_made_three_points_is_not_forgotten() -> None:
    known = told(noes(earlier_bone_stress_injury=True))

    found = find(seen(known, days=5, more_running_lately=False, more_running_days=(DAY + timedelta(days=1),)))

    assert found.urgency is WITHIN_DAYS


def test_a_bone_item_not_known_pauses_and_then_counts() -> None:
    once = told(noes(bone_tenderness=UNKNOWN))
    twice = told({"bone_tenderness": UNKNOWN}, days=1)

    asked, counted = find(seen(once)), find(seen(once, twice, days=1))

    assert (asked.paused, asked.ask, asked.bone_points) == (True, ("bone_tenderness",), None)
    assert counted.urgency is WITHIN_DAYS


# ------------------------------------------------------------------------- not asked, not known, old


def test_what_was_not_asked_stops_running_and_leaves_the_urgency_alone() -> None:
    answers = noes()
    del answers["locked_knee"]

    found = find(seen(told(answers)))

    assert (found.urgency, found.may_run, found.ask, found.paused) == (NONE, False, ("locked_knee",), False)


@pytest.mark.parametrize(
    "key", ["chest_pain_breathless_or_coughing_blood", "locked_knee", "hot_or_red_joint"]
)
def test_an_urgent_question_twice_not_known_is_the_same_day_at_least(key: str) -> None:
    once = told(noes(**{key: UNKNOWN}))
    twice = told({key: UNKNOWN}, hour=10)

    asked, counted = find(seen(once)), find(seen(once, twice))

    assert (asked.urgency, asked.ask, asked.may_run) == (NONE, (key,), False)
    assert counted.urgency >= SAME_DAY
    assert all(flag.assumed for flag in counted.flags)


def test_not_knowing_is_forgotten_once_it_is_known() -> None:
    found = find(seen(told(noes(locked_knee=UNKNOWN)), told({"locked_knee": False}, hour=10)))

    assert found.may_run


def test_an_age_not_known_counts_as_young_and_old_until_it_is_told() -> None:
    unknown = told(noes(age_years=UNKNOWN, limp=True))
    known = told({"age_years": 30}, days=1)

    before, after = find(seen(unknown)), find(seen(unknown, known, days=1))

    assert {"under_18", "young_hip"} <= keys(before)
    assert before.urgency is SAME_DAY
    assert (after.urgency, after.may_run) == (NONE, True)


@edge("red_flags.no_good_for_days")
@pytest.mark.parametrize(("days", "may_run"), [(6, True), (7, True), (8, False)])
def test_a_no_is_good_for_seven_days(days: int, may_run: bool) -> None:
    found = find(seen(told(noes()), days=days))

    assert (found.urgency, found.may_run, found.paused) == (NONE, may_run, not may_run)


def test_the_weekly_form_makes_the_noes_good_again() -> None:
    weekly = dict.fromkeys(numbers("red_flags").catalogue.weekly, False)

    found = find(seen(told(noes()), told(weekly, days=8), days=8))

    assert found.may_run


@pytest.mark.parametrize("key", ["thigh_pain", "foot_turns_out", "more_running_lately"])
def test_what_only_some_are_asked_runs_out_as_well(key: str) -> None:
    young = told(noes(age_years=16, thigh_pain=False, foot_turns_out=False))
    weekly = told(dict.fromkeys(numbers("red_flags").catalogue.weekly - {key}, False), days=8)

    found = find(seen(young, weekly, days=8, clearances=(cleared(),)))

    assert (found.ask, found.may_run) == ((key,), False)


def test_files_that_measure_the_running_leave_nothing_of_it_to_ask() -> None:
    weekly = dict.fromkeys(numbers("red_flags").catalogue.weekly - {"more_running_lately"}, False)

    found = find(seen(told(noes()), told(weekly, days=8), days=8, more_running_lately=False))

    assert found.may_run


def test_a_knee_that_swells_after_runs_is_asked_what_a_swollen_one_is() -> None:
    found = find(seen(told({"age_years": 30, "swelling_within_hours_of_run": True})))

    assert {"blood_thinner_or_bleeding_disorder", "swelling_sudden", "joint_replacement"} <= set(found.ask)


def test_not_asked_about_a_calf_is_never_a_yes() -> None:
    answers = noes(calf_pain=True, calf_pain_without_felt_strain=True)
    del answers["calf_pain_one_sided"]

    found = find(seen(told(answers)))

    assert (found.urgency, found.ask) == (NONE, ("calf_pain_one_sided",))


@pytest.mark.parametrize(
    ("key", "doubted"), [("cold_pale_or_numb_foot", True), ("hot_or_red_joint", False), ("night_pain", False)]
)
def test_only_an_emergency_question_is_in_doubt_until_it_is_asked_once_more(key: str, doubted: bool) -> None:
    once = (told(noes(**{key: UNKNOWN})),)

    assert find(seen(*once)).in_doubt == ((key,) if doubted else ())
    assert find(seen(*once, told({key: UNKNOWN}, days=1), days=1)).in_doubt == ()
    assert find(seen(*once, told({key: False}, days=1), days=1)).in_doubt == ()


def test_an_unknown_after_a_no_is_asked_once_more_and_after_a_yes_clears_nothing() -> None:
    after_no = find(seen(told(noes()), told({"night_pain": UNKNOWN}, days=1), days=1))
    after_yes = find(seen(told(noes(night_pain=True)), told({"night_pain": UNKNOWN}, days=1), days=1))

    assert (after_no.urgency, after_no.ask, after_no.paused) == (NONE, ("night_pain",), True)
    assert after_yes.urgency is WITHIN_DAYS


def test_the_answers_come_to_the_same_in_one_file_and_in_two() -> None:
    whole = noes(calf_pain=True, calf_pain_one_sided=True, earlier_blood_clot=True, tender_deep_veins=True)
    parts = [dict(list(whole.items())[::2]), dict(list(whole.items())[1::2])]

    at_once = find(seen(told(whole)))
    forwards = find(seen(told(parts[0]), told(parts[1], hour=10)))
    backwards = find(seen(told(parts[1]), told(parts[0], hour=10)))

    assert keys(at_once) == keys(forwards) == keys(backwards)
    assert at_once.urgency is SAME_DAY


def test_an_injury_asks_its_own_questions_and_no_injury_asks_none() -> None:
    sparse = {"injury": True}

    assert "injury_pop" in find(seen(told(sparse))).ask
    assert "injury_pop" not in find(seen(told({"injury": False}))).ask


def test_provisional_answers_every_open_question_with_no() -> None:
    found = provisional(
        seen(told({"age_years": 30, "knee": "left", "night_pain": True})), numbers("red_flags")
    )
    clean = provisional(seen(told({"age_years": 30})), numbers("red_flags"))
    ageless = provisional(seen(told({"knee": "left"})), numbers("red_flags"))

    assert (found.urgency, found.may_run) == (WITHIN_DAYS, False)
    assert (clean.urgency, clean.may_run) == (NONE, True)
    assert not ageless.may_run


# -------------------------------------------------------------------------------------------- clearing


def test_one_later_no_does_not_bring_running_back() -> None:
    found = find(seen(told(noes(night_pain=True)), told({"night_pain": False}, days=3), days=3))

    assert found.urgency is WITHIN_DAYS


@edge("red_flags.clear_apart_hours")
@pytest.mark.parametrize(("hours", "urgency"), [(47, WITHIN_DAYS), (48, NONE), (49, NONE)])
def test_two_noes_clear_night_pain_only_two_days_apart(hours: int, urgency: Urgency) -> None:
    first = told(noes(night_pain=True))
    no = told({"night_pain": False}, days=1, hour=9)
    second = told({"night_pain": False}, days=1 + (9 + hours) // 24, hour=(9 + hours) % 24)

    found = find(seen(first, no, second, days=4))

    assert found.urgency is urgency
    assert found.cleared_on == (second.on if urgency is NONE else None)


def test_a_yes_between_two_noes_starts_the_count_again() -> None:
    sets = [told(noes(lump=True)), told({"lump": False}, days=1), told({"lump": True}, days=2)]

    found = find(seen(*sets, told({"lump": False}, days=4), days=4))

    assert found.urgency is WITHIN_DAYS


@pytest.mark.parametrize("key", ["locked_knee", "giving_way", "hop_pain_on_bone", "bone_tenderness"])
def test_some_flags_clear_by_a_clearance_only(key: str) -> None:
    sets = [told(noes(**{key: True})), *(told(noes(), days=days) for days in (1, 3, 5))]

    kept = find(seen(*sets, days=5))
    done = find(seen(*sets, days=5, clearances=(cleared(days=5),)))

    assert kept.urgency.stops_running
    assert (done.urgency, done.may_run, done.cleared_on) == (NONE, True, DAY + timedelta(days=5))


def test_a_clearance_covers_what_is_known_on_its_day_until_a_new_sign() -> None:
    first = told(noes(bone_tenderness=True, earlier_bone_stress_injury=True))
    sign = told({"pain_earlier_each_run": True}, days=2)
    word = (cleared(days=1),)

    covered = find(seen(first, days=1, clearances=word, more_running_lately=True))
    again = find(seen(first, sign, days=2, clearances=word, more_running_lately=False))

    assert (covered.urgency, covered.may_run) == (NONE, True)
    assert again.urgency is WITHIN_DAYS


def test_a_clearance_that_says_no_clears_nothing_and_stops_running() -> None:
    flagged = find(seen(told(noes(lump=True)), clearances=(cleared(may_run=False),)))
    forbidden = find(seen(told(noes()), clearances=(cleared(may_run=False),)))

    assert flagged.urgency is WITHIN_DAYS
    assert (forbidden.urgency, forbidden.paused, forbidden.may_run) == (NONE, True, False)


def test_a_clearance_from_before_the_sign_does_not_cover_it() -> None:
    found = find(seen(told(noes()), told({"lump": True}, days=2), days=2, clearances=(cleared(days=1),)))

    assert found.urgency is WITHIN_DAYS


def test_a_score_after_a_clearance_is_a_new_sign_and_uncovers_what_was_covered() -> None:
    first = told(noes(earlier_bone_stress_injury=True, high_arches=True))
    sore = told({"pain_this_morning": 9}, days=2)

    found = find(seen(first, sore, days=2, clearances=(cleared(days=1),)))

    assert {"pain_above_7", "bone_points"} <= keys(found)


def test_more_running_after_a_clearance_is_no_new_sign() -> None:
    first = told(noes(earlier_bone_stress_injury=True))
    more = told({"more_running_lately": True}, days=2)

    found = find(seen(first, more, days=2, clearances=(cleared(days=1),)))

    assert (found.urgency, found.may_run) == (NONE, True)


def test_a_clearance_given_before_the_sign_and_told_after_it_does_not_cover_it() -> None:
    visit = replace(cleared(days=1), at=cleared(days=5).at)

    found = find(seen(told(noes()), told({"lump": True}, days=2), days=5, clearances=(visit,)))

    assert found.urgency is WITHIN_DAYS


def test_a_clinicians_no_after_a_yes_stops_running_again_and_a_yes_after_it_lifts_it() -> None:
    words = (cleared(days=1), cleared(days=2, may_run=False), cleared(days=3))

    stopped = find(seen(told(noes(lump=True)), days=2, clearances=words[:2]))
    lifted = find(seen(told(noes(lump=True)), days=3, clearances=words))

    assert (stopped.paused, stopped.may_run) == (True, False)
    assert lifted.may_run


def test_a_missing_key_changes_nothing() -> None:
    found = find(seen(told(noes(lump=True)), told({"knee": "right"}, days=3), told({}, days=6), days=6))

    assert found.urgency is WITHIN_DAYS


def test_under_eighteen_runs_only_with_a_clearance() -> None:
    young = told(noes(age_years=16, thigh_pain=False, foot_turns_out=False))

    assert not find(seen(young)).may_run
    assert find(seen(young, clearances=(cleared(),))).may_run


# ----------------------------------------------------------------------------------------- the diary


@edge("red_flags.pain_stop_above_0_10")
@pytest.mark.parametrize(("score", "urgency"), [(7, NONE), (8, WITHIN_DAYS)])
def test_a_diary_score_above_seven_counts_once(score: int, urgency: Urgency) -> None:
    found = find(seen(told(noes()), days=3, entries=(entry(days=2, during=score),)))

    assert found.urgency is urgency


@edge("red_flags.unsettled_times")
def test_above_five_and_not_settled_counts_the_second_time() -> None:
    one = entry(days=1, during=6, after_24h=1)
    two = entry(days=3, during=6, after_24h=1)
    settled = entry(days=3, during=6, after_24h=0)

    assert find(seen(told(noes()), days=5, entries=(one,))).urgency is NONE
    assert find(seen(told(noes()), days=5, entries=(one, settled))).urgency is NONE
    assert find(seen(told(noes()), days=5, entries=(one, two))).urgency is WITHIN_DAYS


def test_one_run_told_again_is_not_two() -> None:
    run: dict[str, Answer] = {
        "last_run_on": DAY - timedelta(days=2),
        "pain_during_last_run": 6,
        "pain_24h_after_last_run": 3,
    }
    other = run | {"last_run_on": DAY}

    again = find(seen(told(noes(**run)), told(noes(**run), days=1), days=1))
    second = find(seen(told(noes(**run)), told(noes(**other), days=1), days=1))

    assert again.urgency is NONE
    assert keys(second) == {"pain_unsettled_twice"}


def test_a_run_told_by_the_form_and_by_the_diary_is_one_run() -> None:
    run: dict[str, Answer] = {
        "last_run_on": DAY,
        "pain_during_last_run": 6,
        "pain_24h_after_last_run": 3,
    }

    found = find(seen(told(noes(**run), days=1), days=2, entries=(entry(days=0, during=6, after_24h=3),)))

    assert found.urgency is NONE


def test_one_knee_that_does_not_limp_says_nothing_of_the_other() -> None:
    right = entry(days=1, limp=True)
    left = replace(entry(days=1, limp=False), side=Side.LEFT)
    feverish = told({"fever_or_chills": True}, days=2)

    found = find(seen(told(noes()), feverish, days=2, entries=(right, left)))
    over = find(seen(told(noes()), feverish, days=2, entries=(left, right, entry(days=2, limp=False))))

    assert found.urgency is SAME_DAY
    assert over.urgency is SAME_DAY


def test_a_limp_in_the_diary_joins_a_fever_from_the_form() -> None:
    feverish = told(noes(fever_or_chills=True))

    found = find(seen(feverish, days=1, entries=(entry(days=1, during=1, limp=True),)))

    assert found.urgency is SAME_DAY


def test_a_limp_that_is_new_asks_again_what_would_make_it_urgent() -> None:
    limping = entry(days=2, during=1, limp=True)
    asked = {"cannot_put_weight", "fever_or_chills", "hip_or_groin_pain", "hop_pain_in_groin"}

    new = find(seen(told(noes()), days=2, entries=(limping,)))
    same_day = find(seen(told(noes(), days=2), days=2, entries=(limping,)))
    answered = find(seen(told(noes()), told(dict.fromkeys(asked, False), days=3), days=3, entries=(limping,)))
    over = find(seen(told(noes()), days=3, entries=(limping, entry(days=3, limp=False))))

    assert ({*new.new_sign}, new.ask, new.paused, new.urgency) == (asked, (), False, NONE)
    assert [found.new_sign for found in (same_day, answered, over)] == [(), (), ()]


def test_a_limp_that_goes_on_asks_once() -> None:
    limps = (entry(days=2, during=1, limp=True), entry(days=4, during=1, limp=True))
    answered = told(noes(limp=True), days=3)

    assert find(seen(told(noes()), answered, days=4, entries=limps)).new_sign == ()


def test_after_seven_silent_days_every_sign_is_asked_about() -> None:
    catalogue = numbers("red_flags").catalogue
    after = {days: {*find(seen(told(noes()), days=days)).ask} for days in (7, 8)}

    assert after[7] == set()
    assert after[8] >= {one.key for one in catalogue.required if one.weekly and not one.only_if}


def test_a_limp_without_a_score_counts_and_a_later_no_ends_it() -> None:
    feverish = told(noes(fever_or_chills=True))
    limping = entry(days=1, limp=True)
    walking = replace(entry(days=2, limp=False), about_run=False)
    later = told({"fever_or_chills": True}, days=3)

    both = find(seen(feverish, days=1, entries=(limping,)))
    after = find(seen(told(noes()), later, days=3, entries=(limping, walking)))

    assert both.urgency is SAME_DAY
    assert after.urgency is NONE


@pytest.mark.parametrize(("score", "urgency"), [(7, NONE), (8, WITHIN_DAYS), (UNKNOWN, NONE)])
def test_a_test_that_hurts_above_seven_counts_as_well(score: Score, urgency: Urgency) -> None:
    hops = TestResult(
        record_id="1",
        at=datetime(2026, 11, 23, 12, tzinfo=UTC),
        on=DAY,
        side=Side.LEFT,
        kind=TestKind.HOPS,
        pain_0_10=score,
    )

    assert find(seen(told(noes()), tests=(hops,))).urgency is urgency


def test_painkillers_on_three_days_of_a_week_are_routine() -> None:
    days = tuple(DAY + timedelta(days=days) for days in (1, 2, 3))

    two = find(seen(told(noes()), days=4, painkiller_days=days[:2]))
    three = find(seen(told(noes()), days=4, painkiller_days=days))

    assert (two.urgency, three.urgency) == (NONE, ROUTINE)
    assert three.may_run


@pytest.mark.parametrize(("days", "urgency"), [(6, ROUTINE), (7, NONE)])
def test_a_count_of_painkillers_speaks_of_its_own_week_only(days: int, urgency: Urgency) -> None:
    found = find(seen(told(noes(painkiller_days_last_7=3)), days=days))

    assert found.urgency is urgency


@pytest.mark.parametrize(
    ("found", "on_hold"),
    [
        (seen(told(noes())), False),
        (seen(told(noes(pain_earlier_each_run=True))), True),
        (seen(told(noes(painkillers_before_runs=True))), True),
        (seen(told(noes()), clearances=(cleared(may_run=False),)), True),
        (seen(told(noes()), days=8), False),
    ],
)
def test_more_than_answers_holds_running_back(found: Observations, *, on_hold: bool) -> None:
    assert find(found).on_hold is on_hold


def test_pills_before_a_run_pause_and_say_why() -> None:
    found = screened(painkillers_before_runs=True)

    assert (found.paused, found.may_run, found.urgency) == (True, False, NONE)
    assert [reason.rule for reason in found.because] == ["red_flags.pills_before_runs"]


def test_a_hot_joint_on_which_nobody_can_walk_four_steps_is_an_emergency() -> None:
    injured = screened(hot_or_red_joint=True, cannot_walk_four_steps=True, injury=True)

    assert injured.urgency is EMERGENCY


def test_an_injury_after_which_nobody_can_walk_four_steps_is_seen_the_same_day() -> None:
    assert screened(**RECENT, cannot_walk_four_steps=True).urgency is SAME_DAY


def test_clearing_a_bone_flag_that_files_made_is_a_clearing() -> None:
    sets = (told(noes(earlier_bone_stress_injury=True)),)
    more = {"more_running_lately": True, "more_running_days": (DAY + timedelta(days=2),)}

    flagged = find(seen(*sets, days=2, **more))
    found = find(seen(*sets, days=3, **more, clearances=(cleared(days=3),)))

    assert keys(flagged) == {"bone_points"}
    assert found.cleared_on == DAY + timedelta(days=3)


def test_a_clearance_without_any_flag_clears_nothing() -> None:
    sets = (told(noes(earlier_bone_stress_injury=True)),)
    later = (DAY + timedelta(days=5),)

    found = find(seen(*sets, days=6, more_running_days=later, clearances=(cleared(days=3),)))

    assert found.cleared_on is None


def test_two_bone_stress_injuries_are_an_earlier_one_whatever_else_was_said() -> None:
    found = screened(
        two_bone_stress_injuries=True, earlier_bone_stress_injury=False, more_running_lately=True
    )

    assert found.urgency is WITHIN_DAYS


def test_an_old_injury_of_which_the_rest_is_not_told_is_asked_about_and_raises_nothing() -> None:
    answers = noes(injury=True, injury_on=DAY - timedelta(days=100), injury_pop=True)
    for key in ("injury_not_examined", "injury_not_settled"):
        answers.pop(key, None)

    found = find(seen(told(answers)))

    assert found.urgency is NONE
    assert {"injury_not_examined", "injury_not_settled"} <= set(found.ask)
