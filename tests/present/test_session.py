"""One session in words."""

from dataclasses import replace

import pytest

from kneewise.model.bands import CadenceLine, GradeBand
from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.ledger import Aerobic, Basis, Impact
from kneewise.present.doubts import say_doubt, say_length
from kneewise.present.page import Lines
from kneewise.present.session import doubt_lines, figure_lines, load_lines, more_lines
from tests.web.made import make_activity

RUN = make_activity()
FACTS = {"removed_m": 800.0, "most_m_s": 54.8, "most_m": 87.0, "ratio": 0.5}
IMPACT = Impact(
    usual_min=41.5,
    low_min=40.2,
    high_min=43.6,
    running_min=40.0,
    cadence_share=1.0,
    ground_share=1.0,
    mass_ratio=1.0,
)


def text(lines: Lines) -> str:
    return "\n".join(line.text for line in lines)


def doubt(code: DoubtCode, *spans: tuple[float, float]) -> Doubt:
    return Doubt(code=code, done=Done.LEFT_OUT, spans_s=spans or ((505.0, 519.0),), share=0.01, facts=FACTS)


@pytest.mark.parametrize("code", DoubtCode)
def test_every_doubt_has_its_sentence(code: DoubtCode) -> None:
    assert say_doubt(doubt(code)).endswith(".")


def test_a_doubt_says_where_how_long_and_what_was_done() -> None:
    said = say_doubt(doubt(DoubtCode.CADENCE_HALVED))

    assert said == "The steps of one leg only for 14 s (at 8:25). Doubled."


def test_of_many_places_the_first_three_are_named() -> None:
    said = say_doubt(
        doubt(DoubtCode.POSITION_SPIKE, (9, 10), (70, 80), (130, 140), (4000, 4001), (5000, 5001))
    )

    assert "(at 0:09, 1:10, 2:10 and 2 more)" in said


@pytest.mark.parametrize(
    ("lasts_s", "said"), [(0, "1 s"), (119, "119 s"), (120, "2 min"), (7199, "120 min"), (7200, "2 h")]
)
def test_a_length_is_said_in_a_unit_of_its_size(lasts_s: float, said: str) -> None:
    assert say_length(lasts_s) == said


def test_without_a_doubt_there_is_no_heading() -> None:
    assert doubt_lines(RUN.measured) == ()


def test_the_first_figures_are_how_long_how_far_how_fast() -> None:
    said = [line.text.split()[0] for line in figure_lines(RUN, miles=False)]

    assert said == ["Running", "Distance", "Pace", "Steps"]


def test_what_a_file_could_not_tell_is_left_out() -> None:
    bare = replace(RUN, measured=replace(RUN.measured, running_s=None, speed_m_s=None, cadence_spm=None))

    assert text(figure_lines(bare, miles=False)).split() == [
        "Moving",
        "33",
        "min",
        "in",
        "all",
        "Distance",
        "4.2",
        "km",
    ]


def test_walking_is_said_with_its_breaks() -> None:
    walked = replace(RUN, measured=replace(RUN.measured, walking_s=1080.0, walking_breaks=4))

    assert "Walking      18 min, in 4 breaks" in text(figure_lines(walked, miles=False))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"soft_surface": True}, "soft"),
        ({"sub_sport": "trail"}, "trail"),
        ({"sub_sport": "treadmill"}, "treadmill"),
        ({"sub_sport": "trail", "soft_surface": True}, "soft"),
    ],
)
def test_the_surface_is_said_where_it_is_known(changes: dict[str, object], said: str) -> None:
    run = replace(RUN, **changes)  # type: ignore[arg-type]  # Made by name.

    assert f"Surface      {said}" in text(figure_lines(run, miles=False))


def test_both_ledgers_are_said_apart_with_what_they_do_not_mean() -> None:
    said = text(load_lines(IMPACT, Aerobic(easy_min=36.6, basis=Basis.PACE, coverage=1.0)))

    assert "Impact       about 42 min of your usual running (40 to 44)" in said
    assert "Aerobic      about 37 min of easy running, by pace" in said
    assert "no force, no risk" in said
    assert "not known" not in said


def test_what_an_impact_does_not_know_is_said() -> None:
    partly = replace(IMPACT, cadence_share=0.5, ground_share=0.0, mass_ratio=None)

    said = text(load_lines(partly, None))

    assert "known for 50 % of it" in said
    assert "The ground was not known; it counts as level." in said
    assert "Your mass is not known" in said


def test_nothing_that_counts_has_no_heading() -> None:
    assert load_lines(None, None) == ()


def test_the_rest_says_paces_slopes_and_form() -> None:
    measured = replace(
        RUN.measured,
        speed_quantiles_m_s=(2.4, 2.5, 2.6, 2.7, 2.8),
        cadence_line=CadenceLine(2.6, 166.0, 12.0, 1.5, 900.0),
        by_grade=(
            GradeBand(-10.0, -6.0, 120.0),
            GradeBand(-6.0, -3.0, 60.0),
            GradeBand(-1.0, 1.0, 600.0),
            GradeBand(10.0, None, 180.0),
        ),
        stance_time_balance_percent=51.25,
    )

    said = text(more_lines(measured, miles=False))

    assert "half of it between 6:10 min/km and 6:40 min/km" in said
    assert "1.2 more for each 0.1 m/s faster, give or take 1.5" in said
    assert "10 min level, 3 up, 3 down, 2 of it steeply" in said
    assert "left foot 51.2 %, right 48.8 %" in said
