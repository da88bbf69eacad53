from datetime import date, timedelta

import pytest

from kneewise.app import log, screen
from kneewise.app import settings as choices
from kneewise.app.home import RunnerRef
from kneewise.app.sample_runner import tell_story
from kneewise.app.screen_answers import OF_ANYBODY
from kneewise.model.answers import UNKNOWN, QuestionKind
from kneewise.model.errors import UsageError
from kneewise.model.findings import Urgency
from kneewise.present.json import screening_json
from kneewise.store.history import recall_history
from kneewise.store.runners import last_step
from tests.app.samples import NOW

TODAY = NOW.date()


def told() -> dict[str, object]:
    """The sample runner's answers, as if they were given today."""
    first = next(said for said in tell_story(TODAY + timedelta(days=10)).said if said.kind == "screen")
    return dict(first.said)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"knee": "middle"}, "“middle” is no knee: say left, right or both."),
        ({"pain_this_morning": 11}, r"“11” is no score for “How much .* 0 to 10\?” \(pain_this_morning\)"),
        ({"pain_started_on": "2027-01-01"}, "1 January 2027 is in the future"),
        (
            {"age_years": 300},
            r"“300” is no number for “How old are you, in years\?” \(age_years\): say one from 5 to 110",
        ),
        ({"shoe_size": 42}, "There is no question “shoe_size”"),
        ({"Night-Pain": True}, "There is no question “Night-Pain”: is it “night_pain”"),
        ({"fever": True}, "There is no question “fever”: is it “fever_or_chills”"),
        ({"knee": ["left", "middle"]}, "is no knee: say left, right or both."),
        ({"sex": "maybe"}, "“maybe” is not one of the answers for “What is your sex"),
        ({"places": ["elbow"]}, "“elbow” is not one of the answers for “Where does it hurt"),
        ({"places": 7}, r"\(places\) is a list: .* as \[\"above_kneecap\", \"inner_edge\"\]"),
        ({"age_years": 34.5}, r"“34.5” is no whole number for .*: leave out what is behind the point"),
        ({"limp": "perhaps"}, r"“perhaps” is no answer for “Do you limp because of the knee\?” \(limp\)"),
    ],
)
def test_an_answer_that_cannot_be_is_one_sentence(raw: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        screen.parse_answers(raw, on=TODAY)


def test_unknown_is_an_answer_to_every_question_and_nothing_is_none() -> None:
    keys = [question.key for question in screen.questions()]

    unknown = screen.parse_answers(dict.fromkeys(keys, "unknown"), on=TODAY)
    unsaid = screen.parse_answers(dict.fromkeys(keys), on=TODAY)

    assert unknown == dict.fromkeys(keys, UNKNOWN)
    assert unsaid == {}


def test_answers_are_read_in_the_words_of_people_and_of_files() -> None:
    raw = {
        "limp": "no",
        "knee": "left",
        "places": "shin_bump, calf",
        "age_years": "44",
        "injury_on": "2026-11-01",
    }

    answers = screen.parse_answers(raw, on=TODAY)

    assert answers == {
        "limp": False,
        "knee": "left",
        "places": ("shin_bump", "calf"),
        "age_years": 44,
        "injury_on": date(2026, 11, 1),
    }


def test_a_dry_run_says_the_same_and_stores_nothing(runner: RunnerRef) -> None:
    answers = screen.parse_answers(told(), on=TODAY)
    before = last_step(runner)

    dry = screen.screen(runner, answers, at=NOW, dry_run=True)

    assert (dry.record_id, last_step(runner)) == ("", before)
    assert recall_history(runner).answers == ()

    kept = screen.screen(runner, answers, at=NOW)

    assert kept.decision.plan == dry.decision.plan
    assert recall_history(runner).answers[0].answers == answers


def test_what_was_not_asked_is_asked_and_a_no_to_all_of_it_is_looked_at(quick_runner: RunnerRef) -> None:
    raw = told()
    del raw["locked_knee"], raw["night_pain"]

    found = screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW, dry_run=True)

    assert not found.decision.plan.may_run
    assert {"locked_knee", "night_pain"} <= set(found.decision.plan.ask)
    assert found.provisional_may_run
    assert not found.provisional_urgency.stops_running


def test_night_pain_takes_running_out_of_the_plan_at_once(quick_runner: RunnerRef) -> None:
    screen.screen(quick_runner, screen.parse_answers(told(), on=TODAY), at=NOW)

    woke = {**told(), "night_pain": "yes"}
    found = screen.screen(quick_runner, screen.parse_answers(woke, on=TODAY), at=NOW + timedelta(hours=1))

    assert found.decision.plan.urgency is Urgency.WITHIN_DAYS
    assert not found.decision.plan.may_run
    assert not found.provisional_may_run


def test_the_days_to_run_on_become_the_setting(quick_runner: RunnerRef) -> None:
    raw = {**told(), "running_days": ["tuesday", "sunday"]}

    screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW)

    assert choices.get(quick_runner).running_days == (1, 6)


