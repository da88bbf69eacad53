"""Every call of the API: who may make it, that it answers as openapi.json says, and what it changes."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pytest
from django.conf import settings
from django.http import FileResponse
from jsonschema import Draft202012Validator

from kneewise.app import clock, log, runs, screen, tokens
from kneewise.app.import_files import import_paths
from kneewise.app.sitting import NEW_SIGNS
from kneewise.app.tokens import Scope
from kneewise.web.api import limits
from kneewise.web.pages.diary import SIGNS
from tests.app.samples import NOW, fit_bytes, gpx_of
from tests.web.told import calm_answers, gpx

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.test import Client

    from kneewise.app.home import RunnerRef

OPENAPI: Final = Path(__file__).parents[2] / "docs" / "openapi.json"
BEFORE: Final = "/api/v1"
FORMATS: Final = Draft202012Validator.FORMAT_CHECKER
KEY: Final = str(UUID(int=7))
YESTERDAY: Final = NOW - timedelta(days=1)
USUAL: Final = {"usual_runs_per_week": 3, "usual_run_min": 40}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a call is made.

    Attributes:
        may: The smallest scope that may make it.
        asked: What stands behind its address.
        says: Its body; text is a file.
        key: Whether it needs a key.
    """

    may: Scope
    asked: str = ""
    says: object = None
    key: bool = False
    status: HTTPStatus = HTTPStatus.OK


