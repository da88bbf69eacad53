"""The guards: the name we are called by, the door, the headers, the origin of a form."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.http import HttpResponseBase
from django.test import Client

from kneewise.app import door
from kneewise.site import settings as site
from kneewise.web.headers import CONTENT_SECURITY_POLICY, HEADERS
from kneewise.web.urls import ROUTES
from tests.web.told import HOST, make_link

HOSTILE = (
    "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil-localhost", "x.localhost",
    "localhost.", "127.0.0.1.", "127.0.0.2", "127.1", "0.0.0.0", "0", "2130706433", "0x7f000001",
    "017700000001", "10.0.0.1", "192.168.1.2", "169.254.169.254", "::1", "[::1", "[::2]",
    "[::ffff:127.0.0.1]", "[0:0:0:0:0:0:0:1]", "localhost:8765@evil.example", "evil.example:8765",
    "localhost:port", "localhost:123456", "localhost:80:80", " localhost", "localhost\t",
    "localhost,evil.example", "locаlhost", "１２７.0.0.1", "",
)  # fmt: skip
PLACES = {
    "<str:activity_id>": "0" * 12,
    "<slug:step>": "step1",
    "<str:token>": "x",
    "<str:upload_id>": "0" * 32,
    "<path:rest>": "x",
}
STATIC = (
    "/static/web/kneewise.css",
    "/static/web/run.js",
    "/static/web/plan.js",
    "/static/web/worker.js",
    "/static/../pyproject.toml",
    "/favicon.ico",
    "/nothing/",
)


def address(path: str) -> str:
    for place, word in PLACES.items():
        path = path.replace(place, word)
    return f"/{path}"


ADDRESSES = tuple(address(route.path) for route in ROUTES) + STATIC
BEHIND_DOOR = tuple(address(route.path) for route in ROUTES if not route.before_door) + STATIC


def bears_headers(answer: HttpResponseBase) -> bool:
    return all(answer.headers.get(name) == content for name, content in HEADERS.items())


@pytest.mark.parametrize("host", HOSTILE)
def test_a_foreign_name_gets_400_on_every_path(outside: Client, page: Client, host: str) -> None:
    answers = [
        client.generic(method, path, headers={"host": host})
        for client in (outside, page)
        for method in ("GET", "POST")
        for path in ADDRESSES
    ]

    assert {answer.status_code for answer in answers} == {400}
    assert all(bears_headers(answer) for answer in answers)
    assert all(b"kneewise_door" not in answer.content and not answer.cookies for answer in answers)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:8765", "[::1]", "[::1]:1", HOST])
def test_every_name_of_this_computer_is_answered(page: Client, host: str) -> None:
    assert page.get("/guide/", headers={"host": host}).status_code == 200


def test_no_forwarded_name_is_believed(page: Client) -> None:
    answer = page.get("/guide/", headers={"host": "evil.example", "x-forwarded-host": "localhost"})

    assert answer.status_code == 400


def test_our_guard_of_names_is_the_very_first() -> None:
    assert site.MIDDLEWARE[:4] == [
        f"kneewise.web.middleware.{name}" for name in ("HostGuard", "Headers", "Door", "SameOrigin")
    ]


@pytest.mark.parametrize("path", BEHIND_DOOR)
@pytest.mark.parametrize("cookie", ["", "x", "a" * 64, f"{'0' * 64}:forged"])
def test_without_the_link_nothing_is_shown(outside: Client, path: str, cookie: str) -> None:
    make_link()
    outside.cookies["kneewise_door"] = cookie

    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
        answer = outside.generic(method, path)
        assert answer.status_code in {401, 403}
        assert bears_headers(answer)
        assert b"kneewise.css" not in answer.content


def test_the_link_opens_once(outside: Client) -> None:
    link = make_link()

    first = outside.get(link)
    again = Client(headers={"host": HOST}).get(link)

    assert first.status_code == 302
    assert outside.get("/guide/").status_code == 200
    assert again.status_code == 403
    assert not again.cookies


def test_a_look_at_the_head_does_not_use_the_link_up(outside: Client) -> None:
    link = make_link()

    assert outside.head(link).status_code == 405
    assert outside.get(link).status_code == 302


def test_the_cookie_is_for_our_pages_only(outside: Client) -> None:
    outside.get(make_link())

    morsel = outside.cookies["kneewise_door"]

    assert morsel["httponly"]
    assert morsel["samesite"] == "Strict"


def test_the_secret_of_forms_is_given_with_the_link_so_that_pages_asked_for_at_once_share_it(
    outside: Client,
) -> None:
    outside.get(make_link())
    given = outside.cookies["kneewise_csrf"].value

    for path in ("/diary/", "/screen/", "/settings/"):
        outside.get(path)

    assert len(given) == 32
    assert outside.cookies["kneewise_csrf"].value == given


def test_a_new_start_of_the_server_ends_earlier_visits(page: Client) -> None:
    make_link()

    assert page.get("/guide/").status_code == 401


def test_the_home_never_holds_the_token_itself(tmp_path: Path) -> None:
    token = door.make_link(tmp_path)

    kept = {file.name: file.read_text() for file in tmp_path.iterdir()}

    assert set(kept) == {"door.link", "door.run"}
    assert all(token not in text for text in kept.values())
    assert all(file.stat().st_mode & 0o077 == 0 for file in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/guide/", 200),
        ("GET", "/guide", 301),
        ("GET", "/nothing/", 404),
        ("GET", "/guide/step9/", 404),
        ("GET", f"/runs/{'0' * 12}/", 404),
        ("POST", "/guide/", 405),
        ("GET", "/static/web/kneewise.css", 200),
        ("GET", "/static/web/nothing.css", 404),
    ],
)
def test_every_answer_bears_the_policy(page: Client, method: str, path: str, status: int) -> None:
    answer = page.generic(method, path)
    answer.close()

    assert answer.status_code == status
    assert bears_headers(answer)


def test_a_fault_of_ours_bears_the_policy_too(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_anything: object) -> None:
        raise RuntimeError

    page.raise_request_exception = False
    monkeypatch.setattr("kneewise.app.review.review", fail)
    answer = page.get("/")

    assert answer.status_code == 500
    assert bears_headers(answer)
    assert b"RuntimeError" not in answer.content


def test_the_policy_allows_nothing_inline() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    found = re.findall(
        r"(default-src|worker-src|manifest-src|connect-src|frame-ancestors|base-uri) '(\w+)'",
        CONTENT_SECURITY_POLICY,
    )
    assert found == [
        ("default-src", "none"),
        ("worker-src", "self"),
        ("manifest-src", "self"),
        ("connect-src", "self"),
        ("frame-ancestors", "none"),
        ("base-uri", "none"),
    ]


def test_no_header_is_missing() -> None:
    assert set(HEADERS) == {
        "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control",
    }  # fmt: skip
    assert HEADERS["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "sent", [{"why": "x" * 1_000_001}, {f"f{number}": "x" for number in range(401)}], ids=["body", "fields"]
)
def test_a_form_that_is_too_large_is_refused(page: Client, sent: dict[str, str]) -> None:
    coded = urlencode(sent)

    answer = page.post("/diary/also/", coded, content_type="application/x-www-form-urlencoded")

    assert answer.status_code in {400, 413}
    assert bears_headers(answer)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8765"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_from_elsewhere_is_refused(page: Client, headers: dict[str, str]) -> None:
    answer = page.post("/diary/", {"side": "right", "during": "2"}, headers=headers)

    assert answer.status_code == 403
    assert bears_headers(answer)


def test_a_form_without_its_secret_is_refused(outside: Client) -> None:
    outside.get(make_link())

    answer = outside.post("/diary/", {"side": "right", "during": "2"})

    assert answer.status_code == 403
    assert bears_headers(answer)


@pytest.mark.parametrize("path", ["/open/", "/open/x/y", "/open", "/open//x"])
def test_only_the_link_itself_is_answered_before_the_door(outside: Client, path: str) -> None:
    assert outside.get(path).status_code == 401


def test_a_refused_page_bears_its_code(outside: Client) -> None:
    assert "<small>401</small>" in outside.get("/").content.decode()