def test_a_mistaken_tap_is_corrected_by_an_amendment(quick_runner: RunnerRef) -> None:
    raw = {**told(), "night_pain": "yes"}
    wrong = screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW)

    right = log.edit(quick_runner, wrong.record_id, {"night_pain": "no"}, at=NOW + timedelta(minutes=1))

    assert wrong.decision.plan.urgency is Urgency.WITHIN_DAYS
    assert not right.decision.plan.urgency.stops_running
    assert recall_history(quick_runner).answers[0].answers["night_pain"] is False


def test_every_kind_of_question_can_be_answered() -> None:
    kinds = {question.kind for question in screen.questions()}

    assert kinds == set(QuestionKind) - {QuestionKind.TEXT}


def all_no() -> dict[str, object]:
    """An adult whose every yes/no question is answered no."""
    asked = (question for question in screen.questions() if question.kind is QuestionKind.YES_NO)
    return {question.key: False for question in asked} | {"age_years": 30, "knee": "left"}


def look(runner: RunnerRef, raw: dict[str, object]) -> screen.ScreenResult:
    return screen.screen(runner, screen.parse_answers(raw, on=TODAY), at=NOW, dry_run=True)


def test_all_noes_leave_running_in_the_plan_whatever_the_week_holds(quick_runner: RunnerRef) -> None:
    found = look(quick_runner, all_no())

    assert (found.decision.plan.urgency, found.decision.plan.ask, found.may_run) == (Urgency.NONE, (), True)


def test_a_dry_run_knows_the_chosen_days(quick_runner: RunnerRef) -> None:
    raw = {**told(), "running_days": ["tuesday", "sunday"]}

    dry = look(quick_runner, raw)
    kept = screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW)

    assert dry.decision.plan == kept.decision.plan
    assert choices.get(quick_runner).running_days == (1, 6)


def test_provisional_waits_for_the_age_but_not_for_the_knee(quick_runner: RunnerRef) -> None:
    raw = all_no()
    kneeless = {key: said for key, said in raw.items() if key != "knee"}
    ageless = {key: said for key, said in raw.items() if key != "age_years"}

    without_knee, without_age = look(quick_runner, kneeless), look(quick_runner, ageless)

    assert (without_knee.may_run, without_knee.provisional_may_run) == (False, True)
    assert (without_age.may_run, without_age.provisional_may_run) == (False, False)


MORE_OF_IT: dict[str, tuple[object, str]] = {
    "pain_walking_0_10": (5, "pain_walking"),
    "bone_spot": ("inner_shin_below_joint", "bone_tenderness"),
    "swelling_where": ("joint", "swelling"),
    "swelling_since": ("2026-11-20", "swelling"),
    "same_effort_relief_min": (5, "same_effort_calf_or_foot_cramp"),
    "injury_on": ("2026-11-20", "injury"),
    "injury_fall_or_blow": (True, "injury"),
    "injury_not_settled": (True, "injury"),
    "calf_pain_without_felt_strain": (True, "calf_pain"),
    "tender_deep_veins": (True, "calf_pain"),
    "giving_way_repeated": (True, "giving_way"),
}
"""Answers that only somebody can give who has the thing, by the question that asks for it."""


@pytest.mark.parametrize("before", [None, False, "unknown"])
@pytest.mark.parametrize("key", MORE_OF_IT)
def test_more_told_of_a_thing_in_a_file_says_that_it_is_there(key: str, before: object) -> None:
    said, thing = MORE_OF_IT[key]

    read = screen.parse_file({thing: before, key: said}, on=TODAY)

    assert read[thing] is True


@pytest.mark.parametrize("key", sorted(OF_ANYBODY))
def test_what_is_true_of_anybody_says_nothing_of_the_thing_before_it(key: str) -> None:
    (asked,) = (one for one in screen.questions() if one.key == key)

    assert asked.only_if
    assert screen.parse_file({key: True}, on=TODAY) == {key: True}


@pytest.mark.parametrize(
    "raw",
    [
        {"pain_walking": False, "pain_walking_0_10": 0},
        {"bone_tenderness": False, "bone_spot": "unknown"},
        {"injury": False, "injury_pop": False, "injury_not_examined": True},
    ],
    ids=lambda raw: next(iter(raw)),
)
def test_a_file_that_tells_nothing_more_keeps_its_no(raw: dict[str, object]) -> None:
    assert screen.parse_file(raw, on=TODAY) == screen.parse_answers(raw, on=TODAY)


def test_a_fall_at_sixty_is_an_injury_though_only_its_kind_was_told(quick_runner: RunnerRef) -> None:
    raw = {"age_years": 60, "knee": "left", "injury_fall_or_blow": True}

    found = screen.screen(quick_runner, screen.parse_file(raw, on=TODAY), at=NOW, dry_run=True)

    assert found.decision.plan.urgency is Urgency.SAME_DAY
    assert (found.provisional_urgency, found.provisional_may_run) == (Urgency.SAME_DAY, False)


