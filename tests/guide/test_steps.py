from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest

from kneewise.guide import step2_load, step3_cadence, step5_ankle, step6_footwear
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.diary import Insert, InsertKind, ShoeRecord, TestKind, TestResult
from kneewise.model.evidence import because
from kneewise.model.findings import CadenceFinding, LoadFinding
from kneewise.model.observations import Baseline, CadenceBase, Irritability, NewShoe, Observations
from kneewise.model.places import Side
from kneewise.model.plan import Advice
from kneewise.model.runner import LoadChoice, Settings
from kneewise.present.reasons import reason_sentence, shown
from kneewise.present.words import sentence
from tests.engine.made import sore_runner
from tests.guide.edges import edge
from tests.guide.made import DAY, ROOMS, assessment, noes, numbers, seen, told

USUAL = Baseline(measured=True, weeks=6, run_min=40.0, week_min=150.0, days_per_week=4.0)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def load(at: Observations) -> LoadFinding:
    return step2_load.assess(at, numbers("step2_load"))


def cadence(spm: float) -> CadenceFinding:
    own = CadenceBase(cadence_spm=spm, speed_m_s=2.8, runs=6)
    return step3_cadence.assess(seen(cadence=own), numbers("step3_cadence"))


def advice(at: Observations) -> tuple[Advice, ...]:
    found = assessment(at)
    return tuple(
        one for room in ROOMS for one in import_module(f"kneewise.guide.{room}").advise(found, numbers(room))
    )


@pytest.mark.parametrize(
    ("irritability", "percent", "run_min"),
    [(Irritability.MILD, 20, 32), (Irritability.MODERATE, 30, 28), (Irritability.HIGH, 50, 20)],
)
def test_the_cut_follows_the_irritability(irritability: Irritability, percent: float, run_min: float) -> None:
    found = load(seen(baseline=USUAL, irritability=irritability))

    assert found.cut_percent == percent
    assert found.run_min == pytest.approx(run_min)
    assert found.week_min == pytest.approx(150 * (1 - percent / 100))


def test_not_knowing_the_irritability_cuts_most() -> None:
    assert load(seen()).cut_percent == 50
    assert load(seen()).run_min is None


def test_swaps_leave_the_run_and_take_the_week() -> None:
    chosen = Settings(load_choice=LoadChoice.SWAP, has_bike=True)

    swapped = load(seen(baseline=USUAL, irritability=Irritability.MODERATE, settings=chosen))
    high = load(seen(baseline=USUAL, irritability=Irritability.HIGH, settings=chosen))
    nothing = load(
        seen(baseline=USUAL, irritability=Irritability.MILD, settings=replace(chosen, has_bike=False))
    )

    assert (swapped.swap_runs, swapped.run_min) == (2, 40.0)
    assert swapped.week_min == pytest.approx(105)
    assert (high.swap_runs, nothing.swap_runs) == (0, 0)


@edge("step2_load.walk_before_from_0_10")
@pytest.mark.parametrize(
    ("answers", "walking"),
    [
        ({"limp": True}, True),
        ({"limp": False}, False),
        ({"pain_before_last_run": 3}, False),
        ({"pain_before_last_run": 4}, True),
        ({"pain_before_last_run": 5}, True),
        ({"pain_before_last_run": UNKNOWN}, False),
    ],
)
def test_a_limp_or_pain_before_setting_out_leaves_walking(answers: dict[str, Answer], walking: bool) -> None:
    assert load(seen(told(answers))).walking_only is walking


@edge("step3_cadence.skip_from_spm")
@pytest.mark.parametrize(("spm", "wanted"), [(179.9, True), (180.0, False), (186.0, False)])
def test_cadence_is_left_alone_from_180_on(spm: float, wanted: bool) -> None:
    assert cadence(spm).wanted is wanted


def test_the_band_stands_five_percent_above_the_own_cadence() -> None:
    found = cadence(160)

    assert (found.low_spm, found.high_spm) == (166.0, 170.0)
    assert {reason.grade for reason in found.because} == {"C", "X"}


