"""The diary's form: its day, what belongs to what was chosen, and what is wrong said beside its field."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from kneewise.app import log, review, runs, screen
from kneewise.app.import_files import import_paths
from kneewise.app.late import colours_still
from kneewise.store.history import recall_history
from kneewise.web.pages.diary import UNRECORDED
from tests.web.told import AT, calm_answers, gpx, screened

if TYPE_CHECKING:
    from pathlib import Path

    from kneewise.app.home import RunnerRef
    from kneewise.model.findings import Colour

TODAY, YESTERDAY = AT.date(), AT.date() - timedelta(days=1)


@pytest.fixture
def earlier_run(runner: RunnerRef, tmp_path: Path) -> str:
    """A run of yesterday, which the form chooses first."""
    file = tmp_path / "earlier.gpx"
    file.write_text(gpx("Earlier", at=AT - timedelta(days=1)), encoding="utf-8")
    return import_paths(runner, [file], now=AT).new_activities[0]


def bring_run(runner: RunnerRef, folder: Path, *, hours_ago: int) -> str:
    """Bring a run that ended so long ago."""
    file = folder / f"{hours_ago}.gpx"
    file.write_text(gpx("Some run", at=AT - timedelta(hours=hours_ago - 1)), encoding="utf-8")
    return import_paths(runner, [file], now=AT).new_activities[0]


def colours_of(runner: RunnerRef, run: str) -> list[Colour]:
    return [one.colour for one in review.review(runner, TODAY).colours if one.activity_id == run]


def chosen(text: str) -> str:
    found = re.search(r'name="run" value="([^"]*)" data-about="\d" checked', text)
    assert found is not None
    return found[1]


def text_of(client: Client, path: str = "/diary/") -> str:
    return client.get(path).content.decode()


def date_of(text: str) -> str:
    found = re.search(r'<input type="date" name="on" value="([^"]*)"', text)
    assert found is not None
    return found[1]


def test_the_day_of_the_form_is_today_whatever_run_is_chosen_first(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    text = text_of(page)

    assert f'value="{earlier_run}" data-about="1" checked' in text
    assert date_of(text) == str(TODAY)


@pytest.mark.parametrize(("run", "score"), [("", "this_morning"), ("unrecorded", "during")])
@pytest.mark.parametrize("on", [TODAY, YESTERDAY])
def test_without_a_known_run_the_day_that_is_shown_counts(
    page: Client, runner: RunnerRef, earlier_run: str, run: str, score: str, on: object
) -> None:
    page.post("/diary/", {"run": run, "side": "right", score: "2", "on": str(on)})

    assert [told.on for told in recall_history(runner).pain] == [on]


def test_a_known_run_is_stored_on_its_own_day(page: Client, runner: RunnerRef, earlier_run: str) -> None:
    page.post("/diary/", {"run": earlier_run, "side": "right", "during": "2", "on": str(TODAY)})

    assert [told.on for told in recall_history(runner).pain] == [YESTERDAY]


def test_each_choice_has_a_line_of_its_own_above_the_page(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    text = text_of(page)

    lines = re.findall(r'class="over about--(\d)">([^<]+)', text)
    assert [number for number, _line in lines] == re.findall(r'data-about="(\d)"', text)
    assert [line for _number, line in lines][1:] == ["A run without a file", "A day without a run"]


def test_without_a_run_its_scores_are_not_kept(page: Client, runner: RunnerRef) -> None:
    page.post("/diary/", {"run": "", "side": "right", "during": "8", "before": "3", "this_morning": "1"})

    told = recall_history(runner).pain[0]
    assert (told.about_run, told.during, told.before, told.morning) == (False, None, None, 1)


def test_a_sign_alone_is_no_line_of_pain(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    answer = page.post("/diary/", {"run": run_id, "side": "right", "sign": ["catching"]})

    assert answer.status_code == 302
    assert recall_history(runner).pain == ()
    assert dict(recall_history(runner).answers[-1].answers) == {"catching_or_clicking": True}


def test_a_sign_alone_sent_twice_is_stored_once(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    before = len(recall_history(runner).answers)

    for _time in range(2):
        page.post("/diary/", {"run": run_id, "side": "right", "sign": ["catching"]})

    assert len(recall_history(runner).answers) == before + 1


@pytest.mark.parametrize(
    ("filled", "field", "said"),
    [
        ({"during": "11"}, "during", "Choose a step from 0 to 10, or “not sure”."),
        ({"side": ""}, "side", "Say which knee it was."),
        ({"on": "2999-01-01"}, "on", "Give a day up to today."),
        ({"on": "someday"}, "on", "Give a day up to today."),
        ({"run": "f" * 12}, "run", "Choose the run again: this one is not among yours."),
        ({"place": ["right-moon"]}, "place", "Touch the places on the drawing."),
        ({"place": ["middle-below_kneecap"]}, "place", "Touch the places on the drawing."),
        ({"sign": ["moon"]}, "sign", "One of these signs is not on the list: choose again."),
        (
            {"sign": ["limp"], "none_else": "yes"},
            "sign",
            "“No limp, no painkiller” goes with neither “Limped” nor “Painkiller”: take one away.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_in_words_of_the_page(
    page: Client, runner: RunnerRef, filled: dict[str, str], field: str, said: str
) -> None:
    answer = page.post("/diary/", {"run": "unrecorded", "side": "right", "during": "2", **filled})

    text = answer.content.decode()
    banner = re.search(r'role="alert" aria-labelledby="problem".*?</section>', text, re.DOTALL)
    assert answer.status_code == 422
    assert f'aria-describedby="slip-{field}"' in text
    assert re.search(rf'id="slip-{field}">.*?{re.escape(said)}', text)
    assert banner is not None
    assert said in banner[0]
    assert not re.search(r"after_60min|activity_id|unknown|kneewise ", banner[0])
    assert recall_history(runner).pain == ()


def test_what_is_usual_stands_beside_the_name(page: Client, runner: RunnerRef, run_id: str) -> None:
    for days in (5, 4, 3):
        on = AT - timedelta(days=days)
        log.log_pain(runner, at=on, side="right", about_run=True, before=1, during=2)

    text = text_of(page)

    assert '<span class="note of-right">Usually 1</span>' in text
    assert '<span class="note of-left">0 is no pain</span>' in text


def test_adding_a_score_shows_what_is_kept(page: Client, runner: RunnerRef, run_id: str) -> None:
    page.post("/diary/", {"run": run_id, "side": "right", "during": "2", "before": "unknown"})

    text = text_of(page, f"/diary/?run={run_id}")

    kept = "Kept so far, right knee: before\N{NO-BREAK SPACE}?, during\N{NO-BREAK SPACE}2."
    assert kept in text
    assert kept in text_of(page)


def test_without_a_score_nothing_is_called_kept(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    page.post("/diary/", {"run": run_id, "side": "right", "none_else": "yes"})

    assert "Kept so far" not in text_of(page, f"/diary/?run={run_id}")


def test_who_is_stopped_is_told_so_in_the_diary(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    before = text_of(page)
    page.post("/diary/", {"run": run_id, "side": "right", "sign": ["swelling"]})

    assert review.review(runner, TODAY).plan.urgency.stops_running
    assert "Running is off" not in before
    assert "Running is off" in text_of(page)


LATE = "This run is more than two days old"
ALL = {"before": "0", "during": "2", "after_60min": "1", "morning": "1", "none_else": "yes"}


def test_a_run_is_offered_until_48_hours_after_its_end(
    page: Client, runner: RunnerRef, tmp_path: Path
) -> None:
    open_still = bring_run(runner, tmp_path, hours_ago=47)
    closed = bring_run(runner, tmp_path, hours_ago=49)

    text = text_of(page)

    assert f'value="{open_still}"' in text
    assert f'value="{closed}"' not in text
    assert LATE not in text


def test_of_an_old_run_the_form_promises_no_colour(page: Client, runner: RunnerRef, tmp_path: Path) -> None:
    run = bring_run(runner, tmp_path, hours_ago=80)

    text = text_of(page, f"/diary/?run={run}")

    assert chosen(text) == run
    assert text.count("The run gets its colour then.") == 1  # Of a run without a file.
    assert LATE in text
    assert "It keeps its colour. Pain above 7, a limp, a painkiller or a sign counts all the same." in text
    assert f"{LATE}. It keeps its colour." in text_of(page, f"/runs/{run}/")


def test_an_old_run_is_asked_about_alone_and_runs_that_are_open_beside_each_other(
    page: Client, runner: RunnerRef, tmp_path: Path
) -> None:
    old = bring_run(runner, tmp_path, hours_ago=80)
    still_open = {bring_run(runner, tmp_path, hours_ago=hours) for hours in (28, 4)}

    def offered(path: str) -> set[str]:
        return set(re.findall(r'name="run" value="([^"]*)"', text_of(page, path))) - {UNRECORDED, ""}

    assert offered(f"/diary/?run={old}") == {old}
    assert offered("/diary/") == still_open
    for run in still_open:
        assert offered(f"/diary/?run={run}") == still_open


def test_of_a_run_of_yesterday_the_run_page_says_nothing_of_it(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    assert LATE not in text_of(page, f"/runs/{earlier_run}/")


@pytest.mark.parametrize(
    ("hours_ago", "told", "colours"),
    [
        (80, {"during": "6"}, False),
        (80, {"morning": "4"}, False),
        (80, {"during": "1", "limp": "yes"}, True),
        (49, {"during": "6"}, False),
        (49, {"morning": "4"}, True),
    ],
)
def test_what_is_said_of_a_late_answer_is_what_becomes_of_it(
    runner: RunnerRef, page: Client, tmp_path: Path, hours_ago: int, told: dict[str, str], colours: bool
) -> None:
    run = bring_run(runner, tmp_path, hours_ago=hours_ago)
    ended = AT - timedelta(hours=hours_ago)
    began = AT - timedelta(days=6)
    screen.screen(runner, screen.parse_answers(calm_answers(), on=began.date()), at=began)
    of_run: dict[str, Any] = {"on": ended.date(), "side": "right", "about_run": True, "activity_id": run}
    in_time: dict[str, Any] = {"before": 0, "during": 0, "after_60min": 0, "limp": "no", "painkiller": "no"}
    log.log_pain(runner, at=ended + timedelta(hours=1), **of_run, **in_time)
    (before,) = colours_of(runner, run)

    log.log_pain(runner, at=AT, **of_run, **told)

    (after,) = colours_of(runner, run)
    assert (before != after) is colours
    yes = [name for name, said in told.items() if said == "yes"]
    assert colours_still(runs.run(runner, run, on=TODAY).activity, AT, scores=told, yes=yes) is colours


def test_the_form_opens_on_the_newest_run_that_lacks_an_answer(
    page: Client, runner: RunnerRef, tmp_path: Path
) -> None:
    newest, before = (bring_run(runner, tmp_path, hours_ago=hours) for hours in (24, 40))

    at_first = chosen(text_of(page))
    page.post("/diary/", {"run": newest, "side": "right", **ALL})
    then = chosen(text_of(page))
    page.post("/diary/", {"run": before, "side": "right", **ALL})

    assert (at_first, then, chosen(text_of(page))) == (newest, before, "")


def test_on_the_day_of_a_run_its_morning_is_not_lacking_yet(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    page.post("/diary/", {"run": run_id, "side": "right", **ALL | {"morning": ""}})

    assert chosen(text_of(page)) == ""


@pytest.mark.parametrize("morning", ["", "unknown"])
@pytest.mark.parametrize(("lacks", "of_today"), [("", True), ("limp", True), ("morning", False)])
def test_what_today_names_as_missing_is_asked_of_the_run_that_lacks_it(
    page: Client,
    runner: RunnerRef,
    run_id: str,
    earlier_run: str,
    lacks: str,
    morning: str,
    *,
    of_today: bool,
) -> None:
    page.post("/diary/", {"run": earlier_run, "side": "right", **ALL | {"morning": morning}})

    assert chosen(text_of(page, f"/diary/?lacks={lacks}")) == (run_id if of_today else earlier_run)


def test_the_morning_after_the_run_of_today_is_asked_of_it_where_no_other_one_lacks_it(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    page.post("/diary/", {"run": run_id, "side": "right", **ALL | {"morning": ""}})

    assert (chosen(text_of(page)), chosen(text_of(page, "/diary/?lacks=morning"))) == ("", run_id)


def test_what_is_missing_of_a_run_is_named_and_nothing_where_all_is_told(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    def said() -> list[str]:
        return re.findall(r'class="banner about--1"><p class="strong">([^<]+)', text_of(page))

    at_first = said()
    page.post("/diary/", {"run": earlier_run, "side": "right", "during": "2", "after_60min": "1"})
    then = said()
    page.post("/diary/", {"run": earlier_run, "side": "right", **ALL})

    assert (at_first, then, said()) == (["Two scores are still missing"], ["One score is still missing"], [])


def test_a_chip_says_the_day_of_its_run(page: Client, runner: RunnerRef, earlier_run: str) -> None:
    said = f"{YESTERDAY:%a} {YESTERDAY.day} {YESTERDAY:%b}".replace(" ", "\N{NO-BREAK SPACE}")

    assert f"<span>{said}</span>" in text_of(page)


def test_when_a_run_first_hurt_and_a_word_of_ones_own_are_kept_beside_its_scores(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    more = {"first_pain": "20", "note": " Wet leaves. "}
    page.post("/diary/", {"run": earlier_run, "side": "right", "during": "3", **more})

    (told,) = recall_history(runner).pain
    assert (told.first_pain_min, told.note) == (20, "Wet leaves.")
    assert "first after 20 min" in text_of(page, "/diary/said/").replace("\N{NO-BREAK SPACE}", " ")


def test_a_day_without_a_run_has_no_minute_at_which_it_first_hurt(page: Client, runner: RunnerRef) -> None:
    page.post(
        "/diary/", {"run": "", "side": "right", "this_morning": "1", "first_pain": "20", "note": "Rain"}
    )

    (told,) = recall_history(runner).pain
    assert (told.first_pain_min, told.note) == (None, "Rain")


def test_a_minute_that_is_none_is_said_beside_its_field_and_nothing_is_lost(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    sent = {"run": earlier_run, "side": "right", "during": "3", "first_pain": "early", "note": "Wet <leaves>"}
    answer = page.post("/diary/", sent)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert 'id="slip-first_pain"' in text
    assert 'name="first_pain" size="4" value="early"' in text
    assert '<details class="why" open>' in text
    assert "Wet &lt;leaves&gt;</textarea>" in text
    assert not recall_history(runner).pain


def test_a_word_of_ones_own_says_nothing_of_the_knee(page: Client, runner: RunnerRef) -> None:
    answer = page.post("/diary/", {"run": "", "side": "right", "note": "Nice weather"})

    assert "at least one score or one sign" in answer.content.decode()
    assert not recall_history(runner).pain
