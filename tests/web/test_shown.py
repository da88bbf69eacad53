"""What decisions look like on the page, from values made by hand."""

import re
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from django.template.loader import render_to_string

from kneewise.app.numbers import house_numbers
from kneewise.app.signs import WAITING, stopping_signs
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.findings import Colour, Urgency
from kneewise.model.ledger import Aerobic, Basis, Impact
from kneewise.model.places import Side
from kneewise.model.plan import (
    Caps,
    Change,
    ChangeKind,
    Decision,
    Goal,
    GoalKind,
    Phase,
    RunColour,
    SessionKind,
)
from kneewise.model.runner import Settings
from kneewise.present.dates import say_date
from kneewise.present.day import draw_track
from kneewise.present.text import session_lines
from kneewise.present.words import sentence
from kneewise.web.pages.guide import show_guide
from kneewise.web.pages.ladder import show_ladder
from kneewise.web.pages.plan import show_plan
from kneewise.web.pages.run import show_run
from kneewise.web.pages.run_list import NEWEST, show_runs
from kneewise.web.pages.stop import show_signs, show_stop
from kneewise.web.pages.today import show_today
from tests.engine.made import out_of_calm, sore_runner
from tests.engine.test_swaps import swapping
from tests.web.made import (
    ON,
    WHY,
    make_advice,
    make_band_run,
    make_decision,
    make_run_view,
    make_session,
    make_week,
)

NB = "\N{NO-BREAK SPACE}"
LATER = datetime(2026, 11, 25, 20, tzinfo=UTC)


def test_the_session_is_said_large_and_drawn_to_scale() -> None:
    day = show_today(make_decision())

    assert day.say == f"Run{NB}4, walk{NB}1. Five{NB}times."
    assert day.track is not None
    assert [span.kind for span in day.track.spans] == ["warm", *["run", "walk"] * 5]
    assert sum(span.width for span in day.track.spans) < 100
    assert not day.quiet
    assert [(one.said, one.address) for one in day.actions] == [
        ("Log pain", "/diary/"),
        ("Metronome", "/cadence/"),
    ]


def test_a_day_without_running_is_quiet() -> None:
    rest = make_session(0, SessionKind.REST)

    day = show_today(make_decision(sessions=(rest,)))

    assert day.say == "Rest today."
    assert day.quiet
    assert [one.said for one in day.actions] == ["Log pain"]
    assert day.track is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"cadence_low_spm": None}, ["flat, no downhill, no fast running"]),
        ({"hills": True}, ["uphill may be part of it; walk down"]),
        ({"hills": True, "downhill": True}, []),
        ({"cadence_low_spm": 166.0, "cadence_high_spm": 170.0}, []),
        ({"hills": True, "downhill": True, "soft_surface": True}, ["soft ground: grass, trail or track"]),
    ],
)
def test_the_ground_is_named_where_it_is_not_as_usual(more: dict[str, Any], said: list[str]) -> None:
    session = replace(make_session(0, SessionKind.RUN), **more)

    facts = show_today(make_decision(sessions=(session,))).facts

    assert [one.said for one in facts if one.name == "Ground"] == said


@pytest.mark.parametrize(
    ("outer", "said"),
    [
        (False, "if pain passes 2 of 10, or you limp"),
        (True, "at the first pain on the outer side of the knee, if pain passes 2 of 10, or you limp"),
    ],
)
def test_what_ends_a_run_is_said_with_the_first_outer_pain_where_that_does(*, outer: bool, said: str) -> None:
    session = replace(make_session(), stop_at_outer_pain=outer)

    facts = show_today(make_decision(sessions=(session,))).facts
    lines = " ".join(" ".join(line.text for line in session_lines(session, miles=False)).split())

    assert [one.said for one in facts if one.name == "Turn back"] == [said]
    assert said in lines


def test_the_drawing_of_a_walk_says_no_brisk_one_to_who_limps() -> None:
    limping = sore_runner(limp=True).decided(0)

    track = show_today(limping).track

    assert track is not None
    said = track.sentence.replace("\u00a0", " ")
    assert said == "Walk, at most 30 min. Only as far as it goes without a limp."
    assert "briskly" in (draw_track(limping.plan.sessions[0]) or track).sentence


