import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from kneewise.app import home, log, replay, runs
from kneewise.app import settings as choices
from kneewise.app.demo import Demo, NotTheSampleError, demo
from kneewise.app.import_files import import_paths
from kneewise.app.review import review_now
from kneewise.app.sample_runner import make_archive, tell_story
from kneewise.model.findings import Colour
from kneewise.model.plan import SessionKind
from kneewise.model.sport import Sport
from kneewise.store.history import recall_history
from kneewise.store.runners import last_step
from tests.app.samples import NOW, fit_bytes
from tests.made_once import made_once

TODAY = NOW.date()


@pytest.fixture
def empty_home(sqlite_database: Path, tmp_path: Path) -> Iterator[Path]:
    with override_settings(KNEEWISE_HOME=tmp_path / "home"):
        yield tmp_path / "home"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "kept"


@pytest.fixture
def sample(empty_home: Path, sqlite_database: Path, kept: Path) -> Demo:
    """The sample runner of today, as the demo finds them the second time."""
    made_once(kept, home=empty_home, database=sqlite_database, make=lambda: demo(now=NOW))
    return demo(now=NOW)


@pytest.fixture(scope="module")
def archive() -> bytes:
    return make_archive(TODAY)


def test_the_same_day_and_seed_give_the_same_bytes(archive: bytes) -> None:
    assert hashlib.sha256(make_archive(TODAY)).digest() == hashlib.sha256(archive).digest()
    assert make_archive(TODAY, seed=2) != archive


def test_the_archive_has_the_shape_of_an_export(archive: bytes) -> None:
    names = zipfile.ZipFile(io.BytesIO(archive)).namelist()

    assert {"activities.csv", "shoes.csv", "bikes.csv"} < set(names)
    assert sum(name.endswith(".fit.gz") for name in names) == len(names) - 3


def test_the_sample_runner_gets_a_plan_that_is_alive(sample: Demo) -> None:
    made = sample

    history = recall_history(made.runner)
    sports = Counter(activity.sport for activity in history.activities)
    colours = {colour.colour for colour in made.decision.colours}
    assert made.decision.plan.on == TODAY
    assert made.decision.plan.may_run
    assert {Colour.GREEN, Colour.AMBER} <= colours
    assert (sports[Sport.CYCLING], sports[Sport.SWIMMING]) == (2, 1)
    assert 3 <= sports[Sport.RUNNING] / 12 <= 4
    assert len({activity.shoe for activity in history.activities if activity.is_run}) == 2
    assert max(activity.on for activity in history.activities) <= TODAY
    assert all(one.same for one in replay.replay(made.runner))


def test_cadence_depends_on_pace(sample: Demo) -> None:
    found = {one.name: one.measured for one in runs.runs(sample.runner, on=TODAY)}

    easy, brisk = found["Easy run"], found["Brisk run"]

    assert easy.cadence_spm is not None
    assert brisk.cadence_spm is not None
    assert easy.speed_m_s is not None
    assert brisk.speed_m_s is not None
    assert brisk.speed_m_s > easy.speed_m_s + 0.3
    assert brisk.cadence_spm > easy.cadence_spm + 3


def test_the_demo_again_on_the_same_day_changes_nothing(empty_home: Path) -> None:
    first = demo(now=NOW)
    choices.change(first.runner, at=NOW, miles="yes")
    step = last_step(first.runner)

    again = demo(now=NOW + timedelta(hours=1))

    assert (again.runner, last_step(again.runner)) == (first.runner, step)
    assert choices.get(again.runner).miles
    assert again.report.new_activities == ()


def test_the_demo_a_day_later_ends_a_day_later(sample: Demo) -> None:
    later = demo(now=NOW + timedelta(days=1))

    activities = recall_history(later.runner).activities
    assert later.decision.plan.on == TODAY + timedelta(days=1)
    assert len(activities) == len(later.report.new_activities)
    assert later.decision.plan.may_run


def test_the_demo_ends_on_the_day_that_it_is_where_its_runner_lives(empty_home: Path) -> None:
    assert demo(now=datetime(2026, 11, 26, 23, 7, tzinfo=UTC)).on == date(2026, 11, 27)


def test_the_demo_refuses_a_home_that_holds_another_runner(empty_home: Path) -> None:
    mine = home.open_home()
    before = last_step(mine)

    with pytest.raises(NotTheSampleError, match="another runner"):
        demo(now=NOW)

    assert last_step(mine) == before
    assert not (empty_home / "sample-export.zip").exists()


def test_the_story_counts_back_from_its_last_day() -> None:
    story = tell_story(date(2026, 11, 23))

    assert story.said[0].kind == "screen"
    assert story.said[0].on == date(2026, 11, 13)
    assert story.said[0].said["pain_started_on"] == "2026-11-01"
    assert all(said.at.date() < date(2026, 11, 23) for said in story.said)


def test_a_run_of_today_waits_while_the_clock_is_behind(sample: Demo) -> None:
    made = sample
    log.log_sleep(made.runner, at=NOW + timedelta(hours=3), hours=8)

    behind = review_now(made.runner, NOW).plan

    assert made.decision.plan.sessions[0].kind is SessionKind.RUN
    assert {session.kind for session in behind.sessions} == {SessionKind.REST, SessionKind.WALK}
    assert behind.because[0].rule == "clock.behind"


def test_a_demo_before_the_evening_leaves_the_clock_where_it_is(empty_home: Path) -> None:
    early = NOW.replace(hour=9)

    runner = demo(now=early).runner

    assert review_now(runner, early + timedelta(minutes=1)).plan.may_run


def test_a_demo_with_files_of_somebody_is_refused_and_left_as_it_is(sample: Demo, tmp_path: Path) -> None:
    runner = sample.runner
    (tmp_path / "mine.fit").write_bytes(fit_bytes(3))
    import_paths(runner, [tmp_path / "mine.fit"], now=NOW)
    step = last_step(runner)

    with pytest.raises(NotTheSampleError, match="files that are not the sample runner's"):
        demo(now=NOW, on=TODAY + timedelta(days=1))

    assert last_step(runner) == step


def test_a_demo_of_a_day_to_come_has_no_wrong_clock(empty_home: Path) -> None:
    made = demo(now=NOW, on=TODAY + timedelta(days=30))

    assert not any(activity.clock_wrong for activity in recall_history(made.runner).activities)


def test_another_days_sample_runner_is_made_anew_and_that_is_said(empty_home: Path) -> None:
    first = demo(now=NOW)
    again = demo(now=NOW)
    other = demo(now=NOW, on=TODAY + timedelta(days=1))

    assert (first.made_anew, again.made_anew, other.made_anew) == (False, False, True)
