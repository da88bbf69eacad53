"""The report on paper: its words are read back out of the PDF."""

from datetime import timedelta
from pathlib import Path

import pytest

from kneewise.app import amend, log, report, review, screen, sitting
from kneewise.app.home import RunnerRef
from kneewise.app.sample_runner import tell_story
from kneewise.app.settings import change
from kneewise.app.signs import stopping_signs
from kneewise.model.errors import UsageError
from kneewise.model.findings import Urgency
from kneewise.present.report import Report, set_report
from kneewise.present.report_flags import name_flag
from kneewise.present.report_pdf import render_pages, render_pdf
from tests.app.samples import NOW
from tests.pdf_text import Pdf

ATTACK = '#panic("x") *b* $x$ \\ "q" @ref <l> `raw` // c #import "@preview/a:0.1.0"'
PNG = b"\x89PNG\r\n"


@pytest.fixture
def told(quick_runner: RunnerRef) -> RunnerRef:
    """The sample's answers, and two scores."""
    at = NOW - timedelta(days=8)
    said = next(one for one in tell_story(at.date()).said if one.kind == "screen").said
    answers = {**said, "more_running_lately": False}
    screen.screen(quick_runner, screen.parse_answers(answers, on=at.date()), at=at)
    log.log_pain(quick_runner, at=NOW - timedelta(days=3), side="right", during=3, limp="no", about_run="yes")
    log.log_pain(quick_runner, at=NOW - timedelta(days=1), side="right", morning=1)
    return quick_runner


def made(runner: RunnerRef, *, weeks: int = 6, tables: bool = False) -> Report:
    facts = report.gather(runner, review.review(runner, NOW.date()), weeks=weeks)
    return set_report(facts, tables=tables)


def read(runner: RunnerRef, *, tables: bool = False) -> Pdf:
    return Pdf(render_pdf(made(runner, tables=tables)))


@pytest.mark.parametrize("key", ["missed_three_periods", "two_bone_stress_injuries"])
def test_what_was_told_in_private_stays_off_the_page(told: RunnerRef, key: str) -> None:
    def answer(day: int, *, said: bool) -> None:
        at = NOW - timedelta(days=day)
        screen.screen(told, screen.parse_answers({key: said}, on=at.date()), at=at)

    answer(5, said=True)
    in_force, flags = made(told), review.review(told, NOW.date()).found.safety.flags
    answer(1, said=False)
    over = made(told)

    assert flags
    assert (in_force.flags, over.flags) == ((), ())
    assert "What was asked in private is left out." in in_force.foot


def test_the_same_history_gives_the_same_bytes(told: RunnerRef) -> None:
    assert render_pdf(made(told, tables=True)) == render_pdf(made(told, tables=True))


def test_it_is_one_page_unless_tables_are_asked_for(told: RunnerRef) -> None:
    assert len(read(told).pages) == 1
    assert len(read(told, tables=True).pages) == 2


def test_the_page_says_the_plan_the_place_the_pattern_and_the_questions(told: RunnerRef) -> None:
    (page,) = read(told).pages

    assert "The plan today: Calm." in page
    assert "Right knee: behind or around the kneecap." in page
    assert "(patellofemoral pain) : fits well." in page
    assert "Against: hopping is fine." in page
    assert "Does it look to you as my answers say" in page
    assert "A score from a questionnaire filled in elsewhere score date" in page
    assert page.count("iagnos") == page.count("This is not a diagnosis.") == 1


def test_a_flag_stands_on_the_page_with_its_day_and_how_soon(told: RunnerRef) -> None:
    sitting.log_signs(told, at=NOW, signs={"night_pain": True})

    (page,) = read(told).pages

    assert "23 November 2026 within days The knee wakes you at night." in page
    assert "Running is off" in page
    assert "May I run again, and from when?" in page


def test_a_flag_that_is_over_keeps_its_days(told: RunnerRef) -> None:
    kept = sitting.log_signs(told, at=NOW - timedelta(days=2), signs={"night_pain": True})
    amend.undo(told, kept.record_id, at=NOW)

    (page,) = read(told).pages

    assert "21 November 2026 within days" in page
    assert "(in force until 21 November 2026 or later)" in page
    assert "None is in force." in page


def test_every_flag_has_a_name_when_it_is_over() -> None:
    signs = stopping_signs()

    for name in (*(one for names in signs.by_urgency.values() for one in names), *signs.waiting):
        assert "%" not in name_flag(name)


def test_no_pattern_is_named_beside_a_stop(told: RunnerRef) -> None:
    sitting.log_signs(told, at=NOW, signs={"night_pain": True})

    assert made(told).patterns == ()
    assert "patellofemoral" not in read(told).pages[0]


def test_open_questions_keep_no_flag_from_reassuring(quick_runner: RunnerRef) -> None:
    (page,) = read(quick_runner).pages

    assert "None is in force. 48 questions about them are not answered yet." in page
    assert "Nothing was said yet that tells patterns apart." in page


