"""Bone stress: the four points, the signs that go together, and the one that pauses."""

from datetime import timedelta

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.findings import SafetyFinding, Urgency
from kneewise.model.observations import Observations
from tests.guide.made import DAY, cleared, find, noes, seen, told

EARLIER: dict[str, Answer] = {"pain_earlier_each_run": True}
WALKING: dict[str, Answer] = {"pain_walking": True, "pain_walking_0_10": 3}
TENDER: dict[str, Answer] = {"bone_tenderness": True}
BEFORE: dict[str, Answer] = {"earlier_bone_stress_injury": True}
TWICE_BEFORE: dict[str, Answer] = {"two_bone_stress_injuries": True}
ARCHES: dict[str, Answer] = {"high_arches": True}
RESTING: dict[str, Answer] = {"rest_pain": True}
CONSTANT: dict[str, Answer] = {"constant_pain": True}
AT_NIGHT: dict[str, Answer] = {"night_pain": True}
HOP: dict[str, Answer] = {"hop_pain_on_bone": True}


def screened(answers: dict[str, Answer], *, more: bool | None = False) -> SafetyFinding:
    return find(seen(told(noes(**answers)), more_running_lately=more))


def keys(found: SafetyFinding) -> set[str]:
    return {flag.key for flag in found.flags}


def rules(found: SafetyFinding) -> set[str]:
    return {reason.rule.removeprefix("red_flags.") for reason in found.because}


# ----------------------------------------------------------------------------------------------------- points


@pytest.mark.parametrize(
    ("answers", "more", "points", "flagged"),
    [
        ({}, False, 0, False),
        ({}, True, 1, False),
        (ARCHES, False, 2, False),
        (BEFORE, False, 2, False),
        (TWICE_BEFORE, False, 2, False),
        (TENDER, False, 3, True),
        (ARCHES, True, 3, False),
        (BEFORE, True, 3, True),
        (BEFORE | TWICE_BEFORE, False, 2, False),
        (BEFORE | ARCHES, False, 4, True),
        (TENDER | BEFORE | ARCHES, True, 8, True),
    ],
    ids=str,
)
def test_the_points_of_the_four_items(
    answers: dict[str, Answer], more: bool, points: int, flagged: bool
) -> None:
    found = screened(answers, more=more)

    assert found.bone_points == points
    assert ("bone_points" in keys(found)) is flagged


@pytest.mark.parametrize(
    "item", ["bone_tenderness", "earlier_bone_stress_injury", "high_arches", "more_running_lately"]
)
@pytest.mark.parametrize("unknown", [True, False])
def test_points_are_given_when_every_item_is_known(item: str, unknown: bool) -> None:
    answers = noes()
    del answers[item]
    if unknown:
        answers[item] = UNKNOWN

    assert find(seen(told(answers))).bone_points is None


@pytest.mark.parametrize("more", [True, False])
def test_what_files_measure_need_not_be_told(more: bool) -> None:
    answers = noes()
    del answers["more_running_lately"]

    assert find(seen(told(answers), more_running_lately=more)).bone_points == int(more)


def test_what_is_told_counts_where_files_cannot_tell_and_not_where_they_can() -> None:
    answers: dict[str, Answer] = {**ARCHES, "more_running_lately": True}

    by_word, by_files = screened(answers, more=None), screened(answers, more=False)

    assert (by_word.bone_points, by_word.deeper_calm) == (3, True)
    assert (by_files.bone_points, by_files.deeper_calm) == (2, False)


@pytest.mark.parametrize(
    ("spot", "counts"),
    [
        ("outer_bump_under_band", False),
        ("kneecap_upper_tip", False),
        ("kneecap_lower_tip", False),
        ("shin_bump", False),
        ("inner_shin_below_joint", True),
        ("outer_shin_below_joint", True),
        ("shin_shaft", True),
        ("inner_thigh_bone", True),
        ("outer_thigh_bone", True),
        ("thigh_shaft", True),
        ("kneecap_middle", True),
        ("fibula_head", True),
        ("elsewhere", True),
        (UNKNOWN, True),
    ],
)
def test_a_tender_spot_counts_but_where_band_and_tendons_are(spot: Answer, counts: bool) -> None:
    found = screened({**TENDER, "bone_spot": spot})

    assert (found.urgency is Urgency.WITHIN_DAYS) is counts
    assert found.bone_points == (3 if counts else 0)


