"""A test of one runner in a home: it follows the plan, changes none, and answers at its end alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from kneewise.app import export_calendar, log, screen, trial, trials_seen
from kneewise.app.amend import past
from kneewise.app.export_workouts import workouts
from kneewise.app.home import RunnerRef
from kneewise.app.review import decide_on, review
from kneewise.app.writing import write
from kneewise.insight.trial import drawn
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, QuestionKind
from kneewise.model.errors import UsageError
from kneewise.model.insight import Verdict
from kneewise.model.trial import TrialKind, Way
from kneewise.model.trial_seen import TrialSeen, TrialState, Wait
from kneewise.present.kept import diary_json
from kneewise.present.trial import say_answer, say_today, trial_json
from kneewise.store.codec import Json
from kneewise.store.history import recall_history
from kneewise.store.records import RecordKind
from tests.app.samples import NOW
from tests.cli.test_json_is_documented import shape_faults
from tests.made_once import SampleRunner

TODAY = NOW.date()
KEY = "0123456789abcdef"


def nothing_new(runner: RunnerRef) -> None:
    """Go through the weekly list, so that its answers hold for the days to come."""
    asked = [one.key for one in read_questions() if one.weekly and one.kind is QuestionKind.YES_NO]
    answers = screen.parse_answers(dict.fromkeys(asked, "no"), on=TODAY)
    screen.screen(runner, answers, at=NOW, weekly=True)


@pytest.fixture
def sample(sample_runner: SampleRunner, tmp_path: Path) -> Iterator[RunnerRef]:
    """The sample runner: two pairs in turn, and a run in today's plan."""
    with override_settings(KNEEWISE_HOME=tmp_path / "home"):
        yield sample_runner(NOW)


def seen(runner: RunnerRef, on: date = TODAY) -> TrialSeen:
    return trials_seen.trials(runner, on)[0]


def test_a_test_says_which_way_the_run_of_the_plan_is_run_and_changes_no_plan(sample: RunnerRef) -> None:
    before = decide_on(recall_history(sample), TODAY)

    begun = trial.start(sample, at=NOW, kind="shoe")

    assert begun.decision.plan == before.plan
    assert decide_on(recall_history(sample), TODAY) == before
    first = drawn(seen(sample).trial.seed, 8)[0]
    assert (seen(sample).place, seen(sample).way, seen(sample).wait) == (1, first, None)
    assert 2 * seen(sample).least_pairs == trial.least_runs() == 10


def test_one_run_a_day_is_noted_and_none_where_the_plan_has_none(sample: RunnerRef) -> None:
    trial.start(sample, at=NOW, kind="shoe")
    told = seen(sample).way

    trial.ran(sample, at=NOW, as_told="unknown")

    (turn,) = seen(sample).turns
    assert (turn.place, turn.way, turn.as_told) == (1, told, UNKNOWN)
    assert seen(sample).wait is Wait.RAN_TODAY
    with pytest.raises(UsageError, match="is noted"):
        trial.ran(sample, at=NOW, as_told="yes")
    log.log_pain(sample, at=NOW, side="right", during=1, about_run="yes")
    tomorrow = seen(sample, TODAY + timedelta(days=1))
    assert (tomorrow.place, tomorrow.wait) == (2, Wait.NO_RUN_TODAY)


def test_a_stop_makes_it_wait_and_nothing_is_told_beside_it(sample: RunnerRef) -> None:
    trial.start(sample, at=NOW, kind="shoe")

    answers = screen.parse_answers({"night_pain": True}, on=TODAY)
    screen.screen(sample, answers, at=NOW + timedelta(minutes=1))

    assert (seen(sample).way, seen(sample).wait) == (None, Wait.RUNNING_IS_OFF)
    with pytest.raises(UsageError, match="running is not in the plan"):
        trial.ran(sample, at=NOW + timedelta(minutes=2), as_told="yes")


