from datetime import date, timedelta

import pytest

from kneewise.app import log
from kneewise.app.beside_plan import log_beside_plan
from kneewise.app.home import RunnerRef
from kneewise.model.answers import UNKNOWN
from kneewise.model.errors import UsageError
from kneewise.store.history import recall_history
from tests.app.samples import NOW


def test_the_answer_is_kept_for_the_last_run_and_can_be_taken_back(quick_runner: RunnerRef) -> None:
    log.log_pain(quick_runner, at=NOW - timedelta(days=1), side="left", during=2)

    logged = log_beside_plan(quick_runner, at=NOW, why="a friend came by")
    log_beside_plan(quick_runner, at=NOW, on="2026-11-22", why="unknown")

    told = recall_history(quick_runner).beside_plan
    assert [(one.on, one.why) for one in told] == [
        (date(2026, 11, 22), "a friend came by"),
        (date(2026, 11, 22), UNKNOWN),
    ]
    assert log.undo(quick_runner, logged.record_id, at=NOW).done is log.Done.TAKEN_BACK
    assert [one.why for one in recall_history(quick_runner).beside_plan] == [UNKNOWN]


def test_a_day_without_a_run_needs_no_answer(quick_runner: RunnerRef) -> None:
    with pytest.raises(UsageError, match="There is no run up to 2026-11-23"):
        log_beside_plan(quick_runner, at=NOW, why="because")
    log.log_pain(quick_runner, at=NOW, side="left", during=2)

    with pytest.raises(UsageError, match="There is no run on 2026-11-20: the last one was on 2026-11-23"):
        log_beside_plan(quick_runner, at=NOW, on="2026-11-20", why="because")
    with pytest.raises(UsageError, match="Say why you ran as well"):
        log_beside_plan(quick_runner, at=NOW, why="")
