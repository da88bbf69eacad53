"""Insights: an empty page says what is missing, a claim says its count, a stop stands in its place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log, screen
from kneewise.app import runs as kept
from kneewise.app.import_files import import_paths
from tests.web.test_strength import stop, text
from tests.web.told import AT, calm_answers

if TYPE_CHECKING:
    from pathlib import Path

    from kneewise.app.home import RunnerRef

RUNS = 18


def hilly(start: datetime, hill_m: float) -> str:
    """Write a run of ten minutes over a hill."""
    points = "".join(
        f'<trkpt lat="{48.1 + 2.8 * second / 111_195:.7f}" lon="11.5">'
        f"<ele>{500 + hill_m * (1 - abs(second - 300) / 300):.1f}</ele>"
        f"<time>{start + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for second in range(0, 600, 4)
    )
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="a watch" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>Hill</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    )


def hills(runner: RunnerRef, folder: Path, count: int = RUNS) -> None:
    """Every other day a hill of 20, 40 or 60 m, and one point more of pain for each."""
    first = AT - timedelta(days=2 * count + 1)
    screen.screen(runner, screen.parse_answers(calm_answers(), on=first.date()), at=first)
    days = [first + timedelta(days=1 + 2 * number) for number in range(count)]
    for number, day in enumerate(days):
        start = day.astimezone(UTC).replace(hour=10, minute=0, second=0)
        (folder / f"{number}.gpx").write_text(hilly(start, 20 + 20 * (number % 3)), encoding="utf-8")
    import_paths(runner, [folder], now=AT)
    for number, run in enumerate(kept.runs(runner, on=AT.date())[-count:]):
        pain = 1 + number % 3
        log.log_pain(
            runner,
            at=run.end + timedelta(hours=2),
            side="right",
            activity_id=run.activity_id,
            before=0,
            during=pain,
        )


@pytest.fixture
def hilly_page(page: Client, runner: RunnerRef, tmp_path: Path) -> Client:
    folder = tmp_path / "hills"
    folder.mkdir()
    hills(runner, folder)
    return page


def test_without_a_run_the_page_says_what_is_missing(page: Client) -> None:
    said = text(page, "/insights/")

    assert "Nothing to ask yet." in said
    assert '<svg class="plot' not in said


def test_what_went_together_is_said_with_its_count_its_pairs_and_what_it_would_change(
    hilly_page: Client,
) -> None:
    said = text(hilly_page, "/insights/")

    assert "More pain during the run went with more metres down." in said
    assert f"{RUNS} runs." in said
    assert "the one with more metres down hurt more in 18, less in 0, the same in 0." in said
    assert "Nothing in the plan changes by itself. You could choose flatter ways" in said
    assert said.count('class="disc"') >= RUNS


def test_the_week_is_told_in_five_sentences_and_beside_those_before(hilly_page: Client) -> None:
    said = text(hilly_page, "/insights/")

    assert "The last seven days" in said
    assert "Runs: 3; minutes of running: " in said
    assert "Knee to the wall: not tested this week." in said
    assert said.count('<th scope="row"') == 6


def test_what_needs_more_runs_says_how_many(hilly_page: Client) -> None:
    said = text(hilly_page, "/insights/")

    assert "Does pain follow the hours of sleep?" in said
    assert "Not enough yet: about 12 more runs." in said


def test_nobody_is_told_a_reason(hilly_page: Client) -> None:
    said = text(hilly_page, "/insights/").lower()

    assert "caus" not in said
    assert "%" not in said.split("<main")[1].replace('%"', "")
    assert "went together need not be the reason" in said


def test_a_stop_stands_in_the_place_of_every_answer(hilly_page: Client, runner: RunnerRef) -> None:
    stop(runner)

    said = text(hilly_page, "/insights/")

    assert 'class="alarm"' in said
    assert "went with" not in said
    assert "The last seven days" not in said


def test_the_same_history_gives_the_same_page(hilly_page: Client) -> None:
    assert text(hilly_page, "/insights/") == text(hilly_page, "/insights/")


def test_with_a_few_runs_nothing_is_said_to_stand_out_or_not(
    page: Client, runner: RunnerRef, tmp_path: Path
) -> None:
    hills(runner, tmp_path, count=3)

    shown = text(page, "/insights/")

    assert "Not enough runs yet" in shown
    assert "Nothing stands out" not in shown
