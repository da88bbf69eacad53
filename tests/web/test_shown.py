"""What decisions look like on the page, from values made by hand."""

from dataclasses import replace

import numpy as np
from django.template.loader import render_to_string

from kneewise.app.screen import questions
from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.findings import Urgency
from kneewise.model.ledger import Aerobic, Basis, Impact
from kneewise.model.plan import Phase, SessionKind
from kneewise.model.runner import Settings
from kneewise.present.words import sentence
from kneewise.web.pages.ladder import show_ladder
from kneewise.web.pages.plan import show_plan
from kneewise.web.pages.runs import show_run
from kneewise.web.pages.stop import show_signs, show_stop
from kneewise.web.pages.today import show_today
from tests.web.made import make_advice, make_decision, make_run_view, make_session

NB = "\N{NO-BREAK SPACE}"


def test_the_session_is_said_large_and_drawn_to_scale() -> None:
    day = show_today(make_decision())

    assert day.say == f"Run{NB}4, walk{NB}1. Five{NB}times."
    assert day.track is not None
    assert [span.kind for span in day.track.spans] == ["warm", *["run", "walk"] * 5]
    assert sum(span.width for span in day.track.spans) < 100
    assert not day.quiet


def test_a_day_without_running_is_quiet() -> None:
    rest = make_session(0, SessionKind.REST)

    day = show_today(make_decision(sessions=(rest,)))

    assert day.say == "Rest today."
    assert day.quiet
    assert day.track is None


def test_open_questions_come_before_any_session() -> None:
    day = show_today(make_decision(ask=("swelling",), phase=Phase.TRIAGE, may_run=False))

    assert day.say == "Some answers first."
    assert (day.track, day.facts, day.week) == (None, (), ())
    assert [action.address for action in day.actions] == ["/screen/", "/diary/"]


def test_a_stop_names_where_to_go_and_what_starts_running_again() -> None:
    stop = show_stop(make_decision(Urgency.SAME_DAY), Settings(country="DE"), questions())

    text = render_to_string("web/stop.html", {"place": "today", "stop": stop})
    assert "Be seen today." in text
    assert "112" in text
    assert "No green day can do it." in text
    assert len(stop.emergency) == 5


def test_an_emergency_sends_nobody_away_to_read_more_signs() -> None:
    stop = show_stop(make_decision(Urgency.EMERGENCY), Settings(country="GB"), questions())

    text = render_to_string("web/stop.html", {"place": "today", "stop": stop})
    assert "Get help now." in text
    assert "Call 999 now" in text
    assert "Go to an emergency department now if" not in text


def test_a_stop_does_not_say_its_headline_again_nor_how_runs_are_scored() -> None:
    logging = make_advice("step1_pain", "grade.A")
    sleep = make_advice("step7_recovery", "grade.B")
    care = make_advice("red_flags", "care.same_day")

    stop = show_stop(make_decision(Urgency.SAME_DAY, advice=(care, logging, sleep)), Settings(), questions())

    assert stop.until == (sentence("grade.B"),)


def test_no_week_of_rest_days_is_shown_where_running_is_off() -> None:
    rest = tuple(make_session(days, SessionKind.REST) for days in range(7))

    plan = show_plan(make_decision(Urgency.SAME_DAY, sessions=rest))

    text = render_to_string("web/plan.html", {"place": "plan", "plan": plan})
    assert [*plan.days, *plan.caps] == []
    assert "No training is planned while running is off." in text


def test_the_ladder_is_drawn_to_one_scale() -> None:
    rungs = show_ladder((1, 4, 30), (2, 1, 0), (8, 4, 1), stage=2)

    assert [rung.state for rung in rungs] == ["done", "now", "later"]
    assert [len(rung.parts) for rung in rungs] == [8, 4, 1]
    assert list(rungs[2].parts) == [(0, 100)]
    assert rungs[1].parts[1] == (16.67, 13.33)
    assert [rung.said for rung in rungs] == [
        "Run 1, walk 2, 8 times",
        "Run 4, walk 1, 4 times",
        "Run 30 minutes without a walk",
    ]


def test_a_bar_of_the_week_is_as_long_as_its_minutes() -> None:
    week = show_today(make_decision()).week

    assert [(card.bar, card.share) for card in week[:4]] == [
        ("run", 66.7),
        ("rest", 0),
        ("run", 66.7),
        ("bike", 100),
    ]


def test_every_sign_is_a_statement() -> None:
    signs = [sign for group in show_signs(Settings(), questions()) for sign in group.signs]

    assert len(signs) > 30
    assert not [sign for sign in signs if sign.endswith("?")]


def test_seven_days_stand_beside_the_way_back() -> None:
    plan = show_plan(make_decision())

    assert len(plan.days) == 7
    assert [station.state for station in plan.path] == ["done", "done", "now", "later", "later"]


def test_a_run_shows_its_scores_and_its_charts() -> None:
    run = show_run(make_run_view(), make_decision().found.cadence, miles=False)

    assert [score.said for score in run.scores] == ["1", "2", "1", "–"]
    assert run.charts is not None
    assert [chart.kind for chart in run.charts.charts] == ["pace", "cadence", "grade"]
    assert run.charts.charts[1].band is not None
    assert run.charts.charts[1].band.label == "167–173"


def test_a_run_shows_what_it_counts_for_and_what_was_not_believed() -> None:
    view = make_run_view()
    doubt = Doubt(
        code=DoubtCode.CADENCE_HALVED, done=Done.DOUBLED, spans_s=((505.0, 519.0),), share=0.01, facts={}
    )
    measured = replace(view.activity.measured, doubts=(doubt,), descent_m=41.0, walking_s=1080.0)
    impact = Impact(
        usual_min=15.4,
        low_min=15.0,
        high_min=15.9,
        running_min=15.0,
        cadence_share=1.0,
        ground_share=1.0,
        mass_ratio=None,
    )
    view = replace(
        view,
        activity=replace(view.activity, measured=measured, soft_surface=True),
        impact=impact,
        aerobic=Aerobic(easy_min=21.6, basis=Basis.HEART_RATE, coverage=1.0),
        impact_along=np.where(np.arange(1980) < 480, np.nan, 1.02),
        outdated=True,
    )

    run = show_run(view, make_decision().found.cadence, miles=False)

    assert run.doubts[0] == "The steps of one leg only for 14 s (at 8:25). Doubled."
    assert "next import" in run.doubts[-1]
    assert [(fact.name, fact.said) for fact in run.way] == [
        ("Walking", "18 min"),
        ("Ground", "38 m up, 41 m down"),
        ("Surface", "soft"),
    ]
    assert [fact.said for fact in run.load] == [
        "about 15 min of your usual running (15 to 16)",
        "about 22 min of easy running, by heart rate",
    ]
    assert any("no risk" in note for note in run.load_notes)
    assert run.charts is not None
    assert run.charts.charts[-1].kind == "impact"


def test_a_run_of_which_nothing_is_known_shows_neither() -> None:
    run = show_run(make_run_view(), make_decision().found.cadence, miles=False)

    assert (run.load, run.load_notes, run.doubts) == ((), (), ())
