"""The day as text: what stands on its page, and how."""

from dataclasses import replace

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.diary import TestKind
from kneewise.model.places import Side
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.present.page import Lines
from kneewise.present.reasons import with_unit
from kneewise.present.screening import screening_lines
from kneewise.present.text import answer_lines, colour_lines, missing_sentence, session_lines, today_lines
from kneewise.present.week import plan_lines, week_lines
from tests.engine.made import Runner, out_of_calm, sore_runner
from tests.engine.test_swaps import swapping
from tests.web.made import make_session

SETTINGS = Settings()
FILE_WAITS = sore_runner().log(2, 19, about_run=True, during=1, limp=False)
"""A run of day 2 that was told of, and whose file is on its way."""


def page(decision: Decision) -> str:
    """Give today's page as one line of words."""
    return plain(today_lines(decision, settings=SETTINGS))


def plain(lines: Lines) -> str:
    """Give lines as one line of words."""
    return " ".join(" ".join(line.text for line in lines).split())


def section(decision: Decision, heading: str) -> str:
    """Give the words below a heading of today's page."""
    lines = [line.text for line in today_lines(decision, settings=SETTINGS)]
    below = lines[lines.index(heading) + 1 :]
    return " ".join(" ".join(below[: [*below, ""].index("")]).split())


def test_a_run_whose_file_is_on_its_way_is_a_run() -> None:
    decision = FILE_WAITS.decided(2)

    colour = decision.colours[-1]

    assert (colour.about_run, colour.activity_id) == (True, None)
    assert "right knee, a run." in section(decision, "The knee lately")


def test_a_rest_day_is_a_morning() -> None:
    colour = sore_runner().morning(2, 0).decided(2).colours[-1]

    assert not colour.about_run
    assert "right knee, a morning." in " ".join(line.text for line in colour_lines(colour))


def test_what_a_run_lacks_stands_in_its_sentence() -> None:
    said = section(FILE_WAITS.decided(2), "The knee lately")

    assert "Not answered: the pain 60 minutes after the run," in said


def test_what_is_missing_of_a_run_is_asked_about_that_run() -> None:
    assert missing_sentence("limp") == "Whether you limped on that run"
    assert missing_sentence("usual_run_min") == "How many minutes is a usual run?"


def test_today_says_what_is_missing() -> None:
    said = section(FILE_WAITS.decided(2), "What is missing")

    assert "- The pain 60 minutes after the run" in said
    assert "- Whether you took a painkiller in the 24 hours before" in said


def test_the_terminal_names_the_command_that_answers_what_is_missing() -> None:
    decision = FILE_WAITS.decided(2)
    asked = replace(decision.plan, missing=("run_beside_plan",))

    said = section(replace(decision, plan=asked), "What is missing")

    assert said.endswith("(kneewise log beside)")


def test_today_says_what_would_change_it() -> None:
    said = section(sore_runner().decided(1), "What would change this")

    assert "A red run or a limp" in said
    assert "running stops at once" in said


def test_a_stop_names_a_no_only_where_it_helps_and_says_each_thing_once() -> None:
    night, away = (sore_runner(**{sign: True}).decided(0) for sign in ("night_pain", "giving_way"))

    assert "on two days at least 48 hours apart" in section(night, "What starts running again")
    assert "48 hours" not in page(away)
    assert page(night).count("Be seen within a few days") == 1


def test_a_stop_says_that_one_no_of_two_was_given_and_on_which_day() -> None:
    runner = sore_runner(night_pain=True).told(1, {"night_pain": False})
    lines = today_lines(runner.decided(2), settings=Settings(), noes={"night_pain": runner.date(1)})

    said = " ".join(" ".join(line.text for line in lines).split())

    assert "One “no” was given on Tuesday 3 March to: The knee wakes you at night. A second one" in said


def test_two_red_runs_are_said_beside_what_to_do_and_nobody_is_sent_twice() -> None:
    runner = sore_runner().run(1, 28, during=7).run(4, 28, during=7).each_week(8)

    said = section(runner.decided(5), "Also today")

    assert "Show the knee to a clinician: two runs in a fortnight were red." in said
    assert page(runner.decided(5)).count("Book a") == 1


def test_before_the_first_questions_nothing_more_is_offered() -> None:
    said = page(Runner().usually().decided(0))

    assert "more in the plan" not in said
    assert "0 minutes" not in said


@pytest.mark.parametrize(
    ("seen", "said"), [(1, "1 day"), (1.0, "1 day"), (2, "2 days"), (0, "0 days"), (1.5, "1.5 days")]
)
def test_one_of_a_unit_is_said_as_one(seen: float, said: str) -> None:
    assert with_unit(seen, "days") == said


def test_one_of_ten_and_one_percent_stay_as_they_are() -> None:
    assert (with_unit(1, "percent"), with_unit(1, "pain 0-10")) == ("1 %", "1 of 10")


@pytest.mark.parametrize("ill", [True, False])
def test_who_feels_ill_reads_below_the_run_not_to_run(ill: bool) -> None:
    decision = sore_runner(fever_or_chills=ill).decided(0)
    answered, week = answer_lines(decision, settings=SETTINGS), week_lines(decision, settings=SETTINGS)

    for said in (page(decision), plain(answered), plain(week)):
        assert said.count("Do not run with a fever or while you feel ill.") == int(ill)