def test_open_questions_come_before_any_session() -> None:
    day = show_today(make_decision(ask=("swelling",), phase=Phase.TRIAGE, may_run=False))

    assert day.say == "Some answers first."
    assert (day.track, day.facts, day.week) == (None, (), ())
    assert [action.address for action in day.actions] == ["/screen/", "/diary/"]


@pytest.mark.parametrize(
    ("days", "why"), [(0, "Some answers were not known"), (8, "A “no” is good for 7 days; older ones")]
)
def test_the_board_says_why_there_are_questions(days: int, why: str) -> None:
    first = UNKNOWN if days == 0 else False

    assert show_today(sore_runner(night_pain=first).decided(days)).sub.startswith(why)


def test_beside_a_stop_what_may_be_an_emergency_is_said_once_and_first() -> None:
    runner = sore_runner(hot_or_red_joint=True, cold_pale_or_numb_foot=UNKNOWN)
    stop = show_stop(runner.decided(0), Settings(), stopping_signs())

    assert "get emergency help now" in stop.where[0]
    assert not any("get emergency help now" in said for said in (*stop.where[1:], *stop.until))


def test_in_a_pause_a_ride_says_for_what_running_waits() -> None:
    runner = swapping().run(0, 40).told(1, {"painkillers_before_runs": True})

    day = show_today(runner.decided(2))

    assert day.say.startswith("Bike")
    assert day.sub.startswith("40 minutes, easy. Painkillers before a run hide")


def test_a_stop_names_where_to_go_and_what_starts_running_again() -> None:
    stop = show_stop(make_decision(Urgency.SAME_DAY), Settings(country="DE"), stopping_signs())

    text = render_to_string("web/stop.html", {"place": "today", "stop": stop})
    assert "Be seen today." in text
    assert "112" in text
    assert "tel:" not in text
    assert "No green day can do it." in text
    assert len(stop.emergency) == 8


def test_an_emergency_sends_nobody_away_to_read_more_signs() -> None:
    stop = show_stop(make_decision(Urgency.EMERGENCY), Settings(country="GB"), stopping_signs())

    text = render_to_string("web/stop.html", {"place": "today", "stop": stop})
    assert "Get help now." in text
    assert "Call 999 now" in text
    assert re.search(
        r'class="alarm".*<a class="btn" href="tel:999">Call 999</a>.*?</section>', text, re.DOTALL
    )
    assert "Go to an emergency department now" not in text
    assert "Until then" not in text
    assert 'href="/screen/"' not in text
    assert 'href="/seen/"' in text


def test_a_stop_does_not_say_its_headline_again_nor_how_runs_are_scored() -> None:
    logging = make_advice("step1_pain", "grade.A")
    sleep = make_advice("step7_recovery", "grade.B")
    care = make_advice("red_flags", "care.same_day")

    stop = show_stop(
        make_decision(Urgency.SAME_DAY, advice=(care, logging, sleep)), Settings(), stopping_signs()
    )

    assert stop.until == (sentence("grade.B"),)


def test_a_rest_day_says_why_and_when_the_next_run_is() -> None:
    sessions = (make_session(0, SessionKind.REST), make_session(1, SessionKind.REST), make_session(2))

    weekday = show_today(make_decision(sessions=sessions), running_days=(0, 4)).sub
    other = show_today(make_decision(sessions=sessions)).sub

    assert weekday == (
        "Wednesday is not one of your running days. Next run: Fri 27 Nov, Run\xa04, walk\xa01, 20 min."
    )
    assert other.startswith("The runs of these seven days stand on other days.")


def test_no_week_of_rest_days_is_shown_where_running_is_off() -> None:
    rest = tuple(make_session(days, SessionKind.REST) for days in range(7))

    plan = show_plan(make_decision(Urgency.SAME_DAY, sessions=rest))

    text = render_to_string("web/plan.html", {"place": "plan", "plan": plan})
    assert (plan.days, plan.caps) == ((), None)
    assert "No training is planned while running is off." in text
    assert "Not more than" not in text


