"""What a runner tells the page, and the file of a run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from django.conf import settings
from django.test import Client

from kneewise.app import clock, door, home, screen
from kneewise.model.answers import QuestionKind

if TYPE_CHECKING:
    import pytest

    from kneewise.app.home import RunnerRef

AT = datetime.now().astimezone().replace(hour=15, minute=0, second=0, microsecond=0)
"""The afternoon of the day on which the tests began: an hour earlier or later is the same day."""

SECONDS = 1200
HOST = "127.0.0.1:8765"


def begin_in_the_afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock of this process stand at `AT`, a second later at each look."""
    passed = count()
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(seconds=next(passed)))


def visit(*, enforce_csrf_checks: bool = False) -> Client:
    """Come as a browser on this computer does."""
    home.open_home()
    return Client(headers={"host": HOST}, enforce_csrf_checks=enforce_csrf_checks)


def make_link() -> str:
    """Make the address that opens once."""
    return f"/open/{door.make_link(Path(settings.KNEEWISE_HOME))}"


def gpx(name: str, *, at: datetime = AT) -> str:
    """Write a run that ended an hour before: twenty minutes at 2.8 m/s over a low hill."""
    start = at.astimezone(UTC) - timedelta(seconds=SECONDS + 3600)
    points = "".join(
        f'<trkpt lat="{48.1 + 2.8 * second / 111_195:.7f}" lon="11.5">'
        f"<ele>{500 + second % 300 / 30:.1f}</ele>"
        f"<time>{start + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for second in range(0, SECONDS, 2)
    )
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="a watch" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>{escape(name)}</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    )


def calm_answers() -> dict[str, Any]:
    """Answer every question that is asked of everyone: an adult whose knee is sore and nothing worse."""
    answers: dict[str, Any] = {
        question.key: "no"
        for question in screen.questions()
        if question.kind is QuestionKind.YES_NO and not question.only_if
    }
    return answers | {
        "age_years": 34,
        "knee": "right",
        "places": ["behind_kneecap"],
        "pain_this_morning": 1,
        "pain_before_last_run": 1,
        "pain_during_last_run": 3,
        "pain_60min_after_last_run": 1,
        "pain_morning_after_last_run": 1,
    }


def screened(runner: RunnerRef) -> None:
    """Put a calm screening on record, two days ago."""
    at = AT - timedelta(days=2)
    screen.screen(runner, screen.parse_answers(calm_answers(), on=at.date()), at=at)