# ------------------------------------------------------------------------------------------ signs and a pause


@pytest.mark.parametrize("either", [EARLIER, WALKING], ids=["earlier each run", "walking"])
@pytest.mark.parametrize("other", [TENDER, RESTING, CONSTANT, AT_NIGHT, BEFORE, TWICE_BEFORE], ids=str)
def test_one_sign_with_another_is_seen_within_days(
    either: dict[str, Answer], other: dict[str, Answer]
) -> None:
    found = screened(either | other)

    assert "bone_signs" in keys(found)
    assert (found.urgency, found.paused) == (Urgency.WITHIN_DAYS, False)


def test_both_signs_are_seen_within_days() -> None:
    found = screened(EARLIER | WALKING)

    assert keys(found) == {"bone_signs"}
    assert not found.paused


@pytest.mark.parametrize("other", [ARCHES, {}], ids=str)
@pytest.mark.parametrize(
    ("either", "why"), [(EARLIER, "bone_earlier_alone"), (WALKING, "bone_walking_alone")], ids=["e", "w"]
)
def test_one_sign_alone_pauses_and_says_which(
    either: dict[str, Answer], why: str, other: dict[str, Answer]
) -> None:
    found = screened(either | other)

    assert "bone_signs" not in keys(found)
    assert why in rules(found)
    assert (found.paused, found.may_run) == (True, False)


@pytest.mark.parametrize("either", [EARLIER, WALKING], ids=["e", "w"])
def test_beside_what_stops_running_it_waits_for_no_two_days(either: dict[str, Answer]) -> None:
    assert rules(screened(either | HOP)) == {"bone_hop"}


@pytest.mark.parametrize(
    ("denied", "on", "paused", "asked"),
    [(0, 0, True, False), (1, 1, True, False), (1, 2, True, True), (1, 6, True, True), (2, 2, False, False)],
)
@pytest.mark.parametrize(
    ("either", "key", "why"),
    [
        (EARLIER, "pain_earlier_each_run", "bone_earlier_alone"),
        (WALKING, "pain_walking", "bone_walking_alone"),
    ],
)
def test_a_no_before_the_two_days_are_over_ends_no_pause_and_is_asked_again(
    either: dict[str, Answer], key: str, why: str, denied: int, on: int, *, paused: bool, asked: bool
) -> None:
    found = find(seen(told(noes(**either)), told({key: False}, days=denied, hour=10), days=on))

    assert (why in rules(found), found.may_run) == (paused, not paused)
    assert (key in found.ask) is asked


def test_a_sign_that_still_stands_is_asked_again_once() -> None:
    (again,) = (
        reason
        for reason in find(seen(told(noes(**WALKING)), days=2)).because
        if reason.rule == "red_flags.ask_again"
    )

    assert again.facts == {"questions": 1}


def test_walking_that_hurts_within_the_green_line_ends_no_pause_of_the_other_sign() -> None:
    both = told(noes(**EARLIER, pain_walking=True, pain_walking_0_10=2))

    assert not find(seen(both, told({"pain_earlier_each_run": False}, hour=10))).may_run


def test_a_no_to_walking_that_hurt_within_the_green_line_leaves_no_pause() -> None:
    little = told(noes(pain_walking=True, pain_walking_0_10=2))

    assert find(seen(little, told({"pain_walking": False}, hour=10))).may_run