def test_after_a_red_run_it_waits_for_a_green_one(sample: RunnerRef) -> None:
    trial.start(sample, at=NOW, kind="shoe")
    log.log_pain(sample, at=NOW, side="right", during=6, limp="no", painkiller="no", about_run="yes")
    nothing_new(sample)
    days = [TODAY + timedelta(days=day) for day in range(1, 7)]

    waits = {day: seen(sample, day).wait for day in days}

    assert set(waits.values()) == {Wait.NO_RUN_TODAY, Wait.AFTER_RED}
    again = next(day for day in days if waits[day] is Wait.AFTER_RED)
    at = NOW + (again - TODAY)
    log.log_pain(
        sample, at=at, side="right", during=0, after_60min=0, limp="no", painkiller="no", about_run="yes"
    )
    log.log_pain(sample, at=at + timedelta(hours=12), on=again, side="right", morning=0, about_run="yes")
    later = [seen(sample, again + timedelta(days=day)) for day in range(1, 5)]
    assert Wait.AFTER_RED not in {one.wait for one in later}
    assert any(one.way is not None for one in later)


def test_what_cannot_be_begun_says_why(sample: RunnerRef) -> None:
    with pytest.raises(UsageError, match="two runs with a score"):
        trial.start(sample, at=NOW, kind="cadence")
    with pytest.raises(UsageError, match="two pairs that you run in already"):
        trial.start(sample, at=NOW, kind="shoe", shoes=("Brand new", "Harrow Quick"))
    with pytest.raises(UsageError, match="No test goes on"):
        trial.stop(sample, at=NOW)
    trial.start(sample, at=NOW, kind="shoe")
    with pytest.raises(UsageError, match="A test goes on already"):
        trial.start(sample, at=NOW + timedelta(minutes=1), kind="shoe")


def test_steps_can_be_tried_once_the_block_has_passed_its_own_two_runs(sample: RunnerRef) -> None:
    log.log_pain(sample, at=NOW, side="right", during=1, about_run="yes")

    trial.start(sample, at=NOW + timedelta(minutes=1), kind="cadence")

    week = [seen(sample, TODAY + timedelta(days=day)) for day in range(1, 7)]
    told = [one for one in week if one.way is not None]
    assert told
    assert {one.way for one in told} == {drawn(told[0].trial.seed, 8)[0]}
    assert "steps" in say_today(told[0]) or "band" in say_today(told[0])


@pytest.mark.parametrize("first", list(Way))
def test_a_run_without_the_band_has_none_anywhere_and_one_inside_it_has(
    sample: RunnerRef, first: Way
) -> None:
    seed = next(str(number) for number in range(99) if drawn(str(number), 1)[0] is first)
    said: dict[str, Json] = {"trial": "cadence", "seed": seed, "pairs": 8}
    log.log_pain(sample, at=NOW, side="right", during=1, about_run="yes")
    write(sample, RecordKind.TRIAL, said, at=NOW + timedelta(minutes=1))
    week = [TODAY + timedelta(days=day) for day in range(1, 7)]

    on = next(day for day in week if seen(sample, day).way is first)
    decision = review(sample, on)

    today, *later = decision.plan.sessions
    is_inside = first is Way.B
    assert [today.cadence_low_spm is not None, today.cadence_high_spm is not None] == [is_inside] * 2
    assert {one.cadence_low_spm is not None for one in later if one.kind is today.kind} == {True}
    assert ("Steps: " in say_first(export_calendar.write(sample, decision))) is is_inside
    led = workouts(sample, decision, today_only=True)[0].session
    assert (led.cadence_low_spm is not None) is is_inside
    noted = trial.ran(sample, at=NOW + (on - TODAY), as_told="yes")
    assert (noted.decision.plan.sessions[0].cadence_low_spm is not None) is is_inside
    assert noted.difference is not None
    assert noted.difference.is_none
    assert decide_on(recall_history(sample), on).plan.sessions[0].cadence_low_spm is not None


