"""Every address is declared in one table, with the methods it takes."""

import json
from pathlib import Path

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from kneewise.web.urls import ROUTES
from tests.web.test_guards import address

OPENAPI = Path(__file__).parents[2] / "docs" / "openapi.json"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


def walk(resolver: URLResolver, before: str = "") -> list[str]:
    found = []
    for part in resolver.url_patterns:
        path = before + str(part.pattern)
        found += walk(part, path) if isinstance(part, URLResolver) else [path]
        assert isinstance(part, URLResolver | URLPattern)
    return found


def test_no_address_is_undeclared() -> None:
    assert walk(get_resolver()) == [route.path for route in ROUTES]


def test_only_what_brings_a_token_stands_before_the_door() -> None:
    assert [route.name for route in ROUTES if route.before_door] == [
        *("calendar_feed", "open", "api_bare", "api_root", "api"),
    ]


def test_every_call_behind_the_api_is_described() -> None:
    from kneewise.web.api.entry import addresses

    known = {f"/api/v1{path}" for path in walk(addresses(), "/") if path != "/"}
    described = json.loads(OPENAPI.read_text(encoding="utf-8"))["paths"]

    assert {path.replace("<", "{").replace(">", "}") for path in known} == set(described)


def test_an_address_takes_its_own_methods_only(page: Client) -> None:
    opened = page.cookies["kneewise_door"].value
    for route in ROUTES:
        for method in METHODS:
            page.cookies["kneewise_door"] = opened
            refused = page.generic(method, address(route.path)).status_code == 405
            assert refused == (method not in route.methods), (route.name, method)