def test_a_no_given_in_time_and_a_clearance_each_end_the_pause() -> None:
    early = (told(noes(**EARLIER)), told({"pain_earlier_each_run": False}, hour=10))

    assert find(seen(*early, told({"pain_earlier_each_run": False}, days=2), days=2)).may_run
    assert find(seen(*early, clearances=(cleared(),), days=1)).may_run


@pytest.mark.parametrize("other", [TENDER, BEFORE, RESTING, AT_NIGHT], ids=str)
def test_other_signs_without_one_of_the_two_are_not_signs_that_go_together(other: dict[str, Answer]) -> None:
    found = screened(other)

    assert "bone_signs" not in keys(found)
    assert not rules(found) & {"bone_earlier_alone", "bone_walking_alone"}


@pytest.mark.parametrize("lying", [RESTING, CONSTANT, AT_NIGHT], ids=str)
@pytest.mark.parametrize(
    ("rise", "more", "seen_within_days"),
    [
        ({}, False, False),
        ({"more_running_lately": True}, None, True),
        ({"load_rise_before_onset": True}, False, True),
    ],
    ids=["none", "more running", "a rise before it began"],
)
def test_pain_lying_still_after_a_rise_of_the_load(
    lying: dict[str, Answer], rise: dict[str, Answer], more: bool | None, seen_within_days: bool
) -> None:
    assert ("bone_signs" in keys(screened(lying | rise, more=more))) is seen_within_days


@pytest.mark.parametrize("lying", [RESTING, CONSTANT, AT_NIGHT], ids=str)
@pytest.mark.parametrize("more", [True, False])
def test_a_rise_that_files_measured_is_one_as_well(lying: dict[str, Answer], more: bool) -> None:
    days = (DAY,) if more else ()

    found = find(seen(told(noes(**lying)), more_running_lately=more, more_running_days=days))

    assert ("bone_signs" in keys(found)) is more


# --------------------------------------------------------------------- harmless points, and what they ask for


def no_new_change(
    *, arches: int = 0, tender: int, more: tuple[int, ...], on: int, asked: bool = True
) -> bool:
    """High arches told on one day, the bone asked about on another, more running measured on some."""
    first = noes()
    del first["high_arches"]
    del first["bone_tenderness"]
    sets = [
        told(first),
        told({"high_arches": True}, days=arches, hour=10),
        *([told({"bone_tenderness": False}, days=tender, hour=11)] if asked else []),
    ]
    days = tuple(DAY + timedelta(days=number) for number in more)
    found = find(
        seen(*sorted(sets, key=lambda one: one.at), days=on, more_running_lately=True, more_running_days=days)
    )
    assert found.deeper_calm
    return found.no_new_change


@pytest.mark.parametrize(("tender", "waits"), [(3, True), (4, True), (5, False), (6, False)])
def test_nothing_new_until_asked_two_days_after_more_running_began(tender: int, waits: bool) -> None:
    assert no_new_change(tender=tender, more=(1, 3, 4, 5, 6), on=6) is waits


@pytest.mark.parametrize(("tender", "waits"), [(4, True), (5, True), (6, False)])
def test_nothing_new_until_asked_two_days_after_the_arches_were_told(tender: int, waits: bool) -> None:
    assert no_new_change(arches=4, tender=tender, more=(1, 2, 3, 4, 5, 6), on=6) is waits


@pytest.mark.parametrize(("tender", "waits"), [(0, True), (1, True), (2, False)])
def test_more_running_of_which_no_day_is_known_is_there_from_the_start(tender: int, waits: bool) -> None:
    assert no_new_change(tender=tender, more=(), on=6) is waits


def test_nothing_new_while_the_bone_was_not_asked_about() -> None:
    assert no_new_change(tender=0, more=(1,), on=6, asked=False)


def test_more_running_without_a_start_is_of_today() -> None:
    at = seen(told(noes(**ARCHES)), days=1, more_running_lately=True)

    found = find(Observations(on=at.on, settings=at.settings, started_on=None, answer_sets=at.answer_sets))
    measured = find(
        Observations(
            on=at.on,
            settings=at.settings,
            started_on=None,
            answer_sets=at.answer_sets,
            more_running_lately=True,
        )
    )

    assert not found.no_new_change
    assert measured.no_new_change


