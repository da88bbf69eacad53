import pytest

from kneewise.guide.step1_pain import assess
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.findings import Fit, PainFinding, Profile
from tests.guide.made import numbers, seen, told

WOMAN: dict[str, Answer] = {"age_years": 30, "sex": "female"}
KNEECAP: dict[str, Answer] = {"places": ("behind_kneecap",)}


def find(**answers: Answer) -> PainFinding:
    return assess(seen(told(answers)), numbers("step1_pain"))


def share(found: PainFinding, pattern: str) -> float:
    return next(each.share for each in found.patterns if each.id == pattern)


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({**WOMAN, **KNEECAP, "hurts_stairs_down": True}, "patellofemoral"),
        ({**WOMAN, "places": ("outer_above",), "starts_at_same_distance": True}, "it_band"),
        ({**WOMAN, "places": ("below_kneecap",), "warms_up": True, "hurts_hop": True}, "patellar_tendon"),
        (
            {
                "age_years": 50,
                "sex": "male",
                "places": ("inner_joint",),
                "hurts_twisting": True,
                "locked_knee": False,
            },
            "meniscus",
        ),
        (
            {
                "age_years": 60,
                "places": ("inner_joint",),
                "morning_stiffness": True,
                "hurts_stairs_down": True,
            },
            "osteoarthritis",
        ),
    ],
)
def test_place_and_timing_name_the_common_patterns(answers: dict[str, Answer], first: str) -> None:
    found = find(**answers)

    assert (found.first, found.unclear) == (first, False)
    assert found.patterns[0].id == first


@pytest.mark.parametrize(
    "answers",
    [
        {},
        WOMAN,
        {**WOMAN, "places": UNKNOWN, "hurts_stairs_down": True, "hurts_squat": True},
        {**WOMAN, "places": ("whole_knee",), "hurts_stairs_down": True, "hurts_squat": True},
        {**WOMAN, "places": ("back_hollow",)},
        {**WOMAN, "places": ("calf",), "swelling": True, "night_pain": True},
        {**WOMAN, **KNEECAP, "hurts_stairs_down": True, "bone_tenderness": True},
        {
            **WOMAN,
            "places": ("inner_below",),
            "pain_walking": True,
            "bone_tenderness": True,
            "night_pain": True,
        },
    ],
    ids=["nothing", "who", "unknown place", "whole knee", "back", "calf", "bone", "inner shin bone"],
)
def test_sparse_or_worrying_answers_are_unclear(answers: dict[str, Answer]) -> None:
    found = find(**answers)

    assert (found.first, found.unclear, found.profile) == (None, True, Profile.STEADY)


def test_a_tendon_is_allowed_one_point_more() -> None:
    tendon = find(places=("below_kneecap",), warms_up=True, hurts_hop=True)
    kneecap = find(**KNEECAP, hurts_stairs_down=True)

    assert (tendon.profile, tendon.green_pain_0_10) == (Profile.TENDON, 3)
    assert (kneecap.profile, kneecap.green_pain_0_10) == (Profile.STEADY, 2)


@pytest.mark.parametrize(
    "key", ["morning_stiffness", "hurts_squat", "hurts_sitting", "hurts_downhill", "hurts_stairs_down"]
)
def test_not_knowing_never_turns_a_steady_knee_into_a_tendon(key: str) -> None:
    answers: dict[str, Answer] = {"places": ("below_kneecap",), "hurts_hop": True, "warms_up": True}

    unknown = find(**answers, **{key: UNKNOWN})
    known = [find(**answers, **{key: answer}) for answer in (True, False)]

    assert unknown.green_pain_0_10 <= min(found.green_pain_0_10 for found in known)


def test_a_rare_pattern_needs_its_own_sign() -> None:
    answers: dict[str, Answer] = {
        "age_years": 30,
        "places": ("outer_corner",),
        "hurts_downhill": True,
        "hurts_twisting": True,
        "hurts_hop": False,
        "hurts_stairs_down": False,
    }

    without = find(**answers, hurts_figure_four=False)

    assert without.first is None
    assert all(each.id != "osgood_schlatter" for each in without.patterns)


def test_under_eighteen_the_growing_bones_join_the_list() -> None:
    answers: dict[str, Answer] = {"places": ("shin_bump",), "hurts_hop": True, "bone_tenderness": True}

    named = find(**answers, age_years=13, bone_spot="shin_bump")
    elsewhere = find(**answers, age_years=13, bone_spot="shin_shaft")

    assert named.first == "osgood_schlatter"
    assert elsewhere.first is None


def test_fits_well_needs_four_answers_besides_the_place() -> None:
    three = find(**KNEECAP, hurts_stairs_down=True, hurts_squat=True, hurts_sitting=True)
    four = find(
        **KNEECAP, hurts_stairs_down=True, hurts_squat=True, hurts_sitting=True, came_on_gradually=True
    )

    assert three.patterns[0].fit is Fit.PARTLY
    assert four.patterns[0].fit is Fit.WELL


def test_for_and_against_are_named_and_published_is_told_from_estimate() -> None:
    found = find(**KNEECAP, hurts_squat=True, hurts_stairs_down=True, hurts_sitting=False)
    best = found.patterns[0]

    assert {"loc_peripatellar", "agg_squat", "agg_stairs_down"} <= set(best.speaks_for)
    assert "agg_prolonged_sitting.absent" in best.speaks_against
    assert set(best.published) == {"agg_squat", "agg_prolonged_sitting.absent"}


def test_triage_only_conditions_are_never_named_and_take_their_share() -> None:
    found = find(**WOMAN, places=("calf",), swelling=True, night_pain=True, pain_walking=True)

    assert len(found.patterns) == 11
    assert sum(each.share for each in found.patterns) < 0.9


def test_an_answer_that_is_unknown_changes_no_share() -> None:
    known = find(**WOMAN, **KNEECAP, hurts_stairs_down=True)
    unsure = find(**WOMAN, **KNEECAP, hurts_stairs_down=True, hurts_squat=UNKNOWN)

    assert share(known, "patellofemoral") == share(unsure, "patellofemoral")


def test_the_place_counts_once_however_many_are_pointed_at() -> None:
    one = find(**WOMAN, places=("behind_kneecap",))
    three = find(**WOMAN, places=("behind_kneecap", "inner_edge", "outer_edge"))

    assert share(one, "patellofemoral") == share(three, "patellofemoral")