READ, LOG, ALL = Scope.READ, Scope.LOG, Scope.ALL
CALLS: Final[dict[str, Made]] = {
    "GET /today": Made(may=READ),
    "GET /week": Made(may=READ),
    "GET /plan": Made(may=READ),
    "GET /what-if": Made(may=READ, asked="?during=8&limp=yes"),
    "GET /moves": Made(may=READ, asked="?from={planned}&to={free}"),
    "GET /runs": Made(may=READ),
    "GET /runs/{run_id}": Made(may=READ),
    "GET /runs/{run_id}/columns": Made(may=READ),
    "GET /diary": Made(may=READ),
    "GET /insights": Made(may=READ),
    "GET /weekly": Made(may=READ),
    "GET /settings": Made(may=READ),
    "GET /questions": Made(may=READ),
    "GET /guide": Made(may=READ),
    "GET /shoes": Made(may=READ),
    "GET /try": Made(may=READ),
    "GET /files": Made(may=READ),
    "GET /calendar.ics": Made(may=READ),
    "GET /report.pdf": Made(may=READ, asked="?weeks=4&tables=1"),
    "POST /diary/pain": Made(may=LOG, says={"side": "right", "during": 2}),
    "POST /diary/painkiller": Made(may=LOG, says={"before_run": True}),
    "POST /diary/illness": Made(may=LOG, says={"until": str(NOW.date())}),
    "POST /diary/sleep": Made(may=LOG, says={"hours": 7}),
    "POST /diary/shoe": Made(may=LOG, says={"name": "Blue", "retired": True}),
    "POST /diary/insert": Made(may=LOG, says={"insert": "orthotic", "prescribed_by": "Dr. Knee"}),
    "POST /diary/test": Made(may=LOG, says={"side": "right", "kind": "squats", "pain_0_10": 2}),
    "POST /diary/told_run": Made(may=LOG, says={"running_min": 25}),
    "POST /diary/exercise": Made(may=LOG, says={"exercise": "split_squat", "during": 1}),
    "POST /diary/run": Made(may=LOG, says={"activity_id": "{run_id}", "soft_surface": True}),
    "POST /try/ran": Made(may=LOG, says={"as_told": True}, status=HTTPStatus.UNPROCESSABLE_ENTITY),
    "POST /diary/week": Made(may=LOG, says={"held_back": 3, "doubt": "unknown"}),
    "POST /guide/{step}": Made(may=LOG, says={"helpful": True}),
    "POST /diary/beside": Made(may=LOG, says={"why": "it felt so good"}),
    "POST /sittings": Made(
        may=LOG,
        says={
            "side": "right",
            "activity_id": "{run_id}",
            "during": 3,
            "limp": False,
            "places": ["behind_kneecap"],
            "places_other_knee": ["below_kneecap"],
            "signs": ["swelling"],
            "told_at": YESTERDAY.isoformat(),
        },
    ),
    "POST /sessions": Made(may=LOG, says={"exercises": [{"exercise": "wall_sit", "during": 1}]}, key=True),
    "POST /tests": Made(
        may=LOG,
        says={
            "tests": [{"kind": "knee_to_wall", "side": side, "distance_cm": 9} for side in ("left", "right")]
        },
        key=True,
    ),
    "POST /files": Made(may=LOG, asked="?name=another.gpx", says=gpx("x", at=YESTERDAY)),
    "POST /signs": Made(may=ALL, says={"swelling": "yes"}),
    "POST /clearance": Made(may=ALL, says={"by": "physiotherapist", "may_run": True}),
    "POST /screening": Made(may=ALL, says=calm_answers() | USUAL),
    "POST /weekly": Made(may=ALL, says={"locked_knee": "no", "swelling": "unknown"}),
    "PATCH /entries/{record_id}": Made(may=ALL, says={"morning": 4}),
    "POST /entries/{record_id}/take-back": Made(may=ALL, says={}),
    "POST /entries/{record_id}/undo": Made(may=ALL, says={}),
    "PATCH /settings": Made(may=ALL, says={"country": "GB"}),
    "POST /try": Made(may=ALL, says={"trial": "shoe"}, status=HTTPStatus.UNPROCESSABLE_ENTITY),
    "POST /try/stop": Made(may=ALL, says={}, status=HTTPStatus.UNPROCESSABLE_ENTITY),
    "POST /moves": Made(may=ALL, says={"from": "{planned}", "to": "{free}"}),
    "POST /runs/{run_id}/split": Made(may=ALL, says={}),
    "POST /runs/{run_id}/join": Made(may=ALL, says={"other": "{other_id}"}),
    "POST /backup": Made(may=ALL, says={"passphrase": "three plain words"}),
    "POST /record": Made(may=ALL, says={"originals": True}),
}
LOOKS: Final = [name for name in CALLS if name.startswith("GET ")]
PAGE: Final = Path(__file__).parents[2] / "docs" / "api.md"
KEY_ROW: Final = re.compile(
    r"^\| `((?:POST|PATCH) [^`]+)` \| .+ \| (takes|needs|refuses) \| [^|]+ \|$", re.MULTILINE
)
ELSEWHERE: Final = ("POST /try", "POST /try/ran")
"""Nothing to test by lot is in this home: `test_api_trying.py` sends them twice."""


def calls_whose_key(word: str) -> list[str]:
    """Name the calls of which the page says that they take, need or refuse a key."""
    told = [row for row in KEY_ROW.findall(PAGE.read_text(encoding="utf-8")) if row[1] == word]
    rows = [re.compile(re.sub("KIND|ID", "[^/]+", call)) for call, _ in told]
    return [name for name in CALLS if any(row.fullmatch(name) for row in rows)]


@cache
def openapi() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(OPENAPI.read_text(encoding="utf-8"))
    return read


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path.removeprefix(BEFORE)}", operation


def schema_faults(content: object, described: Mapping[str, Any]) -> list[str]:
    """Name where an answer is not what its call is described to answer."""
    schema = {**described["schema"], "components": openapi()["components"]}
    return [
        f"{one.json_path}: {one.message}"[:300]
        for one in Draft202012Validator(schema, format_checker=FORMATS).iter_errors(content)
    ]


def described(name: str, answer: Any) -> Mapping[str, Any]:
    """Find how an answer of some status and type is described."""
    responses = dict(operations())[name]["responses"]
    told = responses.get(str(answer.status_code), responses["default"])["content"]
    found: Mapping[str, Any] = told[answer.headers["Content-Type"].partition(";")[0]]
    return found