@pytest.mark.parametrize("nothing", [[], "", None])
def test_an_empty_answer_says_nothing(nothing: object) -> None:
    assert screen.parse_answers({"places": nothing, "running_days": nothing}, on=TODAY) == {}


def test_a_place_said_twice_is_said_once() -> None:
    assert screen.parse_answers({"places": ["calf", "calf"]}, on=TODAY) == {"places": ("calf",)}


def test_an_answer_taken_out_by_an_amendment_was_not_asked(quick_runner: RunnerRef) -> None:
    raw = {**all_no(), "night_pain": "yes"}
    wrong = screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW)

    right = log.edit(quick_runner, wrong.record_id, {"night_pain": ""}, at=NOW + timedelta(minutes=1))

    assert right.decision.plan.urgency is Urgency.NONE
    assert right.decision.plan.ask == ("night_pain",)


def test_a_screening_taken_back_counts_no_more(quick_runner: RunnerRef) -> None:
    screen.screen(quick_runner, screen.parse_answers(all_no(), on=TODAY), at=NOW)
    raw = {**all_no(), "locked_knee": "yes"}
    wrong = screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW + timedelta(minutes=1))

    back = log.undo(quick_runner, wrong.record_id, at=NOW + timedelta(minutes=2))

    assert wrong.decision.plan.urgency is Urgency.SAME_DAY
    assert back.decision.plan.urgency is Urgency.NONE


def test_answers_in_two_files_come_to_what_they_do_in_one(quick_runner: RunnerRef) -> None:
    raw = {**all_no(), "giving_way": "yes", "giving_way_repeated": "yes", "places": ["inner_joint"]}
    parts = [dict(list(raw.items())[::2]), dict(list(raw.items())[1::2])]

    at_once = look(quick_runner, raw)
    screen.screen(quick_runner, screen.parse_answers(parts[1], on=TODAY), at=NOW)
    later = NOW + timedelta(minutes=1)
    in_two = screen.screen(quick_runner, screen.parse_answers(parts[0], on=TODAY), at=later)

    assert in_two.decision.plan.urgency is at_once.decision.plan.urgency is Urgency.SAME_DAY
    assert in_two.decision.found.pain == at_once.decision.found.pain


def test_the_result_as_json_has_these_keys_and_no_others(quick_runner: RunnerRef) -> None:
    found = look(quick_runner, {"age_years": 30, "night_pain": True, "places": ["behind_kneecap"]})

    said = screening_json(
        found.decision,
        may_run=found.may_run,
        provisional_urgency=found.provisional_urgency,
        provisional_may_run=found.provisional_may_run,
        next_questions=found.next_questions,
    )

    assert isinstance(said, dict)
    assert [*said] == [
        *("urgency", "may_run", "reasons", "ask", "provisional"),
        *("patterns", "first", "unclear", "next"),
    ]
    assert said["provisional"] == {"urgency": "within_days", "may_run": False}
    patterns = said["patterns"]
    assert isinstance(patterns, list)
    assert all(
        isinstance(one, dict) and [*one] == ["id", "fit", "for", "against", "published"] for one in patterns
    )


@pytest.mark.parametrize(
    ("key", "words", "read"),
    [
        ("limp", ("yes", "Y", "true", "on", "1", 1), True),
        ("limp", ("no", "n", "False", "off", "0", 0), False),
        ("age_years", ("34", " 34 ", 34.0), 34),
        ("pain_this_morning", ("3", "3.0"), 3),
        ("usual_week_km", ("7.5", "7,5"), 7.5),
        ("places", ("shin_bump, calf", "shin_bump calf"), ("shin_bump", "calf")),
        ("places", ("behind kneecap", ["Behind-Kneecap"], "Behind kneecap, "), ("behind_kneecap",)),
        ("sex", ("Female", "F", "woman"), "female"),
        ("sex", ("M", "man", "MALE "), "male"),
        ("knee", ("R", "Right", ["right"]), "right"),
        ("knee", ("both", ["left", "right"]), "both"),
        ("limp", ("?", "Unknown", "not sure", "don’t know"), UNKNOWN),
        ("places", ("unknown", ["unknown"]), UNKNOWN),
    ],
)
def test_words_are_read_as_the_document_says(key: str, words: tuple[object, ...], read: object) -> None:
    for word in words:
        answer = screen.parse_answers({key: word}, on=NOW.date())[key]
        assert (type(answer), answer) == (type(read), read)


@pytest.mark.parametrize("key", ["age_years", "pain_this_morning", "usual_week_km"])
def test_a_number_is_never_true_or_false(key: str) -> None:
    for said in (True, False):
        with pytest.raises(UsageError, match=key):
            screen.parse_answers({key: said}, on=NOW.date())
