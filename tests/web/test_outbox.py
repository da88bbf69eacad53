"""The outbox against the real server: whatever gets lost between them, each entry is stored once, on its day.

The client is a model of ``static/web/offline/outbox.js``: it keeps what is unsent under the key of its form,
sends the oldest first, and takes a redirect for "stored", a 401 for "wait", a 422 for "to be mended".
"""

from __future__ import annotations

import os
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kneewise.app import clock, home, once, sitting, writing
from kneewise.app import settings as choices
from kneewise.store.history import recall_history
from kneewise.store.models import Record, StoredDecision
from kneewise.store.records import new_record
from tests.web.told import AT, make_link, visit

SEQUENCES = int(os.environ.get("KNEEWISE_OUTBOX", "200" if os.environ.get("CI") else "20"))
STEPS = 12
STORED, CLOSED, REFUSED = 302, 401, 422


class Outbox(RuleBasedStateMachine):
    """Two tabs, one outbox, one server that comes and goes; what waits are entries of the diary."""

    path = "/diary/"

    def __init__(self) -> None:
        super().__init__()
        Record.objects.all().delete()
        StoredDecision.objects.all().delete()
        self.runner = home.open_home()
        self.now = clock.local(clock.now(), choices.get(self.runner))
        self.meant: list[tuple[date, int]] = []
        self.waits: dict[str, dict[str, Any]] = {}
        self.refused: dict[str, dict[str, Any]] = {}
        self.client = self.come()

    def come(self) -> Client:
        client = visit()
        client.get(make_link())
        return client

    # ---- What the runner does

    @rule(
        days_ago=st.integers(0, 4),
        score=st.integers(0, 10),
        has_room=st.booleans(),
        clock_off=st.integers(-1, 1),
    )
    def tell(self, days_ago: int, score: int, clock_off: int, *, has_room: bool) -> None:
        """Fill a form in for a day; a browser without room says so and keeps the form."""
        on = self.now.date() - timedelta(days=days_ago)
        if (on, score) in self.meant or not has_room:
            return
        key = self.next_key()
        self.meant.append((on, score))
        self.waits[key] = {**self.filled(on, score, clock_off=timedelta(days=clock_off)), "key": key}

    def next_key(self) -> str:
        """Make a key as a browser does, but in the order of telling: the same draw names the same entry."""
        return str(uuid.UUID(int=len(self.meant) << 96 | uuid.uuid4().int >> 32, version=4))

    def filled(self, on: date, score: int, *, clock_off: timedelta) -> dict[str, Any]:
        told = (self.now + clock_off).isoformat()
        return {"side": "right", "run": "", "this_morning": str(score), "on": str(on), "told": told}

    @precondition(lambda self: self.refused)
    @rule()
    def mend(self) -> None:
        """Set right what was refused: the clock of the browser was a day ahead."""
        key, sent = self.refused.popitem()
        self.waits[key] = self.mended(sent)

    def mended(self, sent: dict[str, Any]) -> dict[str, Any]:
        return {**sent, "told": self.now.isoformat()}

    # ---- What happens on the way

    def post(self, key: str) -> int:
        return self.client.post(self.path, self.waits[key]).status_code

    def hear(self, key: str, status: int) -> None:
        if status == STORED:
            self.waits.pop(key, None)
        elif status == REFUSED:
            self.refused[key] = self.waits.pop(key)
        else:
            assert status == CLOSED

    @precondition(lambda self: self.waits)
    @rule(data=st.data())
    def send_one(self, data: st.DataObject) -> None:
        """Send any of them: they may arrive in another order."""
        key = data.draw(st.sampled_from(sorted(self.waits)))
        self.hear(key, self.post(key))

    @precondition(lambda self: self.waits)
    @rule(data=st.data())
    def lose_the_reply(self, data: st.DataObject) -> None:
        """It is stored, or refused, and the browser never hears of it: a lost reply, or a killed server."""
        self.post(data.draw(st.sampled_from(sorted(self.waits))))

    @precondition(lambda self: self.waits)
    @rule(data=st.data())
    def send_from_two_tabs(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.waits)))
        statuses = [self.post(key) for _tab in range(2)]
        assert statuses[0] == statuses[1]
        self.hear(key, statuses[0])

    @rule()
    def start_the_server_again(self) -> None:
        """Passes of the last run are void from now on."""
        make_link()

    @rule()
    def open_the_link_again(self) -> None:
        self.client = self.come()

    # ---- What must hold

    def stored(self) -> list[tuple[date, int]]:
        pains = recall_history(self.runner).pain
        return sorted((one.on, one.morning) for one in pains if isinstance(one.morning, int))

    @invariant()
    def nothing_is_doubled_and_nothing_on_a_wrong_day(self) -> None:
        stored = self.stored()
        assert len(stored) == len({*stored})
        assert {*stored} <= {*self.meant}

    def teardown(self) -> None:  # type: ignore[explicit-override]  # Python 3.11 has no typing.override.
        """Open the link, mend, send: nothing is lost."""
        self.client = self.come()
        for key in sorted(self.waits):
            self.hear(key, self.post(key))
        while self.refused:
            self.mend()
        for key in sorted(self.waits):
            self.hear(key, self.post(key))
        assert not self.waits
        assert self.stored() == sorted(self.meant)


