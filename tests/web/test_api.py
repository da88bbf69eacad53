"""The API: who may ask, what it answers, and what it refuses."""

from __future__ import annotations

import json
from datetime import timedelta
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kneewise.app import log, receive, screen, tokens
from kneewise.app.spool import make_spool
from kneewise.app.tokens import Scope
from kneewise.web.api import limits
from tests.web.told import AT, calm_answers, gpx, screened

if TYPE_CHECKING:
    from django.test import Client

    from kneewise.app.home import RunnerRef

OPENAPI = Path(__file__).parents[2] / "docs" / "openapi.json"
READS = ("today", "week", "plan", "runs", "diary", "settings", "questions", "files")


class Program:
    """Asks with a token, and has no cookie."""

    def __init__(self, client: Client, token: str) -> None:
        self._client = client
        self.headers = {"authorization": f"Bearer {token}"}

    def get(self, name: str, **headers: str) -> Any:
        return self._client.get(f"/api/v1/{name}", headers=self.headers | headers)

    def send(self, name: str, said: object, *, method: str = "POST", **headers: str) -> Any:
        sent = json.dumps(said)
        named = {one.replace("_", "-"): value for one, value in headers.items()}
        return self._client.generic(
            method, f"/api/v1/{name}", sent, content_type="application/json", headers=self.headers | named
        )


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    limits.asked.forget()
    limits.tried.forget()


@pytest.fixture
def programs(runner: RunnerRef, outside: Client) -> dict[Scope, Program]:
    """One for each scope; they came by no link."""
    screened(runner)
    made = {one: tokens.make(runner, name=one.word, scope=one, at=AT) for one in Scope}
    return {one: Program(outside, token) for one, token in made.items()}


@pytest.fixture
def reader(programs: dict[Scope, Program]) -> Program:
    return programs[Scope.READ]


@pytest.fixture
def owner(programs: dict[Scope, Program]) -> Program:
    return programs[Scope.ALL]


def a_file(name: str, content: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode())


def left_in_the_home() -> list[str]:
    """Name what of sent files still waits."""
    return [path.name for path in make_spool().iterdir() if "sent-" in path.name or ".upload" in path.name]


def is_problem(answer: Any, status: HTTPStatus) -> bool:
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = json.loads(answer.content)
    assert set(body) == {"type", "title", "status", "detail", "field"}
    assert body["detail"]
    return bool(answer.status_code == status.value == body["status"])


@pytest.mark.parametrize("name", READS)
def test_looking_takes_a_token_and_writes_nothing(name: str, runner: RunnerRef, reader: Program) -> None:
    before = log.lines(runner)

    answer = reader.get(name)

    assert answer.status_code == HTTPStatus.OK, answer.content
    assert isinstance(answer.json(), dict)
    assert log.lines(runner) == before


@pytest.mark.parametrize("name", READS)
def test_no_cookie_opens_the_api(name: str, page: Client, outside: Client) -> None:
    assert is_problem(page.get(f"/api/v1/{name}"), HTTPStatus.UNAUTHORIZED)
    assert is_problem(outside.get(f"/api/v1/{name}"), HTTPStatus.UNAUTHORIZED)


def test_no_token_opens_the_page(outside: Client, owner: Program) -> None:
    assert outside.get("/", headers=owner.headers).status_code == HTTPStatus.UNAUTHORIZED


def test_a_token_in_the_address_is_not_looked_at(outside: Client, owner: Program) -> None:
    token = owner.headers["authorization"].removeprefix("Bearer ")

    assert is_problem(outside.get(f"/api/v1/today?token={token}"), HTTPStatus.UNAUTHORIZED)


def test_a_revoked_token_opens_nothing(runner: RunnerRef, reader: Program) -> None:
    tokens.drop(runner, "read")

    assert is_problem(reader.get("today"), HTTPStatus.UNAUTHORIZED)