def test_while_questions_wait_no_walk_or_ride_of_the_day_stands_without_its_name() -> None:
    runner = swapping().run(0, 40).told(1, {"painkillers_before_runs": True})

    assert "Bike" in page(runner.decided(2))
    assert "40 minutes" not in page(runner.decided(3))


def test_plan_and_week_say_where_to_go_as_well() -> None:
    decision = sore_runner(night_pain=True).decided(0)

    for lines in (plan_lines(decision, settings=SETTINGS), week_lines(decision, settings=SETTINGS)):
        assert "See a doctor or a physiotherapist within the next few days." in plain(lines)


@pytest.mark.parametrize(
    ("told", "because"),
    [
        ({}, "so the cut is"),
        ({"painkillers_before_runs": True}, "Painkillers before a run hide"),
        ({"night_pain": UNKNOWN}, "Some answers were not known"),
    ],
)
def test_while_running_waits_the_day_says_for_what_alone(told: dict[str, Answer], because: str) -> None:
    decision = sore_runner(**told).decided(0)
    week = plain(plan_lines(decision, settings=SETTINGS))

    assert because in section(decision, "Why")
    assert ("so the cut is" in section(decision, "Why")) is (not told)
    assert "so the cut is" in week


@pytest.mark.parametrize(
    ("answer", "times", "said"), [(UNKNOWN, 1, 1), (UNKNOWN, 2, 0), (True, 1, 0), (False, 1, 0)]
)
def test_an_emergency_question_that_is_not_known_says_not_to_wait(
    answer: Answer, times: int, said: int
) -> None:
    runner = sore_runner(chest_pain_breathless_or_coughing_blood=answer)
    for day in range(1, times):
        runner.told(day, {"chest_pain_breathless_or_coughing_blood": answer})
    decision = runner.decided(times - 1)
    screened = screening_lines(decision, settings=SETTINGS, stored=True)

    for text in (page(decision), plain(screened), plain(answer_lines(decision, settings=SETTINGS))):
        assert text.count("You do not know an answer that may mean an emergency.") == said


def test_beside_a_stop_the_first_open_questions_are_named_with_the_command() -> None:
    asked = ("fever_or_chills", "limp", "lump", "night_pain")
    stopped = sore_runner().told(1, {"swelling": True}).decided(1)
    decision = replace(stopped, plan=replace(stopped.plan, ask=asked))

    below = section(decision, "Open questions, before running again")

    assert below.count("- ") == 3
    assert f"and {len(asked) - 3} more kneewise screen asks, one" in below
    assert "Answer the open questions" not in page(decision)
    said = " ".join(line.text for line in answer_lines(decision, settings=SETTINGS))
    assert "kneewise screen asks, one" in said


def test_a_walk_is_called_a_walk_and_what_it_lacks_is_named() -> None:
    told, untold = sore_runner().each_week(8).walk(7), sore_runner().each_week(8)
    untold.test(7, TestKind.BRISK_WALK, pain=0, minutes=30)

    assert "right knee, a walk." in section(told.decided(8), "The knee lately")
    assert "- Whether you limped on that walk" in section(untold.decided(8), "What is missing")
    assert "walk_limp" not in told.decided(8).plan.missing


@pytest.mark.parametrize("limp", [True, False])
def test_a_walk_with_a_limp_is_not_brisk_and_ends_where_the_limp_begins(limp: bool) -> None:
    said = page(sore_runner(limp=limp, pain_before_last_run=5).decided(0))

    assert ("Walk, at most 30 min. Only as far as it goes without a limp." in said) is limp
    assert ("30 minutes, briskly." in said) is not limp


def test_of_two_sore_knees_a_reason_names_its_own() -> None:
    runner = sore_runner(knee="both")
    for side, during in ((Side.LEFT, 1), (Side.RIGHT, 6)):
        runner.side = side
        runner.felt(1, during=during)
    one = sore_runner().felt(1, during=6).decided(2)

    said = page(runner.decided(2))

    assert "Right knee: Worst pain during the run: 6." in said
    assert "which decides" not in said
    assert "Right knee: Worst" not in page(one)


def test_of_two_sore_knees_the_one_that_is_less_far_is_named() -> None:
    said = page(out_of_calm().told(10, {"knee": "left"}).decided(10))

    assert "Left knee, which decides: Calm lasts at least 7 days" in said
    assert "which decides" not in page(out_of_calm().decided(10))


def test_a_limp_that_was_told_of_no_run_says_so_in_build_too() -> None:
    said = page(out_of_calm().told(10, {"limp": True}).decided(10))

    assert "Only as far as it goes without a limp." in said
    assert "- Walking without a limp, once you say so:" in said


def test_what_is_said_twice_of_the_ground_stands_under_one_word() -> None:
    soft = replace(make_session(), soft_surface=True)

    said = [line.text.split()[0] for line in session_lines(soft, miles=False)]

    assert said.count("Ground") == 1
    assert said[said.index("Ground") + 1] == "soft"