def test_a_pause_shows_the_days_of_the_exercises_and_the_circuit_by_its_name() -> None:
    rest = tuple(
        replace(make_session(days, SessionKind.REST), exercises=("clamshell",), circuit=days > 0)
        for days in range(2)
    )

    paused = show_plan(make_decision(sessions=rest, may_run=False))
    asking = show_plan(make_decision(sessions=rest, may_run=False, ask=("swelling",)))

    assert [day.note for day in paused.days] == ["strength", "strength circuit"]
    assert asking.days == ()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("red_flags.pills_before_runs", "Painkillers before a run hide what the knee says"),
        ("red_flags.pills_before_runs", "It waits for two days without one"),
        ("illness.waits", "You are ill"),
        ("events.red_twice", "Two red runs"),
    ],
)
def test_a_pause_says_for_what_before_everything_else(rule: str, said: str) -> None:
    held = replace(WHY, rule=rule, limit=7)
    paused = make_decision(sessions=(make_session(0, SessionKind.REST),), may_run=False, because=(WHY, held))

    day, plan = show_today(paused), show_plan(paused)

    assert (day.say, plan.title) == ("No running today.", "Running waits.")
    assert said in day.sub
    assert plan.lead == day.sub


def test_a_plan_with_open_questions_asks_for_answers_and_not_for_less_running() -> None:
    asking = show_plan(make_decision(may_run=False, ask=("swelling",), phase=Phase.CALM))

    assert (asking.title, asking.lead) == ("First some answers.", "")


def test_what_is_missing_leads_to_where_it_is_told_and_names_no_command() -> None:
    day = show_today(make_decision(missing=("morning", "run_beside_plan", "all_running")))

    assert [one.address for one in day.missing] == ["/diary/?lacks=morning", "/diary/also/", "/runs/"]
    assert not any("kneewise" in one.said for one in day.missing)


def test_harder_exercises_are_named_among_the_new_things() -> None:
    change = Change(kind=ChangeKind.EXERCISE, on=make_session(0).on, exercises=("step_down",))

    plan = show_plan(make_decision(changes=(change,)))

    assert plan.changes[0].endswith("A harder exercise session: slow step down from a low step.")


def test_a_new_thing_has_the_day_of_the_run_that_had_it_and_none_before() -> None:
    opened = make_session(0).on
    waits = Change(kind=ChangeKind.HILLS, on=opened)
    began = replace(waits, begun_on=opened + timedelta(days=2))

    said = show_plan(make_decision(changes=(waits, began))).changes

    assert said[0].startswith("To come: Running uphill.")
    assert said[1].startswith(f"{say_date(opened + timedelta(days=2), 'l j F')}: Running uphill.")


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


@pytest.mark.parametrize(
    ("walk", "long"), [(False, "Run done"), (True, "Walk done")], ids=["a run", "a walk"]
)
def test_what_is_done_already_stands_in_the_week_with_its_worst_colour(walk: bool, long: str) -> None:
    decision = make_decision(sessions=(make_session(0, SessionKind.REST), *make_week()[1:]))
    both = ((Side.LEFT, Colour.AMBER), (Side.RIGHT, Colour.GREEN))
    colours = tuple(
        RunColour(
            on=ON, side=side, activity_id="a" * 12, colour=colour, because=(WHY,), about_run=True, walk=walk
        )
        for side, colour in both
    )

    today, tomorrow, *_ = show_today(replace(decision, colours=colours)).week

    assert (today.short, today.long, today.mark) == ("Done", long, "amber")
    assert (tomorrow.long, tomorrow.mark) == ("Rest", "rest")


def test_every_flag_that_stops_running_is_on_the_list() -> None:
    room = house_numbers().red_flags
    stopping = {
        one.name
        for one in fields(room)
        if getattr(getattr(room, one.name), "unit", "") == "urgency" and getattr(room, one.name).value >= 2
    }

    groups = show_signs(Settings(), stopping_signs())

    listed = [name for names in stopping_signs().by_urgency.values() for name in names]
    said = [sign for group in groups for sign in group.signs]
    assert {*listed, *WAITING} >= stopping
    assert len(said) == len(set(said)) == len(listed) + len(WAITING)
    assert [group.id for group in groups] == ["emergency", "same_day", "within_days", "waiting"]
    assert not [sign for sign in said if sign.endswith("?") or "%" in sign]