def test_a_small_token_does_not_write(programs: dict[Scope, Program]) -> None:
    pain = {"side": "right", "during": 2}

    assert is_problem(programs[Scope.READ].send("diary/pain", pain), HTTPStatus.FORBIDDEN)
    assert programs[Scope.LOG].send("diary/pain", pain).status_code == HTTPStatus.OK
    for name in ("signs", "clearance", "screening", "moves", "entries/abc/undo"):
        assert is_problem(programs[Scope.LOG].send(name, {}), HTTPStatus.FORBIDDEN)
    assert is_problem(programs[Scope.LOG].send("settings", {}, method="PATCH"), HTTPStatus.FORBIDDEN)


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_a_page_from_elsewhere_is_refused_with_a_right_token(
    outside: Client, owner: Program, headers: dict[str, str]
) -> None:
    answer = outside.get("/api/v1/today", headers=owner.headers | headers)

    assert is_problem(answer, HTTPStatus.FORBIDDEN)
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_wrong_tokens_are_stopped_and_right_ones_go_on(outside: Client, reader: Program) -> None:
    wrong = {"authorization": "Bearer kneewise_wrong"}
    for _ in range(limits.TRIED):
        assert outside.get("/api/v1/today", headers=wrong).status_code == HTTPStatus.UNAUTHORIZED

    stopped = outside.get("/api/v1/today", headers=wrong)

    assert is_problem(stopped, HTTPStatus.TOO_MANY_REQUESTS)
    assert 1 <= int(stopped.headers["Retry-After"]) <= limits.WINDOW_S
    assert reader.get("settings").status_code == HTTPStatus.OK


def test_a_token_that_asks_too_often_waits(reader: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits.asked, "_most", 1)
    assert reader.get("settings").status_code == HTTPStatus.OK

    assert is_problem(reader.get("settings"), HTTPStatus.TOO_MANY_REQUESTS)


