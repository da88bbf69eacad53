"""What the screening found, as a page: what to do stands where the eye is."""

import re

from kneewise.model.runner import Settings
from kneewise.present.page import Lines
from kneewise.present.past import past_lines
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
    assert end.strip().endswith("Say there what stands under “Why”, and since when.")
    assert "What it could be" not in said


def test_a_stop_says_why_and_since_when() -> None:
    page = screening_lines(NIGHT.decided(0), settings=Settings(), stored=True)
    after = answer_lines(NIGHT.decided(2), settings=Settings())

    for lines in (page, after):
        said = words(lines)
        assert "Why - The knee wakes you at night. Since Monday 2 March." in said


def test_a_dry_run_sends_nobody_to_what_was_not_kept() -> None:
    for runner in (NIGHT, HEALING):
        said = words(screening_lines(runner.decided(0), settings=Settings(), stored=False))
        assert "Nothing was kept" in said
        assert "kneewise today" not in said


def test_without_a_stop_the_answer_comes_first_and_the_patterns_after_it() -> None:
    said = words(screening_lines(HEALING.decided(0), settings=Settings(), stored=True))

    assert said.index("Run 28 min.") < said.index("What it could be") < said.index("When to stop")


def test_the_first_of_two_noes_is_said() -> None:
    runner = sore_runner(night_pain=True).told(1, {"night_pain": False})

    page = screening_lines(
        runner.decided(1), settings=Settings(), stored=True, noes={"night_pain": runner.date(1)}
    )

    assert "One “no” was given on Tuesday 3 March to: The knee wakes you at night." in words(page)


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
