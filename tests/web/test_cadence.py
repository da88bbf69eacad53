"""The page of cadence: where the block stands, the minutes in the band, and what is missing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils.html import escape

from kneewise.model.cadence import BlockEnd, CadenceBlock, Mark, OwnSteps, TargetBand
from kneewise.model.findings import CadenceFinding, Urgency
from kneewise.model.plan import Decision, Phase
from kneewise.present.cadence import has_metronome
from kneewise.web.pages.cadence import CadencePage, show_cadence
from tests.web.made import ON, make_band_run, make_decision

FIRST = TargetBand(low_spm=167, high_spm=173, first=True)
GOING = CadenceBlock(began_on=ON - timedelta(days=5), band=FIRST)
STEPS = OwnSteps(before=(Mark(2.6, 160.0), Mark(3.2, 166.0)), since=(Mark(2.8, 170.0),))


def shown(
    block: CadenceBlock, decision: Decision | None = None, *, own: OwnSteps = STEPS, runs: int = 0
) -> CadencePage:
    made = [make_band_run(days_ago=days) for days in range(runs, 0, -1)]
    return show_cadence(decision or make_decision(), block, own, made, miles=False)


def page_of(page: CadencePage) -> str:
    return render_to_string("web/cadence.html", {"place": "cadence", "page": page})


def with_cadence(**finding: object) -> Decision:
    decision = make_decision()
    found = replace(decision.found.cadence, **finding)  # type: ignore[arg-type]  # Made by name.
    return replace(decision, found=replace(decision.found, cadence=found))


def test_the_first_weeks_ask_for_one_minute_of_every_five() -> None:
    page = shown(GOING)

    assert page.state.over == "In the plan since 20 November"
    assert page.state.lead == "At first in one minute of every 5."
    assert [fact.said for fact in page.facts] == ["162", "167–173"]


def test_later_all_of_the_running_is_asked_for() -> None:
    page = shown(replace(GOING, band=replace(FIRST, first=False)))

    assert page.state.lead == "In all of your running, while it feels well."


def test_before_the_block_it_is_said_when_it_comes_and_why() -> None:
    page = shown(CadenceBlock(not_before=ON + timedelta(days=3)))

    assert page.state.over == "On 28 November at the earliest"
    assert page.state.lead == "One new thing at a time: cadence begins after 7 calm days at the earliest."
    assert page.no_rows.startswith("Each run counts its minutes here once")


@pytest.mark.parametrize(("ended", "word"), [(BlockEnd.CALF, "calf"), (BlockEnd.NO_RELIEF, "hurt no less")])
def test_a_dropped_block_says_why(ended: BlockEnd, word: str) -> None:
    page = shown(replace(GOING, band=None, ended=ended))

    assert page.state.title == "Back to your own steps."
    assert word in page.state.lead


def test_quick_steps_are_left_as_they_are() -> None:
    page = shown(CadenceBlock(), with_cadence(own_spm=184.0, wanted=False))

    assert page.state.lead == "Your steps are quick already (184 a minute)."


def test_while_running_is_out_of_the_plan_it_waits() -> None:
    page = shown(GOING, make_decision(Urgency.WITHIN_DAYS))

    assert page.state.lead == "Running is out of the plan, so this waits."


@pytest.mark.parametrize(
    ("decision", "beats"),
    [
        (make_decision(), True),
        (make_decision(may_run=False), False),
        (make_decision(Urgency.WITHIN_DAYS), False),
        (make_decision(phase=Phase.TRIAGE), False),
    ],
)
def test_the_metronome_goes_with_the_running(decision: Decision, beats: bool) -> None:
    assert has_metronome(decision) is beats


def test_while_running_waits_this_waits_too() -> None:
    page = shown(GOING, make_decision(may_run=False))

    assert page.state.lead == "Running waits, so this waits too."


def test_without_own_steps_it_is_said_what_to_bring() -> None:
    nothing = CadenceFinding(own_spm=None, low_spm=None, high_spm=None, wanted=False)
    decision = make_decision()
    decision = replace(decision, found=replace(decision.found, cadence=nothing))

    page = shown(CadenceBlock(), decision, own=OwnSteps())

    assert page.missing is not None
    assert page.missing.link.address == "/files/"
    assert "Nothing to draw yet" in page_of(page)


def test_who_was_never_asked_is_led_to_the_questions() -> None:
    page = shown(CadenceBlock(), make_decision(phase=Phase.TRIAGE), own=OwnSteps())

    assert page.missing is not None
    assert page.missing.link.address == "/screen/"


def test_each_run_has_its_minutes_the_newest_first() -> None:
    page = shown(GOING, runs=3)

    assert [row.day for row in page.rows] == ["24 Nov", "23 Nov", "22 Nov"]
    assert page.rows[0].known == 100
    assert page.rows[0].inside == 80
    assert page.rows[0].said == "12 of 15 min inside 167–173"
    assert "mostly inside" in page_of(page)


@pytest.mark.parametrize(("runs", "folded"), [(6, 0), (9, 3)])
def test_of_many_runs_only_the_newest_six_stand_open(runs: int, folded: int) -> None:
    said = page_of(shown(GOING, runs=runs))

    _open, _title, before = said.partition("<summary>Runs before</summary>")
    assert said.count("inband__said") == runs
    assert before.count("inband__said") == folded


def test_the_guide_stands_beside_its_evidence() -> None:
    page = shown(GOING)
    text = page_of(page)

    words = (*page.beside.said, *page.beside.evidence, *page.beside.differs, *page.beside.does)
    assert len(words) >= 4
    assert all(escape(said) in text for said in words)
    assert 'href="/guide/step3/"' in text