def test_what_was_not_changed_is_not_answered_again(
    programs: dict[Scope, Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = programs[Scope.READ]
    tag = reader.get("today").headers["ETag"]
    with monkeypatch.context() as patched:
        patched.setattr("kneewise.app.review.review_now", None)
        again = reader.get("today", **{"if-none-match": tag})
    programs[Scope.LOG].send("diary/pain", {"side": "right", "during": 8})

    changed = reader.get("today", **{"if-none-match": tag})

    assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert changed.status_code == HTTPStatus.OK
    assert changed.headers["ETag"] != tag


def test_a_key_makes_a_write_once(runner: RunnerRef, programs: dict[Scope, Program]) -> None:
    key, pain = str(uuid4()), {"side": "right", "during": 2}
    before = len(log.lines(runner))

    sent = [programs[Scope.LOG].send("diary/pain", pain, idempotency_key=key).json() for _ in range(2)]

    assert [one["done"] for one in sent] == ["kept", "said_already"]
    assert len(log.lines(runner)) == before + 1


def test_a_key_that_would_not_be_held_to_is_refused(owner: Program) -> None:
    answer = owner.send("settings", {"country": "GB"}, method="PATCH", idempotency_key=str(uuid4()))

    assert is_problem(answer, HTTPStatus.UNPROCESSABLE_ENTITY)


ENTRIES: dict[str, dict[str, Any]] = {
    "pain": {"side": "right", "during": 2},
    "painkiller": {"before_run": True},
    "illness": {"until": str(AT.date())},
    "sleep": {"hours": 7},
    "shoe": {"name": "Blue"},
    "insert": {"insert": "orthotic", "prescribed_by": "Dr. Knee"},
    "test": {"side": "right", "kind": "squats", "pain_0_10": 2},
    "exercise": {"exercise": "split_squat", "during": 1},
}


@pytest.mark.parametrize("kind", ENTRIES)
def test_every_entry_is_kept_and_answers_the_day(kind: str, programs: dict[Scope, Program]) -> None:
    answer = programs[Scope.LOG].send(f"diary/{kind}", ENTRIES[kind])

    assert answer.status_code == HTTPStatus.OK, answer.content
    assert answer.json()["done"] == "kept"
    assert {"may_run", "urgency", "ask"} <= set(answer.json()["decision"])


def test_an_entry_is_undone_and_corrected(owner: Program) -> None:
    name = owner.send("diary/pain", ENTRIES["pain"]).json()["id"]

    changed = owner.send(f"entries/{name}", {"during": 3}, method="PATCH").json()
    undone = owner.send(f"entries/{name}/undo", {}).json()

    assert (changed["done"], undone["done"]) == ("changed", "restored")


def test_an_entry_that_is_taken_back_twice_is_taken_back(owner: Program) -> None:
    name = owner.send("diary/pain", ENTRIES["pain"]).json()["id"]

    done = [owner.send(f"entries/{name}/take-back", {}).json()["done"] for _time in range(2)]

    assert done == ["taken_back", "said_already"]
    assert owner.send(f"entries/{name}/undo", {}).json()["done"] == "put_back"


@pytest.mark.parametrize("name", ["at", "runner", "key", "today", "nothing"])
def test_no_part_of_a_body_becomes_an_argument(name: str, owner: Program) -> None:
    assert is_problem(
        owner.send("diary/pain", ENTRIES["pain"] | {name: "x"}), HTTPStatus.UNPROCESSABLE_ENTITY
    )


@pytest.mark.parametrize("said", ["", "[", "[]", "3", "[" * 100_000])
def test_a_body_that_is_no_object_is_said(said: str, owner: Program, outside: Client) -> None:
    answer = outside.post("/api/v1/diary/pain", said, content_type="application/json", headers=owner.headers)

    assert is_problem(answer, HTTPStatus.UNPROCESSABLE_ENTITY)


def test_settings_are_changed(owner: Program) -> None:
    answer = owner.send("settings", {"country": "GB"}, method="PATCH").json()

    assert answer["settings"]["country"] == "GB"
    assert {"may_run", "urgency", "ask"} <= set(answer["answer"])


def test_a_session_takes_its_key(programs: dict[Scope, Program]) -> None:
    said = {"exercises": [ENTRIES["exercise"]]}

    assert is_problem(programs[Scope.LOG].send("sessions", said), HTTPStatus.UNPROCESSABLE_ENTITY)
    kept = programs[Scope.LOG].send("sessions", said, idempotency_key=str(uuid4()))
    assert kept.json()["done"] == "kept"


def test_a_stop_is_in_every_answer_about_running(owner: Program) -> None:
    owner.send("screening", calm_answers() | {"locked_knee": "yes"})
    told = [owner.get(name).json() for name in ("today", "week", "plan")]
    told += [owner.get(name).json()["answer"] for name in ("runs", "diary")]
    told.append(owner.send("diary/sleep", ENTRIES["sleep"]).json()["decision"])

    assert {(one["may_run"], one["urgency"] != "none") for one in told} == {(False, True)}


@pytest.mark.parametrize("call", ["screening", "weekly"])
def test_a_fault_among_answers_hides_no_emergency(owner: Program, runner: RunnerRef, call: str) -> None:
    before = log.lines(runner)

    refused = owner.send(call, {"foot_drop": True, "knee": "both kneez"})
    calm = owner.send(call, {"foot_drop": False, "knee": "both kneez"})

    assert is_problem(refused, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert refused.json()["field"] == "knee"
    assert "“both kneez” is no knee" in refused.json()["detail"]
    assert "Do not run. Get emergency help now. Call your emergency number now" in refused.json()["detail"]
    assert "emergency" not in calm.json()["detail"]
    assert log.lines(runner) == before


def test_a_move_that_no_rule_allows_says_so(owner: Program) -> None:
    days = {"from": str(AT.date()), "to": str(AT.date() + timedelta(days=1))}

    answer = owner.send("moves", days)

    assert answer.status_code in {HTTPStatus.OK, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY}


def test_a_file_is_taken_in_and_listed(programs: dict[Scope, Program], outside: Client) -> None:
    sender = programs[Scope.LOG]

    sent = outside.post(
        "/api/v1/files?name=run.gpx", gpx("x"), content_type="application/gpx+xml", headers=sender.headers
    )

    assert [one["status"] for one in sent.json()["files"]] == ["imported"]
    assert [one["path"] for one in sender.get("files").json()["files"]] == ["run.gpx"]
    assert len(sender.get("runs").json()["runs"]) == 1


@pytest.mark.parametrize("name", ["", "..", "../x.fit", "a/b.fit", "a\\b.fit", "x" * 300, "a%00b"])
def test_a_name_that_is_no_name_is_refused(
    name: str, programs: dict[Scope, Program], outside: Client
) -> None:
    sent = outside.post(
        f"/api/v1/files?name={name}", "x", content_type="text/plain", headers=programs[Scope.LOG].headers
    )

    assert is_problem(sent, HTTPStatus.UNPROCESSABLE_ENTITY)


def test_a_file_that_is_too_long_is_refused(
    programs: dict[Scope, Program], outside: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kneewise.app.receive.MOST_B", 10)
    headers = programs[Scope.LOG].headers

    sent = outside.post("/api/v1/files?name=run.gpx", gpx("x"), content_type="text/xml", headers=headers)
    form = outside.post("/api/v1/files", {"file": a_file("run.gpx", gpx("x"))}, headers=headers)

    assert is_problem(sent, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    assert is_problem(form, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    assert programs[Scope.LOG].get("files").json() == {"files": []}


def test_a_file_that_says_nothing_of_its_length_is_counted(
    runner: RunnerRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive, "MOST_B", 10)

    with pytest.raises(receive.TooLongError):
        receive.receive(runner, "run.gpx", BytesIO(b"x" * 11).read, now=AT)

    assert left_in_the_home() == []


def test_files_of_a_form_are_taken_in_by_their_names(programs: dict[Scope, Program], outside: Client) -> None:
    files = [a_file("run.gpx", gpx("x")), a_file("page.gpx", "<html></html>"), a_file("run.gpx", "twice")]

    sent = outside.post("/api/v1/files", {"file": files}, headers=programs[Scope.LOG].headers)

    assert sent.status_code == HTTPStatus.OK, sent.content
    told = [(one["path"], one["status"]) for one in sent.json()["files"]]
    assert sorted(told) == [("page.gpx", "refused"), ("run.gpx", "imported"), ("run.gpx", "refused")]
    assert {"may_run", "urgency", "ask"} <= set(sent.json()["answer"])


def test_what_is_sent_is_written_into_the_home_alone_and_does_not_stay(
    programs: dict[Scope, Program], outside: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere-at-all")
    headers = programs[Scope.LOG].headers

    form = outside.post("/api/v1/files", {"file": a_file("run.gpx", gpx("x"))}, headers=headers)
    body = outside.post("/api/v1/files?name=b.gpx", gpx("y"), content_type="text/xml", headers=headers)

    assert (form.status_code, body.status_code) == (HTTPStatus.OK, HTTPStatus.OK)
    assert left_in_the_home() == []


@pytest.mark.parametrize("name", ["...", "a:b", "x" * 201])
def test_a_form_with_a_name_that_is_no_name_is_refused_whole(
    name: str, programs: dict[Scope, Program], outside: Client
) -> None:
    files = [a_file("run.gpx", gpx("x")), a_file(name, "x")]

    sent = outside.post("/api/v1/files", {"file": files}, headers=programs[Scope.LOG].headers)

    assert is_problem(sent, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert left_in_the_home() == []


def test_a_form_without_a_file_and_one_that_is_cut_are_refused(
    programs: dict[Scope, Program], outside: Client
) -> None:
    headers = programs[Scope.LOG].headers

    empty = outside.post("/api/v1/files", {"file": "run.gpx"}, headers=headers)
    cut = outside.post(
        "/api/v1/files", b"--x", content_type="multipart/form-data; boundary=", headers=headers
    )

    assert is_problem(empty, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert is_problem(cut, HTTPStatus.UNPROCESSABLE_ENTITY)


def test_a_form_is_not_read_for_a_token_that_may_only_look(
    programs: dict[Scope, Program], outside: Client
) -> None:
    sent = outside.post(
        "/api/v1/files", {"file": a_file("run.gpx", gpx("x"))}, headers=programs[Scope.READ].headers
    )

    assert is_problem(sent, HTTPStatus.FORBIDDEN)
    assert programs[Scope.READ].get("files").json() == {"files": []}


def test_a_full_disk_is_said(
    programs: dict[Scope, Program], outside: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kneewise.app.incoming.SPARE_B", 2**60)

    sent = outside.post(
        "/api/v1/files", {"file": a_file("run.gpx", gpx("x"))}, headers=programs[Scope.LOG].headers
    )

    assert is_problem(sent, HTTPStatus.INSUFFICIENT_STORAGE)


def test_an_unknown_address_is_a_problem(owner: Program) -> None:
    assert is_problem(owner.get("nothing"), HTTPStatus.NOT_FOUND)
    assert is_problem(owner.get("docs"), HTTPStatus.NOT_FOUND)
    assert is_problem(owner.get("clearance"), HTTPStatus.METHOD_NOT_ALLOWED)


def test_the_committed_description_is_the_api() -> None:
    """After a change that is meant: ``python -m tests.web.write_openapi``."""
    from tests.web.write_openapi import described

    assert OPENAPI.read_text(encoding="utf-8") == described()


def test_every_call_takes_a_token() -> None:
    paths = json.loads(OPENAPI.read_text(encoding="utf-8"))["paths"]
    calls = [call for path in paths.values() for call in path.values()]

    assert len(calls) > len(READS)
    assert all(call["security"] for call in calls)


def test_answers_describe_what_is_asked(reader: Program) -> None:
    assert set(reader.get("questions").json()["properties"]) == {one.key for one in screen.questions()}


def test_a_passphrase_that_is_no_text_locks_nothing(owner: Program) -> None:
    answer = owner.send("backup", {"passphrase": "m\udcfcller"})

    assert is_problem(answer, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert answer.json()["field"] == "passphrase"
    assert "UTF-8" in answer.json()["detail"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "POST", "PROPFIND"])
def test_an_address_that_is_not_asked_in_this_way_says_so_to_a_program(
    outside: Client, owner: Program, method: str
) -> None:
    for headers in ({}, owner.headers):
        answer = outside.generic(method, "/api/v1/today", headers=headers)

        assert is_problem(answer, HTTPStatus.METHOD_NOT_ALLOWED)
        assert answer["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", ["/api/v1", "/api/v1/", "/api/v1/nothing"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_where_there_is_nothing_a_program_is_told_so(outside: Client, address: str, method: str) -> None:
    assert is_problem(outside.generic(method, address), HTTPStatus.NOT_FOUND)


def test_what_only_begins_like_the_api_is_behind_the_door(outside: Client) -> None:
    assert b"<html" in outside.get("/api/v1x").content


@pytest.mark.parametrize("name", READS)
def test_a_look_at_the_head_is_answered_as_the_whole_is(name: str, outside: Client, reader: Program) -> None:
    whole = reader.get(name)

    head = outside.head(f"/api/v1/{name}", headers=reader.headers)

    assert (head.status_code, head.content) == (HTTPStatus.OK, b"")
    assert head["Content-Length"] == str(len(whole.content))
    assert head["ETag"] == whole["ETag"]
    again = outside.head(f"/api/v1/{name}", headers=reader.headers | {"if-none-match": head["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_a_look_at_the_head_takes_a_token_and_an_address_that_is_asked(
    outside: Client, owner: Program
) -> None:
    nobody = outside.head("/api/v1/today")
    written = outside.head("/api/v1/backup", headers=owner.headers)

    assert [nobody.status_code, written.status_code] == [401, 405]
    assert {one["Content-Type"] for one in (nobody, written)} == {"application/problem+json"}
