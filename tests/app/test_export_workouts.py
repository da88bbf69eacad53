"""Workouts go where a watch looks, and never over what is not ours."""

from pathlib import Path

import pytest

from kneewise.app import review, screen, sitting
from kneewise.app.export_workouts import ForeignFileError, put, workouts
from kneewise.app.home import RunnerRef
from kneewise.app.sample_runner import tell_story
from kneewise.model.errors import KneewiseError
from tests.app.samples import NOW
from tests.web.made import make_decision


@pytest.fixture
def told(quick_runner: RunnerRef) -> RunnerRef:
    said = next(one for one in tell_story(NOW.date()).said if one.kind == "screen").said
    answers = {**said, "more_running_lately": False}
    screen.screen(quick_runner, screen.parse_answers(answers, on=NOW.date()), at=NOW)
    return quick_runner


def test_the_week_has_a_file_a_day(told: RunnerRef, tmp_path: Path) -> None:
    decision = review.review(told, NOW.date())
    found = workouts(told, decision)

    paths = put(found, tmp_path)

    assert [path.name for path in paths] == [f"kneewise-{one.session.on}.fit" for one in found]
    assert {one.session.on for one in found} <= {session.on for session in decision.plan.sessions}
    assert len(paths) > 1


def test_today_is_one_file(told: RunnerRef) -> None:
    found = workouts(told, review.review(told, NOW.date()), today_only=True)

    assert {one.session.on for one in found} <= {NOW.date()}


@pytest.mark.parametrize("inner", ["GARMIN/NewFiles", "Garmin/NEWFILES", "NewFiles"])
def test_a_mounted_watch_gets_them_where_it_looks(told: RunnerRef, tmp_path: Path, inner: str) -> None:
    (tmp_path / inner).mkdir(parents=True)
    found = workouts(told, review.review(told, NOW.date()))

    assert {path.parent for path in put(found, tmp_path)} == {tmp_path / inner}


def test_a_file_of_ours_is_replaced(told: RunnerRef, tmp_path: Path) -> None:
    found = workouts(told, review.review(told, NOW.date()))
    put(found, tmp_path)

    paths = put(found, tmp_path)

    assert [path.read_bytes() for path in paths] == [one.content for one in found]


@pytest.mark.parametrize("content", [b"", b"somebody else's", b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT others"])
def test_a_foreign_file_is_never_written_over(told: RunnerRef, tmp_path: Path, content: bytes) -> None:
    found = workouts(told, review.review(told, NOW.date()))
    foreign = tmp_path / found[-1].name
    foreign.write_bytes(content)

    with pytest.raises(ForeignFileError):
        put(found, tmp_path)

    assert foreign.read_bytes() == content
    assert [path.name for path in tmp_path.glob("*.fit")] == [foreign.name]


def test_a_link_is_not_followed(told: RunnerRef, tmp_path: Path) -> None:
    found = workouts(told, review.review(told, NOW.date()))
    (tmp_path / found[0].name).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ForeignFileError):
        put(found, tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(KneewiseError):
        put((), tmp_path / "nowhere")


def test_a_stop_leaves_no_workout(told: RunnerRef) -> None:
    sitting.log_signs(told, at=NOW, signs={"night_pain": True})

    assert workouts(told, review.review(told, NOW.date())) == ()


def test_open_questions_leave_no_workout(quick_runner: RunnerRef) -> None:
    assert workouts(quick_runner, review.review(quick_runner, NOW.date())) == ()


def test_open_questions_keep_back_what_is_planned_as_well(told: RunnerRef) -> None:
    assert workouts(told, make_decision())
    assert workouts(told, make_decision(ask=("swelling",))) == ()
