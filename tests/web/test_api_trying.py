"""A test by lot, through the API: begun, told, noted, stopped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.test import Client

from kneewise.app import clock, tokens
from kneewise.app.tokens import Scope
from tests.made_once import SampleRunner
from tests.web.told import AT

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def ask(sample_runner: SampleRunner, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """The sample runner, who has two pairs in turn, and a token that may do everything."""
    runner = sample_runner(AT)
    monkeypatch.setenv(clock.NAMED_DAY, AT.date().isoformat())
    token = tokens.make(runner, name="all", scope=Scope.ALL, at=AT)
    client = Client(headers={"host": "127.0.0.1"})

    def asked(method: str, path: str, *, key: int = 0, **said: object) -> Any:
        headers = {"authorization": f"Bearer {token}"} | (
            {"idempotency-key": str(UUID(int=key))} if key else {}
        )
        body = json.dumps(said) if method == "POST" else ""
        return client.generic(
            method, f"/api/v1{path}", body, content_type="application/json", headers=headers
        )

    return asked


def test_a_test_is_begun_once_under_its_key_told_noted_and_stopped(ask: Callable[..., Any]) -> None:
    begun = [ask("POST", "/try", key=5, trial="shoe").json()["done"] for _twice in range(2)]
    (running,) = ask("GET", "/try").json()["trials"]

    assert begun == ["kept", "said_already"]
    assert (running["state"], running["place"], running["trial"]["seed"]) == ("running", 1, None)
    if running["way"] is not None:
        noted = [ask("POST", "/try/ran", key=6, as_told=True).json()["done"] for _twice in range(2)]
        assert noted == ["kept", "said_already"]
    assert ask("POST", "/try/stop").json()["done"] == "changed"
    assert ask("GET", "/try").json()["trials"][0]["state"] == "stopped"


def test_what_is_no_test_is_refused_in_one_sentence(ask: Callable[..., Any]) -> None:
    for path, said in (
        ("/try", {"trial": "luck"}),
        ("/try", {}),
        ("/try/ran", {"as_told": True}),
        ("/try/stop", {}),
    ):
        refused = ask("POST", path, **said)
        assert refused.status_code == 422, path
        assert refused.json()["detail"].endswith(".")


def test_a_step_that_helped_is_listed_and_one_that_is_not_there_is_refused(ask: Callable[..., Any]) -> None:
    assert ask("POST", "/guide/step3", helpful=True).json()["done"] == "kept"
    assert ask("POST", "/guide/step9", helpful=True).status_code == 422
    assert ask("POST", "/guide/step3").status_code == 422