def test_an_unknown_cadence_sets_no_band() -> None:
    found = step3_cadence.assess(seen(), numbers("step3_cadence"))

    assert (found.own_spm, found.low_spm, found.wanted) == (None, None, False)


@edge("step5_ankle.optional_from_cm", "step5_ankle.sides_differ_from_cm")
@pytest.mark.parametrize(
    ("left", "right", "optional"),
    [(10.0, 10.0, True), (9.9, 10.0, False), (10.0, 11.9, True), (10.0, 12.0, False), (12.0, None, False)],
)
def test_the_ankle_drill_is_optional_where_both_reach_far_and_alike(
    left: float, right: float | None, optional: bool
) -> None:
    tests = tuple(
        TestResult(
            record_id=side.value, at=NOON, on=DAY, side=side, kind=TestKind.KNEE_TO_WALL, distance_cm=distance
        )
        for side, distance in ((Side.LEFT, left), (Side.RIGHT, right))
        if distance is not None
    )

    found = step5_ankle.assess(seen(tests=tests), numbers("step5_ankle"))

    assert found.optional is optional


@edge("step6_footwear.life_km")
@pytest.mark.parametrize(("km", "check"), [(482.7, False), (482.8, True), (482.9, True)])
def test_shoes_are_looked_at_from_three_hundred_miles(km: float, check: bool) -> None:
    found = step6_footwear.assess(
        seen(shoe_km={"Red": km, "Old": 900.0}, shoes=(_retired("Old"),)), numbers("step6_footwear")
    )

    assert (found.facts["most_worn"], found.facts["check_wear"]) == ("Red", check)


def _retired(name: str) -> ShoeRecord:
    return ShoeRecord(record_id=name, at=NOON, on=DAY, name=name, retired=True)


@edge("step6_footwear.changed_before_onset_days")
@pytest.mark.parametrize(("days", "told_days"), [(20, 20.0), (21, 21.0), (22, None), (0, 0.0), (-1, None)])
def test_a_change_of_shoes_shortly_before_the_onset_is_named(days: int, told_days: float | None) -> None:
    new = NewShoe(on=DAY - timedelta(days=days), name="Blue")

    found = step6_footwear.assess(
        seen(told({"pain_started_on": DAY}), shoes_first_used=(new,)), numbers("step6_footwear")
    )

    assert found.facts["changed_days_before"] == told_days


def test_of_several_pairs_the_last_before_the_onset_is_named_and_none_where_the_day_was_told() -> None:
    new = tuple(
        NewShoe(on=DAY - timedelta(days=days), name=name)
        for days, name in ((19, "Red"), (4, "Blue"), (-3, "Green"))
    )

    def named(**answers: Any) -> list[tuple[object, object]]:
        looked = seen(told({"pain_started_on": DAY} | answers), shoes_first_used=new)
        found = step6_footwear.assess(looked, numbers("step6_footwear"))
        return [(one.seen, (one.facts or {})["shoe"]) for one in found.because[1:]]

    assert named() == [(4, "Blue")]
    assert named(shoe_changed_on=DAY - timedelta(days=5)) == [(5, "")]
    assert named(shoe_changed_on=DAY - timedelta(days=40)) == []


def test_an_insert_is_named_with_who_prescribed_it_and_when_for_as_long_as_it_is_worn() -> None:
    old, new, gone = (
        Insert(record_id=str(day), at=NOON, on=DAY - timedelta(days=day), insert=kind, **more)
        for day, kind, more in (
            (30, InsertKind.WEDGE, {"prescribed_by": "a doctor"}),
            (9, InsertKind.WEDGE, {"prescribed_by": "a podiatrist"}),
            (20, InsertKind.ORTHOTIC, {"prescribed_by": "a doctor", "worn_until": DAY - timedelta(days=1)}),
        )
    )

    named = {one.action: one.amounts for one in advice(seen(told(noes()), inserts=(old, new, gone)))}
    none = {one.action for one in advice(seen(told(noes()), inserts=(gone,)))}

    assert named["shoes.wedge_prescribed"] == {"by": "a podiatrist", "prescribed_on": "2026-11-14"}
    assert not {"shoes.orthotic_prescribed", "shoes.prescribed_only"} & named.keys()
    assert "shoes.prescribed_only" in none