@pytest.mark.parametrize(("country", "call"), [("DE", "112"), ("US", "911"), ("XX", "")])
def test_the_number_of_an_emergency_can_be_touched_where_it_is_known(country: str, call: str) -> None:
    groups = show_signs(Settings(country=country), stopping_signs())
    stop = show_stop(make_decision(Urgency.EMERGENCY), Settings(country=country), stopping_signs())

    page = render_to_string("web/when_to_stop.html", {"place": "stop", "groups": groups})
    alarm = render_to_string("web/stop.html", {"place": "today", "stop": stop})
    assert (
        re.findall(r'href="tel:([^"]*)"', page)
        == re.findall(r'href="tel:([^"]*)"', alarm)
        == ([call] if call else [])
    )


def test_a_sign_can_be_logged_above_the_list_of_signs_and_below_it() -> None:
    groups = show_signs(Settings(), stopping_signs())

    page = render_to_string("web/when_to_stop.html", {"place": "stop", "groups": groups})

    head, _, rest = page.partition('<section class="sec"')
    assert head.count('href="/screen/?list=1"') == 1
    assert rest.count('href="/screen/?list=1"') == 1


def test_who_is_ill_is_first_offered_to_say_that_it_is_over() -> None:
    waits = make_decision(may_run=False, would_change=("change.well",))

    ill, well = show_today(waits), show_today(make_decision())

    assert [(one.said, one.address) for one in ill.actions] == [
        ("I am well again", "/recovery/#ill"),
        ("Log pain", "/diary/"),
    ]
    assert [one.said for one in well.actions] == ["Log pain", "Metronome"]
    assert ill.would_change == ("The last day of the illness, as soon as you say it under “Recovery”.",)


@pytest.mark.parametrize("words", ["bone stress", "never examined", "under 18", "you are 55 or older"])
def test_signs_that_only_go_together_are_on_the_list_too(words: str) -> None:
    said = " ".join(sign for group in show_signs(Settings(), stopping_signs()) for sign in group.signs)

    assert words in said


def test_a_stop_gives_the_words_to_say_there() -> None:
    decision = make_decision(Urgency.WITHIN_DAYS)

    stop = show_stop(decision, Settings(), stopping_signs(), sides=(Side.RIGHT,))

    assert stop.say_there == (
        "“It is about my right knee: swelling of the knee. Known since 25 November. I have stopped running.”"
    )
    assert not [said for said in stop.where if "Why" in said]


def test_a_sign_that_is_not_of_the_leg_is_said_before_the_knee() -> None:
    decision = make_decision(Urgency.EMERGENCY)
    flags = (replace(decision.found.safety.flags[0], key="chest_signs"),)
    safety = replace(decision.found.safety, flags=flags)
    decision = replace(decision, found=replace(decision.found, safety=safety))

    stop = show_stop(decision, Settings(), stopping_signs(), sides=(Side.RIGHT,))

    assert stop.say_there.startswith("“This is an emergency: chest pain")
    assert stop.say_there.endswith("It is also about my right knee.”")


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("during", "/diary/?lacks=during"),
        ("exercise_morning", "/strength/morning/"),
        ("run_beside_plan", "/diary/also/"),
        ("file", "/files/"),
        ("all_running", "/runs/"),
        ("swelling", "/screen/"),
    ],
)
def test_what_is_not_known_yet_leads_to_where_it_is_answered(key: str, address: str) -> None:
    (missing,) = show_today(replace_plan(missing=(key,))).missing

    assert missing.address == address


def replace_plan(**changes: Any) -> Decision:
    decision = make_decision()
    return replace(decision, plan=replace(decision.plan, **changes))


@pytest.mark.parametrize(("phase", "lines"), [(Phase.BUILD, 1), (Phase.MAINTAIN, 2)])
def test_a_goal_that_was_reached_is_told_so(phase: Phase, lines: int) -> None:
    goal = Goal(kind=GoalKind.WEEK, week_min=84, because=(replace(WHY, rule="goal.week"),))

    said = show_plan(replace_plan(goal=goal, phase=phase)).goal

    assert len(said) == lines
    assert ("You are there: now it is kept." in said) == (lines == 2)