class Sessions(Outbox):
    """The same with sessions that were led: both legs alike, and each did its own repetitions."""

    path = "/strength/go/"

    def filled(  # type: ignore[explicit-override]  # Python 3.11 has no typing.override.
        self, on: date, score: int, *, clock_off: timedelta
    ) -> dict[str, Any]:
        # The day stands in the form: one that is still to come is refused, an earlier one would be meant.
        told = on + max(clock_off, timedelta(0)) if on == self.now.date() else on
        rows = {f"clamshell-{leg}": str(score + 1) for leg in ("left", "right")}
        return {"exercise": ["clamshell", "calf_stretch"], **rows, "calf_stretch-both": "60", "on": str(told)}

    def mended(self, sent: dict[str, Any]) -> dict[str, Any]:  # type: ignore[explicit-override]  # As above.
        return {**sent, "on": str(self.now.date())}

    def stored(self) -> list[tuple[date, int]]:  # type: ignore[explicit-override]  # As above.
        done = recall_history(self.runner).exercises
        legs = sorted((one.on, one.repetitions[0] - 1) for one in done if one.exercise == "clamshell")
        assert sorted(one.on for one in done if one.hold_s) == [on for on, _count in legs]
        return legs


BOTH = pytest.mark.parametrize("machine", [Outbox, Sessions])


@BOTH
@pytest.mark.usefixtures("sqlite_database")
def test_nothing_is_lost_doubled_or_on_a_wrong_day(machine: type[Outbox]) -> None:
    run_state_machine_as_test(
        machine, settings=settings(max_examples=SEQUENCES, stateful_step_count=STEPS, deadline=None)
    )


def without_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plant the bug: what was sent before is not known again."""
    monkeypatch.setattr(sitting, "_place", lambda *_key: str(uuid.uuid4()))
    monkeypatch.setattr(sitting, "_told_lately", lambda *_said, **_now: None)
    monkeypatch.setattr(
        once, "new_record", lambda kind, **given: new_record(kind, **given | {"key": str(uuid.uuid4())})
    )


@BOTH
@pytest.mark.usefixtures("sqlite_database")
def test_without_the_key_it_would_be_found(machine: type[Outbox], monkeypatch: pytest.MonkeyPatch) -> None:
    without_keys(monkeypatch)

    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=200, stateful_step_count=STEPS, deadline=None, phases=(Phase.generate,)
            ),
        )


DIARY = {"side": "right", "run": "", "this_morning": "5"}
SESSION = {"exercise": ["clamshell"], "clamshell-both": "12"}
DRILL = {"exercise": ["calf_stretch"], "calf_stretch-both": "60"}


@pytest.mark.parametrize(
    ("path", "sent"), [("/diary/", DIARY), ("/strength/go/", SESSION), ("/ankle/go/", DRILL)]
)
def test_a_disk_that_takes_nothing_lets_an_entry_wait_and_mends_nothing(
    page: Client, monkeypatch: pytest.MonkeyPatch, path: str, sent: dict[str, Any]
) -> None:
    def is_full(*_given: object, **_named: object) -> None:
        raise OperationalError("database or disk is full")

    said = {**sent, "key": str(uuid.uuid4()), "on": str(AT.date())}
    with monkeypatch.context() as disk:
        disk.setattr(writing, "record", is_full)
        answer = page.post(path, said)

    assert answer.status_code == 503
    assert "make room on its disk" in answer.content.decode()
    assert page.post(path, said).status_code == STORED
