"""Minutes inside the band, in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kneewise.model.cadence import BandFinding, BandFit, BandMinutes, BandRun, BlockEnd, TargetBand
from kneewise.present.in_band import in_band_lines, say_in_band
from tests.web.made import WHY, make_activity

RUN = BandRun(
    activity=make_activity(),
    band=TargetBand(low_spm=168, high_spm=176, first=False),
    minutes=BandMinutes(inside_min=11.2, below_min=6.6, above_min=0.4, running_min=18.2),
    found=BandFinding(fit=BandFit.INSIDE, asked_min=18.2, because=(WHY,)),
)


def test_the_minutes_are_said_with_those_they_are_of() -> None:
    assert say_in_band(RUN) == "11 of 18 min inside 168–176: mostly inside"


def test_in_the_first_weeks_it_is_said_how_many_were_asked_for() -> None:
    found = replace(RUN.found, asked_min=3.6)
    run = replace(RUN, band=replace(RUN.band, first=True), found=found)

    assert say_in_band(run) == "11 of 18 min inside 168–176; 4 min were asked for: that is enough"


@pytest.mark.parametrize("fit", BandFit)
def test_each_way_to_lie_to_the_band_has_words(fit: BandFit) -> None:
    said = say_in_band(replace(RUN, found=replace(RUN.found, fit=fit)))

    assert said.startswith("11 of 18 min inside 168–176: ")


def test_minutes_without_known_steps_are_not_passed_over() -> None:
    minutes = BandMinutes(inside_min=11.2, below_min=6.6, above_min=0.4, running_min=21.2)

    assert "18 min inside 168–176 (3 min without known steps): " in say_in_band(replace(RUN, minutes=minutes))


@pytest.mark.parametrize(
    ("cadence_spm", "said"),
    [(None, "its file holds no steps"), (170.0, "not measured yet, the next import does it")],
)
def test_a_run_without_minutes_says_why(cadence_spm: float | None, said: str) -> None:
    activity = replace(RUN.activity, measured=replace(RUN.activity.measured, cadence_spm=cadence_spm))

    assert say_in_band(replace(RUN, activity=activity, minutes=None)) == said


def test_the_last_four_runs_are_listed() -> None:
    runs = [replace(RUN, activity=make_activity(days_ago=days)) for days in (20, 11, 8, 5, 2)]

    lines = [line.text for line in in_band_lines(runs) if line.text]

    assert lines[0] == "Steps in your band"
    assert [line.split()[1] for line in lines if line.startswith("  ") and line[2] != " "] == [
        str((RUN.activity.on + timedelta(days=2 - days)).day) for days in (11, 8, 5, 2)
    ]
    assert in_band_lines(()) == ()


@pytest.mark.parametrize(
    ("ended", "said"), [(BlockEnd.CALF, "Your calf complained"), (BlockEnd.NO_RELIEF, "hurt no less")]
)
def test_a_block_that_was_dropped_says_why_and_no_band(ended: BlockEnd, said: str) -> None:
    lines = " ".join(line.text for line in in_band_lines((RUN,), ended))

    assert said in lines
    assert "168–176" not in lines