def test_every_advice_has_a_reason_and_every_reason_a_source() -> None:
    own = CadenceBase(cadence_spm=164, speed_m_s=2.8, runs=6)

    given = advice(seen(told(noes()), baseline=USUAL, cadence=own, shoe_km={"A": 600.0, "B": 10.0}))

    assert {one.room for one in given} == set(ROOMS) - {"red_flags"}
    assert all(one.because for one in given)
    assert all(reason.sources for one in given for reason in one.because)


@pytest.mark.parametrize(
    ("key", "left"),
    [
        (
            "chest_pain_breathless_or_coughing_blood",
            {"care.emergency", "log.keep", "recovery.sleep", "pain.each_morning"},
        ),
        ("locked_knee", {"care.same_day", "log.keep", "recovery.sleep", "pain.each_morning"}),
        (
            "night_pain",
            {"care.within_days", "log.keep", "daily_life.pain_free", "recovery.sleep", "pain.each_morning"},
        ),
    ],
)
def test_a_stop_leaves_care_the_diary_and_sleep(key: str, left: set[str]) -> None:
    given = advice(seen(told(noes(**{key: True})), baseline=USUAL))

    assert {one.action for one in given} == left
    assert all(one.daily_life for one in given)


@pytest.mark.parametrize("key", ["night_pain", "locked_knee"])
def test_while_running_is_off_nothing_is_said_of_how_soon_others_had_recovered(key: str) -> None:
    given = advice(seen(told(noes(**{key: True})), baseline=USUAL))

    assert {reason.rule for one in given for reason in one.because if one.room == "step1_pain"} == {
        "step1_pain.diary"
    }


@pytest.mark.parametrize(
    ("place", "more", "rule"),
    [
        ("below_kneecap", {"warms_up": True, "hurts_hop": True}, "step1_pain.watch_tendon"),
        ("behind_kneecap", {"hurts_stairs_down": True}, "step1_pain.watch_while_calming"),
    ],
)
def test_a_tendon_is_not_told_how_soon_kneecaps_had_recovered(
    place: str, more: dict[str, Answer], rule: str
) -> None:
    given = advice(seen(told(noes(places=(place,), **more)), baseline=USUAL))

    watched = {reason.rule for one in given for reason in one.because if ".watch_" in reason.rule}
    assert watched == {rule}


def test_ice_waits_until_it_is_known_whether_the_knee_is_swollen() -> None:
    asked, open_ = (advice(seen(told(answers))) for answers in (noes(), _without("swelling")))

    assert "recovery.ice" in {one.action for one in asked}
    assert "recovery.ice" not in {one.action for one in open_}
    assert "recovery.gentle" in {one.action for one in open_}


def _without(key: str) -> dict[str, Answer]:
    return {name: answer for name, answer in noes().items() if name != key}


def test_the_word_on_pills_has_no_dose_and_ends_at_the_pharmacist() -> None:
    said = sentence("recovery.ask_pharmacist")

    assert said.endswith("ask a pharmacist.")
    assert not any(figure in said for figure in ("mg", "a day", "tablets a"))


def test_a_pause_leaves_everything_but_running() -> None:
    given = {one.action for one in advice(seen(told(noes(pain_earlier_each_run=True)), baseline=USUAL))}

    assert {"pause.all_but_running", "strength.clamshell", "ankle.calf_stretch"} <= given
    assert given.isdisjoint({"load.cut", "cadence.raise", "tip.warm_up"})


@pytest.mark.parametrize(
    ("limps", "walking"),
    [
        ((UNKNOWN,), False),
        ((UNKNOWN, UNKNOWN), True),
        ((UNKNOWN, False, UNKNOWN), False),
        ((True, UNKNOWN), True),
        ((True, False), False),
        ((UNKNOWN, UNKNOWN, False), False),
    ],
)
def test_a_limp_that_is_twice_not_known_counts_as_one(limps: tuple[Answer, ...], walking: bool) -> None:
    sets = [told({"limp": limp}, hour=9 + number) for number, limp in enumerate(limps)]

    assert load(seen(*sets)).walking_only is walking