class Lived:
    """A home with runs, scores and a plan, and a token for each scope."""

    def __init__(self, runner: RunnerRef, client: Client, run_ids: tuple[str, str]) -> None:
        self.tokens = {one: tokens.make(runner, name=one.word, scope=one, at=NOW) for one in Scope}
        self._client, self.runner = client, runner
        record_id = log.log_pain(runner, at=NOW, side="left", morning=1).record_id
        days = self._days()
        self.places = {
            "run_id": run_ids[0],
            "other_id": run_ids[1],
            "record_id": record_id,
            "step": "step1",
            **days,
        }

    def _days(self) -> dict[str, str]:
        """Find a run of the week and a day to which every rule lets it go."""
        week = self._ask("week")["sessions"]
        runs = [one["on"] for one in week if one["kind"] == "run"]
        free = [one["on"] for one in week if one["kind"] != "run"]
        pairs = [{"planned": run, "free": day} for run in runs for day in free]
        return next(
            one for one in pairs if self._ask(f"moves?from={one['planned']}&to={one['free']}")["move"]["done"]
        )

    def _ask(self, name: str) -> Any:
        headers = {"authorization": f"Bearer {self.tokens[READ]}"}
        return self._client.get(f"{BEFORE}/{name}", headers=headers).json()

    def make(self, name: str, scope: Scope, **headers: str) -> Any:
        """Make a call with the token of a scope."""
        method, path = name.split(" ")
        made = CALLS[name]
        # A file goes as it is.
        body = made.says if isinstance(made.says, str) else json.dumps(made.says)
        for place, word in self.places.items():
            path, body = path.replace(f"{{{place}}}", word), body.replace(f"{{{place}}}", word)
        asked = made.asked.format(**self.places)
        key = {"idempotency-key": KEY} if made.key else {}
        content_type = "text/xml" if body.startswith("<") else "application/json"
        return self._client.generic(
            method,
            f"{BEFORE}{path}{asked}",
            "" if made.says is None else body,
            content_type=content_type,
            headers={"authorization": f"Bearer {self.tokens[scope]}", **key, **headers},
        )


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    limits.asked.forget()
    limits.tried.forget()


