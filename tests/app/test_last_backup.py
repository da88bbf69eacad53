"""The day of the last backup of everything: of each home its own."""

import os
from datetime import timedelta
from pathlib import Path

from django.test import override_settings

from kneewise.app.last_backup import PLACE, last_full_backup, note_full_backup
from tests.app.samples import NOW


def test_a_home_that_was_restored_changes_nothing_of_the_one_before_it(tmp_path: Path) -> None:
    home, before = tmp_path / "home", tmp_path / "before"
    with override_settings(KNEEWISE_HOME=home):
        note_full_backup(NOW)
        os.link(home.joinpath(*PLACE), before)
        note_full_backup(NOW + timedelta(days=1))

        assert last_full_backup() == NOW.date() + timedelta(days=1)
    assert before.read_text() == NOW.date().isoformat()
