"""The page for phones: who is answered, how a phone gets in, and how it is put out."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client, override_settings
from typing_extensions import override

from kneewise.app import clock, home
from kneewise.app.lan import phones
from kneewise.app.lan.code import TRIES, make_code
from tests.web.test_guards import ADDRESSES, HOSTILE, bears_headers
from tests.web.told import AT, make_link, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PORT = 8765
HOST = f"192.168.1.2:{PORT}"
HOSTS = (HOST, f"[fd00::2]:{PORT}", f"desk.local:{PORT}")
NAMES = ["192.168.1.2", "[fd00::2]", "desk.local"]


@pytest.fixture(autouse=True)
def to_phones(sqlite_database: Path, tmp_path: Path) -> Iterator[None]:
    """Answer phones, as the server of its own does."""
    with override_settings(
        KNEEWISE_HOME=tmp_path / "home",
        LAN_HOSTS=HOSTS,
        ALLOWED_HOSTS=NAMES,
        CSRF_COOKIE_SECURE=True,
        SECURE_HSTS_SECONDS=86_400,
    ):
        home.open_home()
        yield


class PhoneClient(Client):
    """The browser of a phone, by TLS."""

    @override
    def request(self, **request: Any) -> Any:
        return super().request(**{**request, "wsgi.url_scheme": "https", "SERVER_PORT": "443"})


def phone(*, at: str = "192.168.1.50", host: str = HOST) -> Client:
    """Come as the browser of a phone does; CSRF is checked."""
    headers = {"host": host, "user-agent": "a phone (Android)"}
    return PhoneClient(enforce_csrf_checks=True, headers=headers, REMOTE_ADDR=at)


def send(client: Client, code: str) -> HttpResponseBase:
    """Type a code into the form, as our page gives it."""
    form = client.get("/pair/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    assert token is not None
    return client.post(
        "/pair/", {"code": code, "csrfmiddlewaretoken": token[1]}, headers={"origin": f"https://{HOST}"}
    )


def new_code() -> str:
    return make_code(settings.KNEEWISE_HOME, clock.now()).shown


def wrong(code: str) -> str:
    return code.translate(str.maketrans("0123456789", "1234567890"))


@pytest.fixture
def paired() -> Client:
    client = phone()
    assert send(client, new_code()).status_code == 302
    return client


def test_the_code_lets_a_phone_in(paired: Client) -> None:
    assert paired.get("/").status_code == 200
    assert [one.kind for one in phones.every(settings.KNEEWISE_HOME)] == ["Android"]


def test_its_cookies_go_by_tls_only_and_to_our_pages_only(paired: Client) -> None:
    given, form = paired.cookies["__Host-kneewise_phone"], paired.cookies["kneewise_csrf"]

    assert (given["secure"], given["httponly"], given["samesite"]) == (True, True, "Strict")
    assert (given["path"], given["domain"]) == ("/", "")
    assert given["max-age"] == phones.LASTS.total_seconds()
    assert form["secure"]


def test_tls_is_asked_for_from_then_on(paired: Client) -> None:
    assert paired.get("/guide/").headers["Strict-Transport-Security"] == "max-age=86400"


def test_a_code_lets_one_phone_in(paired: Client) -> None:
    code = new_code()

    assert [send(phone(), code).status_code for _phone in range(2)] == [302, 403]


def test_a_wrong_code_is_refused_and_a_few_of_them_end_it() -> None:
    code, client = new_code(), phone()

    answers = [send(client, wrong(code)) for _time in range(TRIES)]
    late = send(client, code)

    assert {answer.status_code for answer in answers} == {403}
    assert b"That is not the code" in getattr(answers[0], "content", b"")
    assert late.status_code == 403
    assert b"There is no code now" in getattr(late, "content", b"")
    assert "__Host-kneewise_phone" not in client.cookies
    assert client.get("/").status_code == 401


def test_tries_count_together_from_wherever_they_come() -> None:
    code = new_code()
    for number in range(TRIES):
        send(phone(at=f"192.168.1.{number + 60}"), wrong(code))

    assert send(phone(), code).status_code == 403


def test_an_old_code_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    code = new_code()
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(minutes=11))

    assert send(phone(), code).status_code == 403


def test_a_code_from_a_page_of_elsewhere_is_refused_and_costs_no_try() -> None:
    code, client = new_code(), phone()

    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {}):
        assert client.post("/pair/", {"code": wrong(code)}, headers=headers).status_code == 403
    assert send(client, code).status_code == 302


@pytest.mark.parametrize("path", [path for path in ADDRESSES if path != "/pair/"])
def test_without_a_code_nothing_is_shown(path: str) -> None:
    for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
        answer = phone().generic(method, path)

        assert answer.status_code == 401
        assert bears_headers(answer)
        assert b"kneewise.css" not in answer.content


def test_a_phone_that_is_not_paired_sees_the_form_and_how_it_looks() -> None:
    form, looks = phone().get("/pair/"), phone().get("/static/web/pair.css")
    looks.close()

    assert (form.status_code, looks.status_code) == (200, 200)
    assert bears_headers(form)
    assert bears_headers(looks)
    assert b"kneewise.css" not in form.content


def test_the_link_of_the_computer_lets_no_phone_in_and_stays_unused() -> None:
    link = make_link()

    refused = phone().get(link)
    with override_settings(LAN_HOSTS=(), ALLOWED_HOSTS=["127.0.0.1"], CSRF_COOKIE_SECURE=False):
        opened = visit().get(link)

    assert (refused.status_code, opened.status_code) == (401, 302)
    assert not refused.cookies


def test_the_pass_of_the_computer_lets_no_phone_in() -> None:
    with override_settings(LAN_HOSTS=(), ALLOWED_HOSTS=["127.0.0.1"]):
        given = visit().get(make_link()).cookies["kneewise_door"].value
    client = phone()
    client.cookies["kneewise_door"] = given

    assert client.get("/").status_code == 401


def test_the_pass_of_a_phone_does_not_open_the_page_of_the_computer(paired: Client) -> None:
    with override_settings(LAN_HOSTS=(), ALLOWED_HOSTS=["127.0.0.1"]):
        client = visit()
        client.cookies["__Host-kneewise_phone"] = paired.cookies["__Host-kneewise_phone"].value
        assert client.get("/").status_code == 401


@pytest.mark.parametrize("cookie", ["", "x", f"00000000.{'x' * 43}", "../../secret-key.x"])
def test_a_forged_pass_opens_nothing(paired: Client, cookie: str) -> None:
    client = phone()
    client.cookies["__Host-kneewise_phone"] = cookie

    assert client.get("/").status_code == 401


def test_a_phone_that_is_removed_is_out_at_its_next_request(paired: Client) -> None:
    (one,) = phones.every(settings.KNEEWISE_HOME)
    phones.remove(settings.KNEEWISE_HOME, one.phone_id)

    assert paired.get("/").status_code == 401


def test_a_phone_is_let_in_for_ninety_days(paired: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=90, minutes=5))

    assert paired.get("/").status_code == 401


def test_a_phone_can_put_itself_out(paired: Client) -> None:
    form = paired.get("/settings/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    assert token is not None

    answer = paired.post(
        "/settings/forget/", {"csrfmiddlewaretoken": token[1]}, headers={"origin": f"https://{HOST}"}
    )

    assert answer.status_code == 200
    assert b"kneewise phone code" in answer.content
    assert phones.every(settings.KNEEWISE_HOME) == []
    assert paired.get("/").status_code == 401


@pytest.mark.parametrize("host", HOSTS)
def test_each_name_that_was_given_is_answered(host: str) -> None:
    assert phone(host=host).get("/pair/").status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *HOSTILE,
        *("127.0.0.1", "localhost", "127.0.0.1:8765", "[::1]:8765", "192.168.1.2", "192.168.1.2:8766"),
        *("desk.local", "x.desk.local:8765", "desk.local.:8765", "192.168.1.3:8765", "fd00::2:8765"),
    ],
)
def test_every_other_name_gets_400_on_every_path(paired: Client, host: str) -> None:
    answers = [
        client.generic(method, path, headers={"host": host})
        for client in (phone(), paired)
        for method in ("GET", "POST")
        for path in ("/", "/pair/", "/static/web/kneewise.css", "/api/v1/today")
    ]

    assert {answer.status_code for answer in answers} == {400}
    assert all(bears_headers(answer) and not answer.cookies for answer in answers)


@pytest.mark.parametrize("at", ["8.8.8.8", "2001:db8::1", "127.0.0.1", "::ffff:8.8.8.8", "", "phone"])
def test_only_private_addresses_are_answered(paired: Client, at: str) -> None:
    stranger = phone(at=at)
    stranger.cookies = paired.cookies

    assert {stranger.get(path).status_code for path in ("/", "/pair/", "/static/web/run.js")} == {400}


def test_no_forwarded_address_is_believed(paired: Client) -> None:
    stranger = phone(at="8.8.8.8")
    stranger.cookies = paired.cookies

    answer = stranger.get("/", headers={"x-forwarded-for": "192.168.1.50", "forwarded": "for=192.168.1.50"})

    assert answer.status_code == 400


def test_a_program_needs_a_paired_phone_besides_its_token(paired: Client) -> None:
    assert phone().get("/api/v1/today").status_code == 401
    assert b"not paired" in phone().get("/api/v1/today").content
    assert b"not paired" not in paired.get("/api/v1/today").content


@override_settings(LAN_HOSTS=(), ALLOWED_HOSTS=["127.0.0.1"], CSRF_COOKIE_SECURE=False, SECURE_HSTS_SECONDS=0)
def test_the_page_of_the_computer_has_no_pairing_and_keeps_its_plain_cookies() -> None:
    code, client = new_code(), visit()

    before = [client.get("/pair/").status_code, client.post("/pair/", {"code": code}).status_code]
    client.get(make_link())
    inside = client.post("/pair/", {"code": code})
    shown = client.get("/settings/")

    assert before == [401, 401]
    assert inside.status_code == 404
    assert not client.cookies["kneewise_door"]["secure"]
    assert not client.cookies["kneewise_csrf"]["secure"]
    assert "Strict-Transport-Security" not in shown.headers
    assert phones.every(settings.KNEEWISE_HOME) == []