@pytest.mark.parametrize(("before", "walking"), [(UNKNOWN, True), (None, True), (0, False), (4, True)])
def test_a_score_before_a_run_that_is_not_known_takes_nothing_back(before: Any, walking: bool) -> None:
    runner = sore_runner(pain_before_last_run=5).run(1, 28, before=before, morning=None)

    assert load(runner.seen(1)).walking_only is walking


def test_a_limp_of_the_diary_is_not_gone_because_the_next_run_does_not_say() -> None:
    runner = sore_runner().run(1, 28, limp=True).run(4, 28, limp=UNKNOWN)

    assert load(runner.seen(5)).walking_only


def test_other_shoes_that_were_told_of_without_a_day_are_named_too() -> None:
    told_of = assessment(seen(told(noes(new_shoes_before_onset=True))))
    not_told = assessment(seen(told(noes(new_shoes_before_onset=False))))

    actions = [
        {one.action for one in step6_footwear.advise(found, numbers("step6_footwear"))}
        for found in (told_of, not_told)
    ]

    assert "shoes.changed_before_told" in actions[0]
    assert not {"shoes.changed_before", "shoes.changed_before_told"} & actions[1]


@pytest.mark.parametrize(
    ("pairs", "said", "action"),
    [
        (1, {"shoe_changed_on": DAY - timedelta(days=3)}, "shoes.changed_before"),
        (2, {"shoe_changed_on": DAY - timedelta(days=3)}, "shoes.compare"),
        (2, {"new_shoes_before_onset": True}, "shoes.compare_told"),
    ],
)
def test_beside_two_pairs_in_turn_nobody_is_sent_back_to_the_old_ones(
    pairs: int, said: dict[str, Any], action: str
) -> None:
    km = dict.fromkeys(("Red", "Blue")[:pairs], 100.0)
    found = assessment(seen(told(noes(pain_started_on=DAY, **said)), shoe_km=km))

    advised = [one.action for one in step6_footwear.advise(found, numbers("step6_footwear"))]

    assert advised[0] == action
    assert ("shoes.rotate" in advised) is (pairs > 1)


def grades_of(action: str) -> list[str]:
    one = next(one for one in sore_runner().decided(0).plan.advice if one.action == action)
    return [reason.grade.value for reason in one.because]


def test_advice_borrows_no_grade_from_what_does_not_bear_it_out() -> None:
    assert grades_of("load.more_shorter_runs") == ["D"]
    assert grades_of("recovery.ask_pharmacist") == ["B", "D"]
    assert grades_of("recovery.sleep") == ["D"]
    assert grades_of("recovery.sleep_well") == ["B"]


def test_the_sentence_on_the_main_trial_names_that_trial() -> None:
    advice = sore_runner().decided(0).plan.advice
    cut, shorter = (
        {reason.rule: reason.sources for one in advice if one.action == action for reason in one.because}
        for action in ("load.cut", "load.more_shorter_runs")
    )

    assert cut["step2_load.education"] == ("esculier-2018",)
    assert shorter == {"step2_load.shorter_runs": ("trek-runners",)}


def test_what_two_pairs_are_good_for_is_said_in_words_and_not_as_a_bare_figure() -> None:
    reason = because("step6_footwear.rotation", numbers("step6_footwear").rotation_hazard)

    assert "had about 0.6 times the injuries of the others." in reason_sentence(reason)
    assert shown(reason) == ()


@pytest.mark.parametrize("key", ["fever_or_chills", "feels_unwell"])
def test_who_feels_ill_is_told_not_to_run_until_the_illness_is_noted_or_denied(key: str) -> None:
    def says_so(*, told: bool, noted: bool) -> bool:
        runner = sore_runner(**{key: told})
        runner = runner.ill(0) if noted else runner
        return any(one.action == "recovery.ill" for one in runner.decided(0).plan.advice)

    assert says_so(told=True, noted=False)
    assert not says_so(told=True, noted=True)
    assert not says_so(told=False, noted=False)
