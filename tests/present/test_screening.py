"""What the screening found, as a page: what to do stands where the eye is."""

import re

import pytest

from kneewise.model.answers import Answer
from kneewise.model.runner import Settings
from kneewise.present.page import Lines
from kneewise.present.past import past_lines
from kneewise.present.reasons import waits_for
from kneewise.present.screening import emergency_lines, screening_lines
from kneewise.present.text import answer_lines
from tests.engine.made import sore_runner

NIGHT = sore_runner(night_pain=True)
HEALING = sore_runner()


def words(lines: Lines) -> str:
    return re.sub("[ \n]+", " ", "\n".join(line.text for line in lines)).replace("\xa0", " ")


def test_a_stop_ends_with_what_to_do_and_names_no_pattern() -> None:
    said = words(screening_lines(NIGHT.decided(0), settings=Settings(), stored=True))

    end = said.partition("■ Do not run. Be seen within a few days.")[2]
    assert "See a doctor or a physiotherapist within the next few days." in end
    assert end.strip().endswith("Say there what stands under “Why”, and when it began.")
    assert "What it could be" not in said


def test_a_stop_says_why_and_since_when() -> None:
    page = words(screening_lines(NIGHT.decided(0), settings=Settings(), stored=True))
    after = words(answer_lines(NIGHT.decided(2), settings=Settings()))

    assert "Why - The knee wakes you at night." in page
    assert "Known since" not in page
    assert "Why - The knee wakes you at night. Known since Monday 2 March." in after


def test_a_dry_run_sends_nobody_to_what_was_not_kept() -> None:
    for runner in (NIGHT, HEALING):
        said = words(screening_lines(runner.decided(0), settings=Settings(), stored=False))
        assert "Nothing was kept" in said
        assert "kneewise today" not in said


def test_without_a_stop_the_answer_comes_first_and_the_patterns_after_it() -> None:
    said = words(screening_lines(HEALING.decided(0), settings=Settings(), stored=True))

    assert said.index("Run 28 min.") < said.index("What it could be") < said.index("When to stop")


@pytest.mark.parametrize(
    ("sign", "why"),
    [
        ("painkillers_before_runs", "- Painkillers before a run hide what the knee says, so running waits."),
        ("pain_earlier_each_run", "Running waits, and it is asked again after 2 days."),
        ("pain_walking", "- Walking hurts more than it should"),
    ],
)
def test_a_pause_says_for_what_running_waits(sign: str, why: str) -> None:
    said = words(screening_lines(sore_runner(**{sign: True}).decided(0), settings=Settings(), stored=True))

    before, _, reasons = said.partition(" Why ")
    assert "No running today. Running waits." in before
    assert why in reasons.partition("What it could be")[0]


def test_a_pause_for_two_things_says_both() -> None:
    decision = sore_runner(painkillers_before_runs=True, pain_earlier_each_run=True).decided(0)

    said = words(screening_lines(decision, settings=Settings(), stored=True))

    for part in (said, waits_for(decision)):
        assert "Painkillers before a run hide what the knee says" in part
        assert "The pain comes earlier each run." in part


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"painkiller_days_last_7": 4}, "Painkillers on many days"),
        ({"missed_three_periods": True}, "Three or more missed periods in a row"),
    ],
)
def test_what_is_worth_a_visit_is_said_beside_the_session_with_its_reason(
    told: dict[str, Answer], why: str
) -> None:
    said = words(screening_lines(sore_runner(**told).decided(0), settings=Settings(), stored=True))

    answer, _, reasons = said.partition(" Why ")
    assert (
        "Book a visit to a doctor, or a physiotherapist for the knee; the plan goes on meanwhile." in answer
    )
    assert why in reasons


def test_nobody_is_sent_anywhere_without_a_sign() -> None:
    said = words(screening_lines(HEALING.decided(0), settings=Settings(), stored=True))

    assert "Book a visit" not in said


def test_the_first_of_two_noes_is_said() -> None:
    runner = sore_runner(night_pain=True).told(1, {"night_pain": False})

    page = screening_lines(
        runner.decided(1), settings=Settings(), stored=True, noes={"night_pain": runner.date(1)}
    )

    assert "One “no” was given on Tuesday 3 March to: The knee wakes you at night." in words(page)


def test_what_may_wait_for_days_sends_nobody_to_the_emergency_number_for_being_worse() -> None:
    said = words(screening_lines(NIGHT.decided(0), settings=Settings(country="GB"), stored=True))

    assert "If it gets worse while you wait, be seen the same day." in said
    assert "with a swollen or hot knee, or have another emergency sign, call 999." in said
    assert "unwell, call 999" not in said
    assert "111" not in said


def test_what_is_to_be_seen_today_names_the_help_line_of_the_country() -> None:
    decision = sore_runner(locked_knee=True).decided(0)

    british, german = (
        words(screening_lines(decision, settings=Settings(country=country), stored=True))
        for country in ("GB", "DE")
    )

    assert "If you do not know where, call NHS 111 (England, Scotland, Wales)." in british
    assert "or you feel unwell, call 999." in british
    assert "If you do not know where" not in german


def test_an_emergency_sign_is_answered_with_the_number_of_the_country() -> None:
    said = words(emergency_lines(Settings(country="GB")))

    assert "■ Do not run. Get emergency help now. - Call 999 now" in said


def test_the_answer_of_a_day_that_lies_behind_is_not_said_in_the_present() -> None:
    later = HEALING.date(9)

    def said(day: int) -> str:
        return words(past_lines(HEALING.decided(day), of=later)).strip()

    assert said(0) == "On Monday 2 March: Run, 28 min."
    assert said(8) == "On Tuesday 10 March: no running before some questions had an answer."
    assert words(past_lines(NIGHT.decided(1), of=later)).strip() == (
        "On Tuesday 3 March: no running, to be seen within a few days."
    )