# ------------------------------------------------------------------------------ what files measured, and when


def measured(*days: int, on: int, arches: bool = True) -> SafetyFinding:
    """An earlier injury told on day 2 and over on day 5, and more running on these days."""
    sets = (
        told(noes()),
        told({"earlier_bone_stress_injury": True}, days=2),
        told({"earlier_bone_stress_injury": False}, days=5),
    )
    dates = tuple(DAY + timedelta(days=day) for day in days)
    return find(
        seen(*(one for one in sets if one.on <= DAY + timedelta(days=on)), days=on, more_running_days=dates)
    )


@pytest.mark.parametrize(("day", "flagged"), [(1, False), (2, True), (3, True), (5, True), (6, False)])
def test_more_running_counts_from_the_day_the_other_sign_was_told_until_it_was_over(
    day: int, flagged: bool
) -> None:
    found = measured(day, on=6)

    assert ("bone_points" in keys(found)) is flagged


def test_a_flag_that_files_made_is_as_old_as_the_first_day_of_it() -> None:
    (flag,) = measured(4, 3, on=6).flags

    assert (flag.since, flag.urgency, flag.assumed) == (DAY + timedelta(days=3), Urgency.WITHIN_DAYS, False)


def test_more_running_on_the_day_itself_counts() -> None:
    first = told(noes(**BEFORE))

    assert keys(find(seen(first, more_running_lately=True))) == {"bone_points"}
    assert keys(find(seen(first, more_running_lately=False))) == set()


def test_more_running_of_a_later_day_does_not_count() -> None:
    assert keys(measured(4, on=3)) == set()


def test_a_clearing_of_what_files_made_and_of_what_was_said_is_as_young_as_the_later_one() -> None:
    days = (DAY + timedelta(days=1),)
    first = told(noes(**BEFORE, lump=True))
    again = told({"lump": True}, days=4)

    def cleared_on(*on: int, sets: tuple[object, ...] = (first,)) -> object:
        words = tuple(cleared(days=day) for day in on)
        found = find(seen(*sets, days=8, more_running_days=days, clearances=words))  # type: ignore[arg-type]  # Sets.
        return found.cleared_on

    assert cleared_on(2) == DAY + timedelta(days=2)
    assert cleared_on(2, 6, sets=(first, again)) == DAY + timedelta(days=6)


@pytest.mark.parametrize(
    ("flag", "known", "not_known"),
    [
        ("bone_points", {}, "bone_tenderness"),
        ("bone_points", ARCHES, "earlier_bone_stress_injury"),
        ("bone_points", ARCHES, "two_bone_stress_injuries"),
        ("bone_points", BEFORE, "high_arches"),
        ("bone_points", BEFORE, "more_running_lately"),
        ("bone_hop", {}, "hop_pain_on_bone"),
        ("bone_signs", WALKING, "pain_earlier_each_run"),
        ("bone_signs", EARLIER, "pain_walking"),
        ("bone_signs", EARLIER, "bone_tenderness"),
        ("bone_signs", EARLIER, "rest_pain"),
        ("bone_signs", EARLIER, "constant_pain"),
        ("bone_signs", EARLIER, "earlier_bone_stress_injury"),
        ("bone_signs", EARLIER, "two_bone_stress_injuries"),
        ("bone_signs", RESTING, "more_running_lately"),
        ("bone_signs", RESTING, "load_rise_before_onset"),
    ],
    ids=str,
)
def test_a_bone_flag_is_assumed_where_an_answer_that_it_rests_on_is_not_known(
    flag: str, known: dict[str, Answer], not_known: str
) -> None:
    sets = told(noes(**known, **{not_known: UNKNOWN})), told({not_known: UNKNOWN}, hour=10)

    found = {one.key: one for one in find(seen(*sets)).flags}

    assert found[flag].assumed