def test_what_a_runner_wrote_is_shown_and_never_read_as_markup(told: RunnerRef) -> None:
    log.log_clearance(told, at=NOW, by=f"dr {ATTACK[:40]}", may_run="yes")
    log.log_pain(told, at=NOW, side="right", morning=1, note=ATTACK)

    page, tables = read(told, tables=True).pages

    assert ATTACK[:40] in page
    assert ATTACK in tables


def said_of(runner: RunnerRef, name: str) -> str:
    (said,) = (one.said for one in made(runner).done if one.name == name)
    return said


def test_runs_without_a_file_are_runs_of_which_the_minutes_are_not_known(told: RunnerRef) -> None:
    log.log_pain(told, at=NOW, side="right", during=1, about_run="yes")

    assert said_of(told, "Running") == "2 runs; of 2 the minutes are not known"


def test_a_run_of_two_sore_knees_counts_once_by_the_worse_of_them(told: RunnerRef) -> None:
    one_knee = said_of(told, "Answer of the knee")

    log.log_pain(told, at=NOW - timedelta(days=3), side="left", during=6, limp="no", about_run="yes")

    assert one_knee == "runs and brisk walks: 1 amber"
    assert said_of(told, "Answer of the knee") == "runs and brisk walks, each by the worse knee: 1 red"


def test_a_long_report_stays_on_one_page(told: RunnerRef) -> None:
    log.log_pain(told, at=NOW, side="left", during=6, limp="no", about_run="yes")
    for day in range(3):
        at = NOW - timedelta(days=day)
        log.log_clearance(told, at=at, by="a physiotherapist " * 20, may_run="no")
        log.log_insert(told, insert="wedge", at=at, on=at.date(), prescribed_by="doctor " * 30)
        log.log_painkiller(told, at=at)
    for kind in ("split_squat", "wall_sit", "clamshell", "calf_stretch", "wall_pulses"):
        log.log_exercise(told, at=NOW, exercise=kind, during=1)
    signs = ("night_pain", "swelling", "locked_knee", "calf_pain", "hot_or_red_joint", "fever_or_chills")
    sitting.log_signs(told, at=NOW, signs=dict.fromkeys(signs, True))

    found = read(told)

    assert len(found.pages) == 1
    assert made(told).flags[0].urgency == "emergency"


def test_every_letter_comes_out_of_the_program(told: RunnerRef) -> None:
    assert read(told, tables=True).fonts == {"LibertinusSerif"}


def test_a_note_in_another_script_has_letters_too(told: RunnerRef) -> None:
    log.log_pain(told, at=NOW, side="right", morning=1, note="колено болит, γόνατο")

    assert "колено болит, γόνατο" in read(told, tables=True).pages[1]


def test_the_page_can_be_pictured(told: RunnerRef) -> None:
    pictures = render_pages(made(told, tables=True), ppi=30)

    assert [picture[:6] for picture in pictures] == [PNG, PNG]


def test_phases_are_named_from_the_first_decision_that_had_them(told: RunnerRef) -> None:
    assert [(one.said) for one in made(told).done if one.name == "Phases"] == ["Calm from 15 Nov 2026"]


def test_looking_writes_nothing(told: RunnerRef) -> None:
    from kneewise.store.runners import last_step

    before = last_step(told)

    made(told, tables=True)

    assert last_step(told) == before


@pytest.mark.parametrize("weeks", ["0", "27", "1.5", "six"])
def test_a_span_that_does_not_fit_is_refused(weeks: str) -> None:
    with pytest.raises(UsageError):
        report.weeks_of(weeks)


def test_six_weeks_are_the_usual_span() -> None:
    assert (report.weeks_of(None), report.weeks_of(""), report.weeks_of("12")) == (6, 6, 12)


def test_how_soon_is_said_for_every_urgency() -> None:
    from kneewise.present.report_flags import how_soon

    assert len({how_soon(urgency) for urgency in Urgency}) == len(Urgency)


def test_the_sheet_asks_for_nothing_from_elsewhere() -> None:
    from kneewise.present.report_pdf import SHEET

    sheet = Path(SHEET).read_text(encoding="utf-8")

    assert not any(word in sheet for word in ("#import", "#include", "@preview", "read(", "eval("))


def test_the_report_speaks_of_the_runners_language(told: RunnerRef) -> None:
    change(told, at=NOW, language="en")

    assert made(told).language == "en"


def test_the_tables_hold_exercises_and_tests_at_home_with_their_pain(told: RunnerRef) -> None:
    log.log_test(told, at=NOW - timedelta(hours=1), side="right", kind="hops", count=20, pain_0_10=6)
    log.log_test(told, at=NOW, side="left", kind="knee_to_wall", distance_cm=9.5)
    log.log_exercise(told, at=NOW, exercise="split_squat", side="right", sets=3, repetitions="12", during=4)
    log.log_test(told, at=NOW - timedelta(days=90), side="right", kind="hops", count=5, pain_0_10=1)

    tables = {one.title: one.rows for one in made(told, tables=True).tables}

    assert tables["Tests at home"] == (
        ("23 Nov", "left knee", "knee to the wall", "9.5 cm", "–"),
        ("23 Nov", "right knee", "hops", "20", "6"),
    )
    assert tables["Exercises, with the worst pain in them or after"] == (
        ("23 Nov", "split squat", "right", "3", "12", "–", "4"),
    )