def test_a_day_of_rest_after_a_bad_run_says_so_before_that_walking_comes_first() -> None:
    rules = ("step2_load.walking_only", "events.rest_after_bad")
    because = tuple(replace(WHY, rule=rule) for rule in rules)
    rest = make_session(0, SessionKind.REST)

    both = show_today(make_decision(sessions=(rest,), may_run=False, because=because))
    walking = show_today(make_decision(sessions=(rest,), may_run=False, because=because[:1]))

    assert both.sub.startswith("After an amber or a red run")
    assert "walking comes first" in walking.sub


def test_seven_days_stand_beside_the_way_back() -> None:
    plan = show_plan(make_decision())

    assert len(plan.days) == 7
    assert [station.state for station in plan.path] == ["done", "done", "now", "later", "later"]


def test_the_limits_are_said_rounded_down_with_what_they_rest_on() -> None:
    build = make_decision(
        caps=Caps(run_min=22.9, run_m=4290, week_min=66),
        because=(replace(WHY, rule="build.length"), replace(WHY, rule="caps.single_run", limit=10)),
    )

    page = render_to_string("web/plan.html", {"place": "plan", "plan": show_plan(build)})
    why = page.split("Why these limits")[1].split("</section>")[0]

    assert "4.2 km" in page
    assert "One run is at most 10 % above the longest that went well in thirty days." in why
    assert "length" not in why


def test_the_plan_names_runs_that_were_moved_and_the_goal() -> None:
    runner = out_of_calm().each_week(20).moved(11, 13, 14).moved(11, 15, 14, hour=8)
    runner = replace(runner, settings=Settings(race_on=runner.date(200), race_min=60))

    plan = show_plan(runner.decided(11))
    page = render_to_string("web/plan.html", {"place": "plan", "plan": plan})

    assert plan.moves[0].said == "The run of Sun 15 Mar is on Mon 16 Mar, as you asked."
    assert "as you asked" in page
    assert plan.goal[0].startswith("If every run from now on is green")
    assert "This is no promise." in page


def test_a_run_shows_its_scores_and_its_charts() -> None:
    run = show_run(replace(make_run_view(), in_band=make_band_run()), at=LATER, miles=False)

    assert [score.said for score in run.scores] == ["1", "2", "1", "–"]
    assert run.charts is not None
    assert [chart.kind for chart in run.charts.charts] == ["pace", "cadence", "grade"]
    assert run.charts.charts[1].band is not None
    assert run.charts.charts[1].band.label == "167–173"
    page = render_to_string("web/run.html", {"place": "runs", "run": run})
    assert "Your band of that day: 12 of 15 min inside 167–173: mostly inside." in page


def test_a_run_that_the_plan_had_no_band_for_shows_none() -> None:
    run = show_run(make_run_view(), at=LATER, miles=False)

    assert run.charts is not None
    assert run.charts.charts[1].band is None
    assert "band of that day" not in render_to_string("web/run.html", {"place": "runs", "run": run})


def test_without_charts_the_minutes_inside_the_band_are_said_all_the_same() -> None:
    run = show_run(replace(make_run_view(), in_band=make_band_run(), recording=None), at=LATER, miles=False)

    assert run.charts is None
    page = render_to_string("web/run.html", {"place": "runs", "run": run})
    assert "12 of 15 min inside 167–173" in page


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

    run = show_run(view, at=LATER, miles=False)

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
    run = show_run(make_run_view(), at=LATER, miles=False)

    assert (run.load, run.load_notes, run.doubts) == ((), (), ())


def test_three_things_stand_open_and_the_rest_in_one_drawer() -> None:
    wanted = {
        "A": "step2_load",
        "B": "step4_strength",
        "C": "step4_strength",
        "D": "step5_ankle",
        "X": "step6_footwear",
    }
    advice = tuple(make_advice(room, f"grade.{letter}") for letter, room in wanted.items())

    day = show_today(make_decision(advice=advice))

    assert [one.note for one in day.first] == ["Strength", "Ankle", "Shoes"]
    assert [room.name for room in day.also] == ["Run less", "Strength"]


