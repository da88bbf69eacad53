"""The page and the API: docs/api.md names each address and each form, with its call or a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from kneewise.web.urls import ROUTES
from tests.web.test_api_calls import operations

ROOT: Final = Path(__file__).parents[2]
WEB: Final = ROOT / "src" / "kneewise" / "web"
PAGE: Final = ROOT / "docs" / "api.md"
ROW: Final = re.compile(r"^\| (?:`([^`|]*)`|\(first\)) \| (?:`([^`]+)`)? ?\| (.+) \|$", re.MULTILINE)
CALL: Final = re.compile(r"`((?:GET|POST|PATCH) [^`?]+)`")
LEFT_OUT: Final = "left out: "
ACTION: Final = re.compile(r"{% url 'web:(\w+)'[^%]*%}")
BESIDE: Final = frozenset({"key", "home", "on", "told"})
"""Fields of many forms that tell none from another."""

DYNAMIC: Final = "{{ form.id }}"
"""The form of a page with several small ones: its names stand in the view."""


class Forms(HTMLParser):
    """Collects the forms of a template that write, with their hidden fields."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # type: ignore[explicit-override]  # 3.11 has no word for it.
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = has.get("method") == "post"
            if self._open:
                self.found.append((has.get("action", ""), {}))
        elif tag == "input" and self._open and has.get("type") == "hidden":
            self.found[-1][1][has["name"]] = has.get("value", "")

    def handle_endtag(self, tag: str) -> None:  # type: ignore[explicit-override]  # See above.
        self._open = self._open and tag != "form"


def forms_of_templates() -> Iterator[tuple[str, str]]:
    """Give the route and the name of every form in the templates."""
    for path in sorted((WEB / "templates" / "web").rglob("*.html")):
        forms = Forms()
        # What a tag says must not end an attribute.
        text = path.read_text(encoding="utf-8")
        forms.feed(re.sub(r"{%[^%]*%}", lambda tag: tag[0].replace('"', "'").replace("==", ""), text))
        for action, fields in forms.found:
            name = fields.get("form") or "+".join(sorted(fields.keys() - BESIDE)) or "POST"
            if name != DYNAMIC:
                yield from ((route, name) for route in ACTION.findall(action) or [path.stem])


def forms_of_views() -> Iterator[tuple[str, str]]:
    """Give the route and the name of every small form: the names by which a view tells them apart."""
    for path in sorted((WEB / "views").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict) and node.keys and all(map(_does_something, node.values)):
                yield from ((path.stem, str(getattr(key, "value", ""))) for key in node.keys)


def _does_something(value: Any) -> bool:
    return isinstance(value, ast.Name) and value.id.startswith("_")


def rows() -> dict[tuple[str, str], str]:
    """Read the table: by address and form, what stands beside them."""
    text = PAGE.read_text(encoding="utf-8").partition("## The page, and the call")[2].partition("\n## ")[0]
    return {(path, form): beside for path, form, beside in ROW.findall(text)}


def forms() -> set[tuple[str, str]]:
    paths = {route.name: route.path for route in ROUTES}
    return {(paths[name], form) for name, form in (*forms_of_templates(), *forms_of_views())}


def test_the_forms_of_the_page_are_found() -> None:
    assert {
        ("recovery/", "swelling"),
        ("diary/also/", "beside"),
        ("settings/data/", "erase"),
        ("plan/", "back"),
        ("diary/", "POST"),
        ("ankle/go/", "exercise"),
        ("strength/go/", "exercise"),
    } <= forms()


def test_every_address_and_every_form_has_its_row_and_no_other() -> None:
    assert set(rows()) == {(route.path, "") for route in ROUTES} | forms()


def test_every_route_that_takes_a_form_has_one_in_the_table() -> None:
    """Those that take pieces from a script have no form; the row of the address says why."""
    taking = {route.path for route in ROUTES if "POST" in route.methods and "GET" in route.methods}

    assert taking - {path for path, form in rows() if form} == {
        *("api/v1", "api/v1/", "api/v1/<path:rest>"),
    }


def test_every_row_names_calls_that_there_are_or_a_reason() -> None:
    calls = {re.sub(r"{\w+}", "ID", name) for name, _operation in operations()}

    for row, beside in rows().items():
        named = set(CALL.findall(beside))
        assert beside.startswith(LEFT_OUT) or named, row
        assert len(beside) > len(LEFT_OUT) + 10 or named, row
        assert named <= calls, row


def test_a_form_is_left_out_only_where_a_person_or_a_browser_is_needed() -> None:
    """Seen one by one: whoever leaves out another one says so here as well."""
    left_out = {row for row, beside in rows().items() if row[1] and beside.startswith(LEFT_OUT)}

    assert left_out == {
        ("files/", "read"),
        ("files/", "remove"),
        ("settings/data/", "erase"),
        ("calendar/", "make"),
        ("calendar/", "revoke"),
        ("settings/forget/", "POST"),
        ("pair/", "POST"),
        ("settings/data/restore/", "POST"),
    }


def test_every_call_stands_in_the_tables_of_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8").partition("## The page, and the call")[0]
    kinds = {name for name, _operation in operations() if re.match(r"POST /diary/(?!beside)", name)}
    named = {re.sub(r"{\w+}", "ID", name) for name, _operation in operations()} - kinds

    assert {
        name for name in named if not re.search(rf"^\| `{re.escape(name)}[?`]", text, re.MULTILINE)
    } == set()
    assert all(f"`{name.rpartition('/')[2]}`" in text for name in kinds)