def say_first(calendar: bytes) -> str:
    """Read the first event of a calendar."""
    return calendar.decode().partition("END:VEVENT")[0].replace("\r\n ", "")


def test_a_form_sent_twice_begins_one_test_and_notes_one_run(sample: RunnerRef) -> None:
    begun = [trial.start(sample, at=NOW, kind="shoe", key=KEY) for _twice in range(2)]
    noted = [trial.ran(sample, at=NOW, as_told="yes", key=KEY) for _twice in range(2)]

    assert [one.done for one in (*begun, *noted)] == [log.Done.KEPT, log.Done.SAID_ALREADY] * 2
    assert len(recall_history(sample).trials) == len(recall_history(sample).turns) == 1


def test_a_stopped_test_has_no_answer_and_another_can_begin(sample: RunnerRef) -> None:
    trial.start(sample, at=NOW, kind="shoe")

    trial.stop(sample, at=NOW + timedelta(minutes=1))

    assert (seen(sample).state, seen(sample).answer) == (TrialState.STOPPED, None)
    assert say_answer(seen(sample)) == "Stopped before its end, so there is no answer."
    assert trial.why_not(sample, TODAY, TrialKind.SHOE) == ""


def test_without_answers_nothing_can_be_begun(quick_runner: RunnerRef) -> None:
    with pytest.raises(UsageError, match="Running is not in the plan now"):
        trial.start(quick_runner, at=NOW, kind="shoe")


def test_a_whole_test_keeps_its_scores_to_itself_until_its_end(quick_runner: RunnerRef) -> None:
    said: dict[str, Json] = {"trial": "shoe", "first": "Old", "second": "New", "seed": "a seed", "pairs": 6}
    first = NOW - timedelta(days=30)
    named = write(quick_runner, RecordKind.TRIAL, said, at=first).record_id
    for place, way in enumerate(drawn("a seed", 6), start=1):
        at = first + timedelta(days=2 * place)
        turn: dict[str, Json] = {"of_trial": named, "place": place, "way": way.value, "as_told": place > 1}
        log.log_pain(quick_runner, at=at, side="right", during=4 if way is Way.A else 2, about_run="yes")
        write(quick_runner, RecordKind.TURN, turn, at=at)
    last = (first + timedelta(days=24)).date()

    woke = screen.parse_answers({"night_pain": True}, on=(last + timedelta(days=3)))
    screen.screen(quick_runner, woke, at=first + timedelta(days=27))
    stopped = seen(quick_runner, last + timedelta(days=3))
    assert (stopped.state, stopped.answer) == (TrialState.OVER, None)
    assert {turn.score_0_10 for turn in stopped.turns} == {None}

    goes_on, over = seen(quick_runner, last), seen(quick_runner, last + timedelta(days=1))

    assert (goes_on.state, over.state) == (TrialState.RUNNING, TrialState.OVER)
    assert '"score_0_10": 2' not in str(trial_json(goes_on))
    assert trial_json(goes_on)["answer"] is None
    assert shape_faults(trial_json(goes_on), "Test") == shape_faults(trial_json(over), "Test") == []
    assert over.answer is not None
    assert (over.answer.verdict, over.answer.effect_0_10) == (Verdict.LESS_PAIN, -2)
    assert say_answer(over) == (
        "Less pain during the run went with “New”, beside “Old”. Points of pain more with “New”: "
        "\N{MINUS SIGN}2, by its interval \N{MINUS SIGN}2 to \N{MINUS SIGN}2; 12 runs."
    )


