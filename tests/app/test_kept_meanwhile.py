"""Whoever keeps files asks what others have kept meanwhile, and does not ask while nobody has written."""

from pathlib import Path

import pytest

from kneewise.app import home, keep_activity
from kneewise.app.home import RunnerRef
from kneewise.app.import_files import import_paths
from kneewise.app.keep_activity import Keeper
from kneewise.app.look import Looked, Looker
from kneewise.app.numbers import house_numbers
from kneewise.files import open_offered
from kneewise.store.activities import recall_activities
from kneewise.store.history import recall_settings
from kneewise.store.ledger import LedgerRow, recall_ledger, recall_line
from kneewise.store.runners import last_step, one_step
from tests.app.samples import NOW, fit_bytes


def begin(runner: RunnerRef) -> Keeper:
    step, ledger = last_step(runner), recall_ledger(runner)
    return Keeper(runner, ledger, step=step, now=NOW, settings=recall_settings(runner))


def looked_at(offered: Path) -> list[Looked]:
    for days_ago in (2, 5, 8):
        (offered / f"{days_ago}.fit").write_bytes(fit_bytes(days_ago))
    looker = Looker(home=home.folder(), numbers=house_numbers().observe)
    return [looker.look(one) for one in open_offered(offered)]


def test_what_another_import_kept_in_the_middle_is_not_kept_twice(runner: RunnerRef, offered: Path) -> None:
    first, *others = looked_at(offered)
    keeper = begin(runner)
    keeper.keep(first)

    import_paths(runner, [offered], now=NOW)
    step = last_step(runner)
    for one in others:
        keeper.keep(one)

    assert last_step(runner) == step
    assert len(recall_activities(runner)) == 3
    assert keeper.rows == recall_ledger(runner)
    assert [row.status for row in keeper.rows] == ["imported"] * 3


def test_after_a_write_of_somebody_else_every_file_is_asked_for(
    quick_runner: RunnerRef, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def recall(runner: RunnerRef, path: str, sha256: str) -> LedgerRow | None:
        asked.append(path)
        return recall_line(runner, path, sha256)

    monkeypatch.setattr(keep_activity, "recall_line", recall)
    first, second, third = looked_at(offered)
    keeper = begin(quick_runner)

    keeper.keep(first)
    assert not asked

    with one_step(quick_runner):
        pass
    keeper.keep(second)
    keeper.keep(third)
    assert asked == [second.path, third.path]
