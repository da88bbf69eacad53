"""The list of guards is of what is there; `make guards` takes each away."""

from pathlib import Path

from tests.mutants.guards import guards

ROOT = Path(__file__).parents[2]


def test_every_guard_stands_in_its_file_once_and_can_be_taken_away() -> None:
    every = guards()

    assert len({guard.name for guard in every}) == len(every)
    assert all(guard.mutant().edit[2] != guard.was for guard in every)


def test_every_test_that_has_to_notice_is_there() -> None:
    for guard in guards():
        file, _, name = guard.test.partition("::")
        assert f"def {name.partition('[')[0]}" in (ROOT / file).read_text(encoding="utf-8"), guard.name


def test_every_file_that_holds_a_guard_is_listed() -> None:
    assert {guard.file for guard in guards()} >= {
        "app/door.py",
        "app/lan/addresses.py",
        "app/lan/certificate.py",
        "app/lan/code.py",
        "app/lan/phones.py",
        "app/lan/private.py",
        "app/erase.py",
        "app/incoming.py",
        "app/once.py",
        "app/restore.py",
        "app/serve.py",
        "files/names.py",
        "site/settings.py",
        "store/backup_file.py",
        "store/sealed.py",
        "store/snapshot.py",
        "web/api/asks.py",
        "web/headers.py",
        "web/middleware.py",
        "web/static/web/offline/outbox.js",
        "web/static/web/worker.js",
        "web/uploads.py",
        "web/urls.py",
        "web/views/door.py",
        "web/views/pair.py",
    }