def test_a_run_that_was_taken_back_leaves_its_place_to_the_next_and_the_test_can_end(
    quick_runner: RunnerRef,
) -> None:
    said: dict[str, Json] = {"trial": "shoe", "first": "Old", "second": "New", "seed": "a seed", "pairs": 2}
    first = NOW - timedelta(days=30)
    named = write(quick_runner, RecordKind.TRIAL, said, at=first).record_id
    order = drawn("a seed", 2)

    def run(day: int, place: int) -> str:
        way = order[place - 1].value
        turn: dict[str, Json] = {"of_trial": named, "place": place, "way": way, "as_told": True}
        return write(quick_runner, RecordKind.TURN, turn, at=first + timedelta(days=day)).record_id

    _one, two, _three = (run(2 * place, place) for place in (1, 2, 3))
    log.undo(quick_runner, two, at=first + timedelta(days=7))
    again = seen(quick_runner, (first + timedelta(days=7)).date())
    run(8, 2)
    last = seen(quick_runner, (first + timedelta(days=9)).date())
    run(10, 4)

    assert (again.place, last.place) == (2, 4)
    after = {day: seen(quick_runner, (first + timedelta(days=day)).date()) for day in (10, 11)}
    assert [after[day].state for day in (10, 11)] == [TrialState.RUNNING, TrialState.OVER]
    assert (after[10].place, after[10].way) == (None, None)


def test_the_last_day_is_that_of_the_latest_run_not_of_the_last_place(quick_runner: RunnerRef) -> None:
    said: dict[str, Json] = {"trial": "shoe", "first": "Old", "second": "New", "seed": "a seed", "pairs": 1}
    first = NOW - timedelta(days=30)
    named = write(quick_runner, RecordKind.TRIAL, said, at=first).record_id
    for day, place in ((2, 2), (4, 1)):
        way = drawn("a seed", 1)[place - 1].value
        turn: dict[str, Json] = {"of_trial": named, "place": place, "way": way, "as_told": True}
        write(quick_runner, RecordKind.TURN, turn, at=first + timedelta(days=day))

    days = [seen(quick_runner, (first + timedelta(days=day)).date()) for day in (4, 5)]

    assert [one.state for one in days] == [TrialState.RUNNING, TrialState.OVER]


def test_no_list_of_the_diary_shows_the_seed(sample: RunnerRef) -> None:
    begun = trial.start(sample, at=NOW, kind="shoe")
    seed = recall_history(sample).trials[0].seed

    listed = str(diary_json((one.record_id, one) for one in log.lines(sample)))
    trial.stop(sample, at=NOW + timedelta(minutes=1))

    assert begun.record_id in listed
    assert "Harrow" in listed
    assert seed
    assert seed not in listed + str(past(sample, begun.record_id)) + str(trial_json(seen(sample)))


@pytest.mark.parametrize(
    "change", [{"pairs": 1}, {"first": "Nonsense"}, {"seed": "a seed"}, {"on": "2026-11-01"}]
)
def test_what_was_drawn_is_not_said_anew(sample: RunnerRef, change: dict[str, object]) -> None:
    begun = trial.start(sample, at=NOW, kind="shoe")
    before = recall_history(sample).trials

    with pytest.raises(UsageError, match="only ended_on can be changed"):
        log.edit(sample, begun.record_id, change, at=NOW + timedelta(minutes=1))

    assert recall_history(sample).trials == before


def test_of_a_run_of_the_test_it_can_be_corrected_whether_it_was_run_as_told(sample: RunnerRef) -> None:
    trial.start(sample, at=NOW, kind="shoe")
    noted = trial.ran(sample, at=NOW, as_told="yes")

    log.edit(sample, noted.record_id, {"as_told": "no"}, at=NOW + timedelta(minutes=1))

    assert seen(sample).turns[0].as_told is False
    for change in ({"place": 2}, {"way": "b"}, {"of_trial": "another"}):
        with pytest.raises(UsageError, match="only on, as_told can be changed"):
            log.edit(sample, noted.record_id, change, at=NOW + timedelta(minutes=2))


def test_whoever_never_began_one_need_not_have_the_history_read(
    runner: RunnerRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials_seen, "known", None)

    assert trials_seen.current(runner, NOW.date()) is None