@pytest.mark.parametrize("ill", [True, False])
def test_who_feels_ill_reads_that_first(ill: bool) -> None:
    day = show_today(sore_runner(feels_unwell=ill).decided(0))
    text = render_to_string("web/today.html", {"day": day, "place": "today"})

    assert day.ill.startswith("Do not run with a fever") is ill
    assert (0 < text.find("Note the illness") < text.find("board__say")) is ill
    assert not any("Do not run with a fever" in one.said for one in day.first)


@pytest.mark.parametrize("answer", [UNKNOWN, False])
def test_an_emergency_that_may_be_stands_above_the_board(answer: Answer) -> None:
    day = show_today(sore_runner(cold_pale_or_numb_foot=answer).decided(0))
    text = render_to_string("web/today.html", {"day": day, "place": "today"})

    assert day.doubt.startswith("You do not know an answer") is (answer is UNKNOWN)
    assert (0 < text.find("get emergency help now") < text.find("board__say")) is (answer is UNKNOWN)


def test_a_visit_that_is_worth_booking_stands_open_with_its_reasons() -> None:
    decision = sore_runner(painkiller_days_last_7=4, tingling_or_weakness=True).decided(0)

    day = show_today(decision)

    assert day.first[0].said.startswith("Book a visit to a doctor")
    assert "Painkillers on many days" in day.first[0].note
    assert "Tingling or weakness" in day.first[0].note
    assert [one.note for one in day.first[1:]] == ["Strength", "Ankle", "Recovery"]
    assert not any("Book a visit" in one.said for room in day.also for one in room.advice)


def test_the_plan_says_which_colours_are_mornings() -> None:
    said = [one.said for one in show_plan(make_decision()).colours]

    assert said == ["Right knee, after the run"] * 2 + ["Right knee, in the morning"]


def test_what_is_missing_stands_small_within_its_sentence() -> None:
    view = make_run_view()
    lacking = tuple(replace(one, missing=("morning", "limp")) for one in view.colours)

    run = show_run(replace(view, colours=lacking), at=LATER, miles=False)

    assert run.missing == "Not known yet: the pain on the next morning, whether you limped on that run."


def test_a_grade_is_not_named_twice() -> None:
    assert [grade.said[:7] for grade in show_guide().grades if grade.letter == "A"] == ["Several"]


def test_the_newest_runs_are_listed_and_older_ones_by_year() -> None:
    run = make_run_view().activity
    runs = [
        replace(run, activity_id=f"{day:016}", start=run.start - timedelta(days=day)) for day in range(800)
    ]
    runs.reverse()

    newest = show_runs(runs, (), miles=False)
    older = show_runs(runs, (), year="2025", miles=False)

    assert (len(newest.rows), newest.year, newest.years) == (NEWEST, "", ("2026", "2025", "2024"))
    assert (len(older.rows), older.year, older.years) == (365, "2025", newest.years)
    assert (newest.over, older.over) == ("800 runs", "365 runs in 2025")
    assert show_runs(runs, (), year="1999", miles=False) == newest
    text = render_to_string("web/runs.html", {"runs": older, "place": "runs"})
    assert 'href="/runs/?year=2025" aria-current="page"' in text


def test_a_run_from_before_the_plan_has_no_colour_and_one_that_was_not_answered_is_unknown() -> None:
    view = make_run_view()
    unanswered = replace(view.colours[0], activity_id=view.activity.activity_id, colour=Colour.UNKNOWN)

    before, within = (
        show_runs([view.activity], (), miles=False),
        show_runs([view.activity], [unanswered], miles=False),
    )

    assert before.rows[0].colour is None
    assert within.rows[0].colour is not None
    assert within.rows[0].colour.word == "Unknown"
    assert "Unknown" not in render_to_string("web/runs.html", {"runs": before, "place": "runs"})
    assert "Unknown" in render_to_string("web/runs.html", {"runs": within, "place": "runs"})


def test_years_are_not_offered_where_all_runs_are_listed() -> None:
    run = make_run_view().activity

    assert show_runs([run], (), miles=False).years == ()
    assert show_runs([], (), miles=False).over == ""
