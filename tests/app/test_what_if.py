from datetime import timedelta
from pathlib import Path

import pytest

from kneewise.app import log, screen, what_if
from kneewise.app.home import RunnerRef
from kneewise.app.import_files import import_paths
from kneewise.model.errors import UsageError
from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.plan import SessionKind
from kneewise.store.runners import last_step
from tests.app.samples import NOW, fit_bytes
from tests.app.test_screen import told

ONE_DAY = timedelta(days=1)


@pytest.fixture
def sore(runner: RunnerRef) -> RunnerRef:
    answers = {**told(), "more_running_lately": False}
    screen.screen(runner, screen.parse_answers(answers, on=NOW.date()), at=NOW)
    log.log_pain(runner, at=NOW, side="right", about_run=True, before=0, during=1, limp=False)
    return runner


def test_another_answer_is_looked_at_and_not_stored(sore: RunnerRef) -> None:
    steps = last_step(sore)

    found = what_if.what_if(sore, {"during": "7"}, at=NOW)

    assert last_step(sore) == steps
    assert found.then.plan.on == NOW.date() + ONE_DAY
    assert found.sides == (Side.RIGHT,)
    assert found.then.plan.sessions[0].kind is SessionKind.REST
    assert not found.difference.is_none
    assert any(reason.seen == 7 for reason in found.difference.because)


def test_a_better_answer_takes_the_place_of_a_worse_one(sore: RunnerRef) -> None:
    log.log_pain(sore, at=NOW, side="right", about_run=True, during=7)

    found = what_if.what_if(sore, {"during": "1"}, at=NOW)

    assert found.as_it_is.colours[-1].colour.value == "red"
    assert found.then.colours[-1].colour.value != "red"


def test_the_same_answer_changes_nothing(sore: RunnerRef) -> None:
    assert what_if.what_if(sore, {"during": "1"}, at=NOW).difference.is_none


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"mood": "3"}, "“mood” cannot be supposed: say before, during"),
        ({"during": "11"}, "“11” is no score for the worst pain during the run"),
        ({}, "Say what to suppose"),
    ],
)
def test_what_cannot_be_supposed_is_one_sentence(
    sore: RunnerRef, said: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        what_if.what_if(sore, said, at=NOW)


def test_an_entry_says_what_it_did_to_the_plan(sore: RunnerRef) -> None:
    logged = log.log_pain(sore, at=NOW, side="right", about_run=True, during=7, limp=True)
    again = log.log_pain(sore, at=NOW, side="right", about_run=True, during=7, limp=True)

    assert logged.difference is not None
    assert logged.difference.sessions
    assert again.difference is None


def test_what_is_supposed_of_a_run_is_of_the_last_one_however_long_ago(runner: RunnerRef) -> None:
    answers = {**told(), "more_running_lately": False}
    screen.screen(runner, screen.parse_answers(answers, on=NOW.date()), at=NOW)
    log.log_pain(runner, at=NOW, side="right", about_run=True, before=0, during=1, limp=False)

    later = NOW + 3 * ONE_DAY
    run, morning = (what_if.what_if(runner, {name: "6"}, at=later) for name in ("during", "morning"))

    assert run.about_on == NOW.date()
    assert morning.about_on == later.date()


def test_what_is_supposed_of_a_run_counts_also_when_it_may_not_be_added_any_more(
    runner: RunnerRef, offered: Path
) -> None:
    answers = {**told(), "more_running_lately": False}
    evening = NOW - 3 * ONE_DAY
    screen.screen(runner, screen.parse_answers(answers, on=evening.date()), at=evening)
    (offered / "run.fit").write_bytes(fit_bytes(days_ago=3))
    import_paths(runner, [offered], now=NOW)

    untold = what_if.what_if(runner, {"during": "7"}, at=NOW)
    log.log_pain(runner, at=evening, side="right", before=0, during=1, limp=False)
    retold = what_if.what_if(runner, {"during": "7"}, at=NOW)

    assert [one.as_it_is.colours[-1].colour for one in (untold, retold)] == [Colour.UNKNOWN] * 2
    assert [one.then.colours[-1].colour for one in (untold, retold)] == [Colour.RED] * 2
