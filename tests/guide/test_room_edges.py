"""Edges of the rooms' numbers: just below, at, just above, and where nothing is known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from math import log
from typing import Any

import pytest

from kneewise.guide import step2_load, step6_footwear
from kneewise.guide.red_flags import assess as find_flags
from kneewise.guide.red_flags.ages import of_age
from kneewise.guide.step1_pain import answered, assess, patterns
from kneewise.guide.step1_pain.answered import Heard
from kneewise.guide.step1_pain.patterns import Look
from kneewise.guide.step1_pain.ratios import Ratio, of_place, tempered
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.evidence import Grade
from kneewise.model.findings import Fit, Urgency
from kneewise.model.observations import Baseline, Irritability, TimedScore
from kneewise.model.patterns import PatternCondition
from kneewise.model.runner import LoadChoice, Settings
from tests.guide.edges import edge
from tests.guide.made import DAY, assessment, noes, numbers, seen, told
from tests.guide.test_red_flags import entry

STEP1 = numbers("step1_pain")
KNEECAP: dict[str, Answer] = {"places": ("behind_kneecap",)}


# ------------------------------------------------------------------------------------------- red flags


@edge(
    "red_flags.adult_from_years",
    "red_flags.fracture_age_from_years",
    "red_flags.fall_age_below_years",
    "red_flags.fall_age_above_years",
    "red_flags.inner_pain_age_from_years",
)
@pytest.mark.parametrize(
    ("age", "belongs_to"),
    [
        (11, {"young", "fall"}),
        (12, {"young"}),
        (17, {"young"}),
        (18, set()),
        (49, set()),
        (50, {"inner"}),
        (51, {"inner", "fall"}),
        (54, {"inner", "fall"}),
        (55, {"inner", "fall", "fracture"}),
        (UNKNOWN, {"young", "inner", "fall", "fracture"}),
        (None, set()),
    ],
)
def test_an_age_belongs_to_its_rules_and_an_unknown_one_to_all(age: Answer, belongs_to: set[str]) -> None:
    ages = of_age(age, numbers("red_flags"))

    assert {name for name in ("young", "inner", "fall", "fracture") if getattr(ages, name)} == belongs_to


@edge("red_flags.injury_recent_days")
@pytest.mark.parametrize(
    ("days_ago", "urgency"),
    [
        (6, Urgency.SAME_DAY),
        (7, Urgency.SAME_DAY),
        (8, Urgency.NONE),
        (None, Urgency.SAME_DAY),
    ],
)
def test_an_injury_is_recent_for_seven_days_and_where_its_day_is_not_known(
    days_ago: int | None, urgency: Urgency
) -> None:
    on = UNKNOWN if days_ago is None else DAY - timedelta(days=days_ago)
    answers = noes(injury=True, injury_on=on, injury_pop=True, injury_not_examined=False)

    assert find_flags(seen(told(answers)), numbers("red_flags")).urgency is urgency


@edge(
    "red_flags.bone_tenderness_points",
    "red_flags.earlier_bone_injury_points",
    "red_flags.high_arches_points",
    "red_flags.more_running_points",
)
@pytest.mark.parametrize(
    ("sign", "points"),
    [
        ("bone_tenderness", 3),
        ("earlier_bone_stress_injury", 2),
        ("high_arches", 2),
        ("more_running_lately", 1),
        ("snapping", 0),
    ],
)
def test_each_sign_of_the_bone_has_its_points(sign: str, points: int) -> None:
    found = find_flags(seen(told(noes(**{sign: True}))), numbers("red_flags"))

    assert found.bone_points == points


@edge("red_flags.unsettled_above_0_10")
@pytest.mark.parametrize(
    ("during", "urgency"),
    [(4, Urgency.NONE), (5, Urgency.NONE), (6, Urgency.WITHIN_DAYS), (None, Urgency.NONE)],
)
def test_only_pain_above_five_has_to_settle_within_a_day(during: int | None, urgency: Urgency) -> None:
    runs = tuple(entry(days=days, during=during, after_24h=2) for days in (1, 3))

    found = find_flags(seen(told(noes()), days=5, entries=runs), numbers("red_flags"))

    assert found.urgency is urgency


# ---------------------------------------------------------------------------------------------- step 1


@edge("step1_pain.adult_from_years", "step1_pain.younger_below_years", "step1_pain.older_from_years")
@pytest.mark.parametrize(
    ("age", "groups"),
    [
        (17, {"under_18", "below_34"}),
        (18, {"below_34"}),
        (33, {"below_34"}),
        (34, set()),
        (44, set()),
        (45, {"from_45"}),
        (46, {"from_45"}),
        (UNKNOWN, set()),
        (None, set()),
    ],
)
def test_an_age_moves_the_shares_of_its_group_and_an_unknown_one_none(
    age: Answer | None, groups: set[str]
) -> None:
    said = () if age is None else (("age_years", age),)

    assert answered.groups(Heard(said, None), STEP1) == groups


@edge("step1_pain.feature_ratio_least", "step1_pain.feature_ratio_most")
@pytest.mark.parametrize(
    ("ratio", "counts_as"), [(0.1, 0.2), (0.2, 0.2), (0.21, 0.21), (4.9, 4.9), (5.0, 5.0), (5.1, 5.0)]
)
def test_a_feature_speaks_no_louder_than_its_caps(ratio: float, counts_as: float) -> None:
    assert tempered(ratio, STEP1) == pytest.approx(0.6 * log(counts_as))


@edge("step1_pain.place_ratio_least", "step1_pain.place_ratio_most")
@pytest.mark.parametrize(
    ("ratio", "counts_as"), [(0.09, 0.1), (0.1, 0.1), (0.11, 0.11), (9.9, 9.9), (10.0, 10.0), (10.1, 10.0)]
)
def test_a_place_speaks_no_louder_than_its_caps(ratio: float, counts_as: float) -> None:
    assert of_place(ratio, STEP1) == pytest.approx(log(counts_as))


def first(
    best: float, second: float, answers: Mapping[str, Answer] = KNEECAP, *, numbers: Any = STEP1
) -> str | None:
    """Ask for the first of made-up shares."""
    heard = Heard(tuple(answers.items()), None)
    others = dict.fromkeys((each.id for each in STEP1.table.conditions), 0.0)
    found = others | {"patellofemoral": best, "it_band": second}
    return patterns.first(heard, patterns.look(heard, STEP1), found, numbers)


@edge("step1_pain.first_share_from")
@pytest.mark.parametrize(("share", "named"), [(0.449, False), (0.45, True), (0.451, True)])
def test_a_pattern_is_first_from_its_share_on(share: float, named: bool) -> None:
    assert (first(share, 0.1) == "patellofemoral") is named


@edge("step1_pain.first_ahead_by")
@pytest.mark.parametrize(("second", "named"), [(0.501, False), (0.5, True), (0.499, True)])
def test_a_pattern_is_first_only_ahead_of_the_next(second: float, named: bool) -> None:
    assert (first(0.65, second) == "patellofemoral") is named


@edge("step1_pain.first_ahead_by")
@pytest.mark.parametrize(("ahead_by", "named"), [(0.126, False), (0.125, True), (0.124, True)])
def test_a_pattern_that_is_just_so_far_ahead_is_first(ahead_by: float, named: bool) -> None:
    """An eighth is a number that shares hit to the last digit."""
    numbers = replace(STEP1, first_ahead_by=replace(STEP1.first_ahead_by, value=ahead_by))

    assert (first(0.625, 0.5, numbers=numbers) == "patellofemoral") is named


@edge("step1_pain.bone_points_from")
@pytest.mark.parametrize(
    ("bone", "named"),
    [
        ({"high_arches": True}, True),
        ({"high_arches": True, "more_running_lately": True}, False),
        ({"high_arches": True, "earlier_bone_stress_injury": True}, False),
        ({"bone_tenderness": True}, False),
        ({"bone_tenderness": UNKNOWN}, True),
    ],
)
def test_three_bone_points_leave_the_pattern_unclear(bone: dict[str, Answer], named: bool) -> None:
    assert (first(0.9, 0.05, KNEECAP | bone) == "patellofemoral") is named


ONE = PatternCondition(
    id="one",
    named=True,
    rare=False,
    tendon=False,
    prior=0.5,
    grade=Grade.D,
    sources=("kneewise-design",),
    shares={},
    multipliers={},
)


@edge("step1_pain.place_share_from", "step1_pain.place_ratio_from")
@pytest.mark.parametrize(
    ("share", "ratio", "has_place"),
    [
        (0.199, 3.0, False),
        (0.2, 3.0, True),
        (0.201, 3.0, True),
        (0.9, 0.999, False),
        (0.9, 1.0, True),
        (0.9, 1.001, True),
        (None, None, False),
    ],
)
def test_a_pattern_needs_a_place_that_is_common_in_it_and_speaks_for_it(
    share: float | None, ratio: float | None, has_place: bool
) -> None:
    known = share is not None and ratio is not None
    at = Look(
        told={},
        pointed=("here",) if known else (),
        table={("one", "here"): Ratio(ratio or 0.0, 1.0)},
        before={"one": 0.5},
    )

    assert patterns._has_place(replace(ONE, shares={"here": share or 0.0}), at, STEP1) is has_place


@edge("step1_pain.fits_well_from", "step1_pain.fits_partly_from", "step1_pain.well_needs_features")
@pytest.mark.parametrize(
    ("share", "features", "fit"),
    [
        (0.249, 9, Fit.POORLY),
        (0.25, 9, Fit.PARTLY),
        (0.251, 0, Fit.PARTLY),
        (0.599, 9, Fit.PARTLY),
        (0.6, 9, Fit.WELL),
        (0.601, 9, Fit.WELL),
        (0.9, 3, Fit.PARTLY),
        (0.9, 4, Fit.WELL),
        (0.9, 5, Fit.WELL),
        (0.9, 0, Fit.PARTLY),
    ],
)
def test_a_fit_has_its_word_and_few_answers_never_fit_well(share: float, features: int, fit: Fit) -> None:
    assert patterns._word(share, features, STEP1) is fit


@edge("step1_pain.speaks_from_ratio")
@pytest.mark.parametrize(
    ("ratio", "speaks"),
    [
        (1.19, ((), ())),
        (1.2, (("squat",), ())),
        (1.21, (("squat",), ())),
        (0.84, ((), ())),
        (0.83, ((), ("squat",))),
        (1 / 1.2, ((), ("squat",))),
        (None, ((), ())),
    ],
)
def test_a_feature_speaks_for_or_against_from_its_ratio_on(
    ratio: float | None, speaks: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    at = Look(
        told={} if ratio is None else {"squat": True},
        pointed=(),
        table={("one", "squat"): Ratio(ratio or 1.0, 1.0)},
        before={"one": 0.5},
    )

    fit = patterns._fit(ONE, at, 0.5, STEP1)

    assert (fit.speaks_for, fit.speaks_against) == speaks


@edge("step1_pain.speaks_from_ratio")
@pytest.mark.parametrize(
    ("ratio", "named"), [(1.19, False), (1.2, True), (0.84, False), (1 / 1.2, True), (0.83, True)]
)
def test_what_a_figure_was_published_for_is_named_where_it_speaks(ratio: float, named: bool) -> None:
    published = replace(ONE, published=("squat",))
    at = Look(
        told={"squat": True}, pointed=(), table={("one", "squat"): Ratio(ratio, 1.0)}, before={"one": 0.5}
    )

    assert patterns._fit(published, at, 0.5, STEP1).published == (("squat",) if named else ())


@pytest.mark.parametrize("places", [(), UNKNOWN])
def test_without_a_place_no_pattern_is_first(places: Answer) -> None:
    found = assess(seen(told({"places": places, "hurts_squat": True, "hurts_sitting": True})), STEP1)

    assert found.first is None


# ---------------------------------------------------------------------------------------------- step 2


@edge("step2_load.swap_runs")
@pytest.mark.parametrize(
    ("week_min", "swaps"), [(150.0, 2), (400.0, 2), (401.0, 3), (600.0, 3), (601.0, 3), (900.0, 3), (None, 0)]
)
def test_two_runs_are_swapped_at_least_and_three_at_most(week_min: float | None, swaps: int) -> None:
    usual = None if week_min is None else usual_week(week_min)
    settings = Settings(load_choice=LoadChoice.SWAP, has_pool=True)

    found = step2_load.assess(
        seen(baseline=usual, irritability=Irritability.MILD, settings=settings), numbers("step2_load")
    )

    assert found.swap_runs == swaps


def usual_week(week_min: float) -> Baseline:
    return Baseline(measured=True, weeks=6, run_min=40.0, week_min=week_min, days_per_week=7.0)


@edge("step2_load.walk_before_from_0_10")
@pytest.mark.parametrize(("before", "walking"), [(3, False), (4, True), (5, True), (None, False)])
def test_pain_before_the_last_run_of_the_diary_leaves_walking(before: int | None, walking: bool) -> None:
    run = replace(entry(days=0), before=TimedScore(value=before, at=told({}).at))

    assert step2_load.assess(seen(entries=(run,)), numbers("step2_load")).walking_only is walking


# ---------------------------------------------------------------------------------------------- step 6


@edge("step6_footwear.rotation_pairs")
@pytest.mark.parametrize(("pairs", "turns"), [(0, False), (1, False), (2, True), (3, True)])
def test_two_pairs_or_more_take_turns(pairs: int, turns: bool) -> None:
    found = assessment(seen(told(noes()), shoe_km={f"pair {pair}": 10.0 for pair in range(pairs)}))

    advised = {one.action for one in step6_footwear.advise(found, numbers("step6_footwear"))}

    assert ("shoes.rotate" in advised) is turns


@edge("step6_footwear.life_km", "step6_footwear.changed_before_onset_days")
def test_of_shoes_that_nobody_knows_nothing_is_said() -> None:
    facts = step6_footwear.assess(seen(), numbers("step6_footwear")).facts

    assert (facts["most_worn"], facts["check_wear"], facts["changed_days_before"]) == (None, False, None)
