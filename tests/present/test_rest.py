"""Why a day is a rest day, and what is said of a run that was made."""

from kneewise.engine import difference
from kneewise.model.places import Side
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.present.difference import difference_lines
from kneewise.present.past import of_day_lines, past_lines
from kneewise.present.rest import done_today, rest_sentences
from kneewise.present.text import today_lines
from kneewise.present.week import week_lines
from tests.engine.made import Runner, sore_runner

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


def said(decision: Decision, running_days: tuple[int, ...] = EVERY_DAY) -> str:
    return " ".join(rest_sentences(decision, running_days))


def resting() -> Runner:
    """The day after a green run."""
    return sore_runner().run(1, 24)


def test_a_rest_day_names_its_weekday_or_the_run_before_it_and_the_next_run() -> None:
    decision = resting().decided(2)

    assert said(decision, (0, 1, 3)).startswith("Wednesday is not one of your running days. Next run: ")
    assert said(decision).startswith("After a run comes a day of rest. Next run: ")
    assert "Next run: " in said(decision)
    assert "Run," not in said(decision)


def test_what_the_state_asks_for_comes_before_the_weekday() -> None:
    red = sore_runner().run(1, 24, during=4, after_60min=2).decided(2)

    assert said(red, (0, 1, 3)).startswith("After an amber or a red run the knee has 2 days without running.")


def test_a_rest_day_says_so_below_its_answer_and_a_stop_says_nothing_of_it() -> None:
    lines = [line.text for line in today_lines(resting().decided(2), settings=Settings())]
    stopped = resting().told(2, {"swelling": True}).decided(2)

    assert lines[lines.index("Rest today.") + 1].startswith("After a run comes a day of rest.")
    assert said(stopped) == ""
    assert said(sore_runner().decided(1)) == ""


def test_after_its_run_the_day_says_that_it_is_done_and_what_is_still_to_be_said() -> None:
    runner = sore_runner()
    runner.ran(1, 24)

    decision = runner.felt(1, during=1, after_60min=None, morning=None).decided(1)

    assert said(decision).startswith(
        "Today’s run is done; so far: ◌ no colour yet. Still to be said: the pain 60 minutes after the run, "
        "the pain on the next morning."
    )
    assert done_today(decision)
    assert not done_today(sore_runner().decided(1))


def test_of_two_knees_each_is_asked_for_what_it_lacks() -> None:
    runner = sore_runner(knee="both").run(1, 24, during=1, after_60min=None, morning=None)
    runner.side = Side.LEFT

    decision = runner.felt(1, during=1, limp=None, morning=None).decided(1)

    assert (
        "Still to be said: left knee: whether you limped on that run, the pain on the next morning; right "
        "knee: the pain 60 minutes after the run, the pain on the next morning." in said(decision)
    )


def test_a_day_whose_run_is_done_is_no_rest_day_in_the_week_or_later() -> None:
    runner = sore_runner().run(1, 24)
    of_run, of_rest = runner.decided(1), runner.decided(2)

    week, rest = ([line.text for line in week_lines(one, settings=Settings())] for one in (of_run, of_rest))
    later = " ".join(line.text for line in past_lines(of_run, of=of_rest.plan.on))

    assert "  Tue 3 Mar    Run done, strength" in week
    assert [line for line in rest if "Wed 4 Mar" in line] == ["  Wed 4 Mar    – Rest, strength"]
    assert later.strip() == "On Tuesday 3 March: the run is done."


def test_a_day_before_the_first_answers_is_said_to_have_no_plan_and_no_colour() -> None:
    runner = sore_runner().felt(-1, during=4, limp=True, morning=None)

    before, today = runner.decided(-1), runner.decided(0)

    lines = " ".join(line.text for line in past_lines(before, of=today.plan.on))
    assert "Sunday 1 March is before your first answers to the questions" in lines
    assert of_day_lines(before, of=today.plan.on) == ()
    page = " ".join(" ".join(line.text for line in today_lines(today, settings=Settings())).split())
    assert "running waits for that, whatever the colours" in page


def test_a_day_that_lies_behind_says_its_colour() -> None:
    runner = sore_runner().run(1, 24, during=4, limp=True)

    lines = " ".join(line.text for line in of_day_lines(runner.decided(1), of=runner.date(2)))
    page = " ".join(line.text for line in today_lines(runner.decided(2), settings=Settings()))

    assert "■ Red" in lines
    assert "Tuesday 3 March, right knee, a run" in lines
    assert "whatever the colours" not in page


def test_after_a_stop_what_changed_holds_no_reasons_that_were_there_before_it() -> None:
    runner = resting().told(3, {"swelling": True})
    before = runner.decided(4)

    lines = difference_lines(difference(before, runner.cleared(4).decided(4)))

    words = " ".join(line.text for part in lines for line in part)
    assert "(was: Rest)" in words
    assert "In Calm" not in words
