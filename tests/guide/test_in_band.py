"""How the steps of a run lay to the band, at the edges of what was asked for."""

import pytest

from kneewise.guide import step3_cadence
from kneewise.model.cadence import BandFinding, BandFit, BandMinutes
from tests.guide.edges import edge
from tests.guide.made import numbers


def judged(
    inside: float, below: float, above: float, *, lacking: float = 0.0, first: bool = False
) -> BandFinding:
    minutes = BandMinutes(
        inside_min=inside, below_min=below, above_min=above, running_min=inside + below + above + lacking
    )
    return step3_cadence.judge_run(minutes, numbers("step3_cadence"), first=first)


@edge("step3_cadence.inside_percent")
@pytest.mark.parametrize(
    ("inside", "fit"), [(9.9, BandFit.BELOW), (10.0, BandFit.INSIDE), (10.1, BandFit.INSIDE)]
)
def test_after_the_first_weeks_the_whole_run_is_asked_for_and_half_is_most(
    inside: float, fit: BandFit
) -> None:
    found = judged(inside, 20 - inside, 0)

    assert found.fit is fit
    assert found.asked_min == pytest.approx(20)


@edge("step3_cadence.minute_of_each")
@pytest.mark.parametrize(
    ("inside", "fit"), [(1.9, BandFit.BELOW), (2.0, BandFit.INSIDE), (2.1, BandFit.INSIDE)]
)
def test_in_the_first_weeks_one_minute_of_five_is_asked_for(inside: float, fit: BandFit) -> None:
    found = judged(inside, 20 - inside, 0, first=True)

    assert found.fit is fit
    assert found.asked_min == pytest.approx(4)


@pytest.mark.parametrize(
    ("below", "above", "fit"),
    [(9.0, 8.0, BandFit.BELOW), (8.5, 8.5, BandFit.BELOW), (8.0, 9.0, BandFit.ABOVE)],
)
def test_where_most_of_the_others_lay_is_said(below: float, above: float, fit: BandFit) -> None:
    assert judged(3, below, above).fit is fit


@edge("step3_cadence.known_percent")
@pytest.mark.parametrize(
    ("lacking", "fit"), [(9.9, BandFit.INSIDE), (10.0, BandFit.INSIDE), (10.1, BandFit.UNKNOWN)]
)
def test_with_too_few_known_steps_nothing_is_said(lacking: float, fit: BandFit) -> None:
    assert judged(10, 0, 0, lacking=lacking).fit is fit


def test_unknown_steps_are_never_inside() -> None:
    found = step3_cadence.judge_run(None, numbers("step3_cadence"), first=True)

    assert found.fit is BandFit.UNKNOWN
    assert [(reason.rule, reason.grade) for reason in found.because] == [("step3_cadence.steps_unknown", "D")]


def test_more_minutes_inside_than_were_asked_for_are_all_of_them() -> None:
    (reason,) = judged(20, 0, 0, first=True).because

    assert (reason.rule, reason.seen) == ("step3_cadence.minutes_inside", 100)
