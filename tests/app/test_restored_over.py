"""What goes on where a backup takes the place of a home that is lived in, and what never comes out of one."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from icalendar import Calendar

from kneewise.app import export_calendar, feed, home, incoming, log, review, screen, spool, tokens
from kneewise.app.backup import backup
from kneewise.app.known import known
from kneewise.app.lan import phones
from kneewise.app.restore import restore
from kneewise.app.tokens import Scope
from kneewise.store.decisions import decision_of
from kneewise.store.runners import last_step
from tests.app.homes import home_at
from tests.app.samples import NOW
from tests.web.told import calm_answers


@pytest.fixture
def lived_in(tmp_path: Path) -> Iterator[Path]:
    """A home in which the screening was answered and a night told."""
    with home_at(tmp_path / "home") as folder:
        runner = home.open_home()
        screen.screen(runner, screen.parse_answers(calm_answers(), on=NOW.date()), at=NOW)
        log.log_sleep(runner, at=NOW, hours=7.5)
        yield folder


def token_named(name: str) -> str:
    return tokens.make(home.open_home(), name=name, scope=Scope.LOG, at=NOW)


def kept(folder: Path) -> Path:
    path = backup(folder / "kept.zip", now=NOW).path
    connection.close()
    return path


@pytest.mark.usefixtures("lived_in")
def test_a_token_that_was_revoked_stays_so_and_the_others_open_as_before(tmp_path: Path) -> None:
    revoked, standing = token_named("lost phone"), token_named("watch")
    path = kept(tmp_path)
    tokens.drop(home.open_home(), "lost phone")
    later = token_named("desk")
    connection.close()

    restore(path, now=NOW, replace=True)

    found = [tokens.find(one) for one in (revoked, standing, later)]
    assert [one and (one.name, one.scope) for one in found] == [None, ("watch", "log"), ("desk", "log")]


@pytest.mark.usefixtures("lived_in")
def test_no_token_comes_out_of_a_backup_into_a_new_home(tmp_path: Path) -> None:
    token = token_named("watch")
    path = kept(tmp_path)

    with home_at(tmp_path / "new"):
        restore(path, now=NOW)

        assert tokens.find(token) is None
        assert tokens.every(home.open_home()) == ()


def test_a_home_that_is_no_database_any_more_hands_no_token_on(lived_in: Path, tmp_path: Path) -> None:
    token = token_named("watch")
    path = kept(tmp_path)
    (lived_in / "kneewise.sqlite3").write_text("no database")

    restore(path, now=NOW, replace=True)

    assert tokens.find(token) is None
    assert log.lines(home.open_home())


def version_of_calendar() -> int:
    runner = home.open_home()
    told = Calendar.from_ical(export_calendar.write(runner, review.review(runner, NOW.date())))
    (version,) = {int(str(event["SEQUENCE"])) for event in told.walk("VEVENT")}
    return version


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("writes", [0, 1, 3])
def test_a_calendar_that_was_opened_before_takes_the_one_after_a_restore(tmp_path: Path, writes: int) -> None:
    path = kept(tmp_path)
    for hours in range(writes):
        log.log_sleep(home.open_home(), at=NOW, hours=4.0 + hours)
    before = version_of_calendar()
    connection.close()

    restore(path, now=NOW, replace=True)

    assert version_of_calendar() > before


@pytest.mark.usefixtures("lived_in")
def test_a_later_backup_keeps_its_own_number_of_writes(tmp_path: Path) -> None:
    early = backup(tmp_path / "early.zip", now=NOW).path
    for hours in range(3):
        log.log_sleep(home.open_home(), at=NOW, hours=4.0 + hours)
    late, step = kept(tmp_path), last_step(home.open_home())
    connection.close()

    restore(early, now=NOW, replace=True)
    restore(late, now=NOW, replace=True)

    assert last_step(home.open_home()) == step + 2


@pytest.mark.usefixtures("lived_in")
def test_days_are_answered_as_the_restored_history_makes_them(tmp_path: Path) -> None:
    path = kept(tmp_path)
    log.log_sleep(home.open_home(), at=NOW, hours=4.0)
    connection.close()

    restore(path, now=NOW, replace=True)

    runner, tomorrow = home.open_home(), NOW.date() + timedelta(days=1)
    made = review.decide_on(known(runner).history, tomorrow)
    by = {"engine_version": made.engine_version, "knowledge_hash": made.knowledge_hash}
    assert decision_of(runner, last_step(runner), tomorrow, **by) == made
    assert review.review(runner, NOW.date()) == review.decide_on(known(runner).history, NOW.date())


def test_the_calendars_address_and_paired_phones_go_on(lived_in: Path, tmp_path: Path) -> None:
    path = kept(tmp_path)
    address = feed.make_feed(lived_in)
    standing, removed = phones.pair(lived_in, "iPhone", at=NOW), phones.pair(lived_in, "Android", at=NOW)
    phones.remove(lived_in, removed.partition(".")[0])

    before = restore(path, now=NOW, replace=True).before

    assert feed.is_feed(lived_in, address)
    assert [one.kind for one in phones.every(lived_in)] == ["iPhone"]
    assert phones.phone_of(lived_in, standing, at=NOW) is not None
    feed.revoke_feed(lived_in)
    assert before is not None
    assert feed.is_feed(before, address)


def test_an_address_that_was_voided_and_a_new_home_have_none(lived_in: Path, tmp_path: Path) -> None:
    feed.make_feed(lived_in)
    path = kept(tmp_path)
    feed.revoke_feed(lived_in)

    restore(path, now=NOW, replace=True)

    assert not feed.has_feed(lived_in)
    assert not (lived_in / "lan").exists()


def bring(name: str, content: bytes, *, of_b: int) -> incoming.Coming:
    coming = incoming.begin(name, size_b=of_b, modified_ms=1_700_000_000_000, now=NOW)
    piece = {"piece": content, "sha256": hashlib.sha256(content).hexdigest()}
    return incoming.take(coming.upload_id, offset_b=coming.have_b, **piece)  # type: ignore[arg-type]  # As named.


def test_files_that_are_not_read_yet_come_along_and_the_home_before_stays_as_it_was(
    lived_in: Path, tmp_path: Path
) -> None:
    path = kept(tmp_path)
    bring("run.fit", b"whole", of_b=5)
    bring("export.zip", b"half", of_b=8)
    for name in ("inbox.json", "report.json"):
        (lived_in / "incoming" / name).write_text("{}")

    before = restore(path, now=NOW, replace=True).before

    assert before is not None
    assert spool.waiting() == 1
    assert [(one.name, one.have_b) for one in incoming.on_their_way()] == [("export.zip", 4)]
    bring("export.zip", b"else", of_b=8)
    assert spool.waiting() == 2
    assert [part.read_bytes() for part in before.rglob(spool.PART)] == [b"half"]
    assert not list((lived_in / "incoming").glob("*.json"))