@pytest.fixture
def lived(runner: RunnerRef, outside: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lived:
    """Two runs, of which one came in two files, and a week with runs in it."""
    monkeypatch.setenv(clock.NAMED_DAY, NOW.date().isoformat())
    answers = screen.parse_answers(calm_answers() | USUAL, on=NOW.date())
    screen.screen(runner, answers, at=NOW - timedelta(minutes=1))
    folder = tmp_path / "runs"
    folder.mkdir()
    fit = fit_bytes(2)
    (folder / "one.fit").write_bytes(fit)
    (folder / "one.gpx").write_bytes(gpx_of(fit))
    (folder / "two.gpx").write_text(gpx("x", at=NOW - timedelta(days=1, hours=10)), encoding="utf-8")
    import_paths(runner, [folder], now=NOW)
    one, other = sorted(runs.runs(runner, on=NOW.date()), key=lambda run: run.start)
    return Lived(runner, outside, (one.activity_id, other.activity_id))


def content_of(answer: Any) -> object:
    """Read an answer; a file is its first bytes."""
    if isinstance(answer, FileResponse):
        return b"".join(answer)[:4].decode("latin-1")
    is_json = "json" in answer.headers["Content-Type"]
    return json.loads(answer.content) if is_json else answer.content[:4].decode("latin-1")


def rows() -> list[str]:
    """Dump every row of the home."""
    with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as read:
        return list(read.iterdump())


def test_the_table_has_every_call_with_its_scope() -> None:
    told = {name: operation["x-scope"] for name, operation in operations()}

    assert {name: made.may.word for name, made in CALLS.items()} == told


@pytest.mark.parametrize("name", [name for name in CALLS if name not in LOOKS])
def test_a_call_that_changes_something_answers_as_it_is_described(name: str, lived: Lived) -> None:
    answer = lived.make(name, CALLS[name].may)

    content = content_of(answer)

    assert answer.status_code == CALLS[name].status, content
    assert schema_faults(content, described(name, answer)) == []


def test_a_smaller_token_is_refused_and_nothing_is_written(lived: Lived) -> None:
    before = rows()
    too_small = [(name, scope) for name, made in CALLS.items() for scope in Scope if scope < made.may]

    answers = [(name, lived.make(name, scope)) for name, scope in too_small]

    assert len(answers) > len(CALLS) / 2
    assert {answer.status_code for _name, answer in answers} == {HTTPStatus.FORBIDDEN}
    assert all(schema_faults(content_of(one), described(name, one)) == [] for name, one in answers)
    assert rows() == before


def test_without_a_token_nothing_is_answered(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits.tried, "_most", len(CALLS))
    before = rows()

    answers = [(name, lived.make(name, READ, authorization="")) for name in CALLS]

    assert {answer.status_code for _name, answer in answers} == {HTTPStatus.UNAUTHORIZED}
    assert all(schema_faults(content_of(one), described(name, one)) == [] for name, one in answers)
    assert rows() == before


def test_looking_answers_as_it_is_described_and_changes_nothing(lived: Lived) -> None:
    before = rows()

    answers = {name: lived.make(name, READ) for name in LOOKS}

    assert {name: one.status_code for name, one in answers.items()} == dict.fromkeys(LOOKS, HTTPStatus.OK)
    assert [schema_faults(content_of(one), described(name, one)) for name, one in answers.items()] == (
        [[]] * len(LOOKS)
    )
    assert rows() == before


def test_whoever_has_the_answer_is_told_so_and_no_more(lived: Lived) -> None:
    tags = {name: lived.make(name, READ).headers["ETag"] for name in LOOKS}

    again = {name: lived.make(name, READ, **{"if-none-match": tags[name]}) for name in LOOKS}
    lived.make("POST /diary/sleep", LOG)
    lived.make("POST /files", LOG)
    changed = {name: lived.make(name, READ, **{"if-none-match": tags[name]}) for name in LOOKS}

    assert {(one.status_code, one.content) for one in again.values()} == {(HTTPStatus.NOT_MODIFIED, b"")}
    assert {one.status_code for one in changed.values()} == {HTTPStatus.OK}


def test_an_answer_of_another_shape_is_found(lived: Lived) -> None:
    answer = lived.make("GET /today", READ)
    content = {**answer.json(), "may_run": "yes", "more": 1}
    del content["urgency"]

    found = " ".join(schema_faults(content, described("GET /today", answer)))

    assert all(word in found for word in ("'yes' is not of type 'boolean'", "'more'", "'urgency'"))


def test_what_is_sent_twice_under_a_key_is_kept_once(lived: Lived) -> None:
    taking = [name for name in calls_whose_key("takes") + calls_whose_key("needs") if name not in ELSEWHERE]
    keys = {name: {"idempotency-key": str(UUID(int=place))} for place, name in enumerate(taking, start=9)}
    first = {name: lived.make(name, ALL, **keys[name]).json()["done"] for name in taking}
    before = rows()

    again = {name: lived.make(name, ALL, **keys[name]).json()["done"] for name in taking}

    assert first == dict.fromkeys(taking, "kept")
    assert again == dict.fromkeys(taking, "said_already")
    assert rows() == before


def test_a_call_that_holds_to_no_key_refuses_one(lived: Lived) -> None:
    others = calls_whose_key("refuses")
    before = rows()

    answers = {name: lived.make(name, ALL, **{"idempotency-key": KEY}) for name in others}

    assert {name: one.json()["detail"] for name, one in answers.items()} == dict.fromkeys(
        others, "This call takes no Idempotency-Key: send it without."
    )
    assert rows() == before


def test_the_page_says_of_every_call_that_writes_what_it_does_with_a_key() -> None:
    told = [name for word in ("takes", "needs", "refuses") for name in calls_whose_key(word)]

    assert sorted(told) == sorted(set(CALLS) - set(LOOKS))
    assert calls_whose_key("needs") == [name for name, made in CALLS.items() if made.key]


def test_no_unknown_part_of_a_body_is_passed_over(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, made in CALLS.items():
        if isinstance(made.says, dict) and made.says:
            monkeypatch.setitem(CALLS, name, replace(made, says={**made.says, "xyz": 1}))
    before = rows()

    answers = {
        name: lived.make(name, ALL)
        for name, made in CALLS.items()
        if isinstance(made.says, dict) and made.says
    }

    assert len(answers) > len(CALLS) / 2
    assert {
        name for name, one in answers.items() if one.status_code != HTTPStatus.UNPROCESSABLE_ENTITY
    } == set()
    assert rows() == before


def test_a_sitting_keeps_scores_places_and_signs(lived: Lived) -> None:
    lived.make("POST /sittings", LOG)

    kept = [one.payload for one in log.lines(lived.runner) if one.at == YESTERDAY]
    scores = next(one for one in kept if "during" in one)

    assert (scores["during"], scores["about_run"]) == (3, True)
    assert next(one["answers"] for one in kept if "answers" in one) == {
        "swelling": True,
        "places": ["behind_kneecap"],
        "places_other_knee": ["below_kneecap"],
    }


def test_a_sitting_takes_the_signs_of_the_page() -> None:
    assert set(NEW_SIGNS) == set(SIGNS.values())


def test_a_sitting_takes_its_own_signs_alone_and_each_as_a_yes(
    lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong: list[dict[str, object]] = [
        {"signs": ["chest_pain_breathless_or_coughing_blood"]},
        {"signs": "swelling"},
        {"signs": {"swelling": False}},
        {"signs": [False]},
        {"places": [1]},
        {"places": ["elbow"]},
        {"told_at": "yesterday"},
        {"told_at": (NOW + timedelta(days=2)).isoformat()},
    ]
    before, answers = rows(), []

    for said in wrong:
        monkeypatch.setitem(
            CALLS, "POST /sittings", Made(may=LOG, says={"side": "right", "morning": 1, **said})
        )
        answers.append(lived.make("POST /sittings", LOG).status_code)

    assert answers == [HTTPStatus.UNPROCESSABLE_ENTITY] * len(wrong)
    assert rows() == before


def test_an_illness_that_lasts_is_ended_once(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    began = NOW - timedelta(days=3)
    log.log_illness(lived.runner, at=began, on=began.date())
    ends = Made(may=LOG, says={"until": str(YESTERDAY.date())})
    monkeypatch.setitem(CALLS, "POST /diary/illness", ends)

    done = [lived.make("POST /diary/illness", LOG).json()["done"] for _ in range(2)]

    assert done == ["changed", "said_already"]
    ill = [one for one in log.lines(lived.runner) if one.kind == "illness"]
    assert [(one.on, one.payload["until"]) for one in ill] == [
        (began.date(), {"date": str(YESTERDAY.date())})
    ]


def test_sessions_are_split_and_put_together_again(lived: Lived) -> None:
    split = lived.make("POST /runs/{run_id}/split", ALL).json()
    apart = len(lived.make("GET /runs", READ).json()["runs"])
    lived.places["record_id"] = split["id"]

    lived.make("POST /entries/{record_id}/undo", ALL)

    assert apart == 3
    assert len(lived.make("GET /runs", READ).json()["runs"]) == 2


def test_the_answers_of_a_week_are_kept_as_such(lived: Lived) -> None:
    lived.make("POST /weekly", ALL)

    (kept, *_) = log.lines(lived.runner, limit=1)

    assert kept.payload["origin"] == "weekly"


@pytest.mark.parametrize("asked", ["?weeks=0", "?weeks=x"])
def test_weeks_that_cannot_be_are_a_problem(
    asked: str, lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CALLS, "GET /report.pdf", Made(may=READ, asked=asked))

    assert lived.make("GET /report.pdf", READ).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("name", ["GET /what-if", "GET /moves"])
def test_a_question_that_asks_nothing_is_a_problem(
    name: str, lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CALLS, name, Made(may=READ))

    assert lived.make(name, READ).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
