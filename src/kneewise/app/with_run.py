"""An entry that names a run: by its whole name, or by a beginning of it that no other run has."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from kneewise.app.known import known
from kneewise.model.activity import Activity
from kneewise.model.diary import History
from kneewise.model.errors import UsageError
from kneewise.store.codec import Json
from kneewise.store.ref import RunnerRef


def with_run(runner: RunnerRef, payload: Mapping[str, Json]) -> dict[str, Json]:
    """Put the whole name of the run in place of what was typed; lists show the beginning alone.

    Raises:
        UsageError: There is none of that name, or several begin so.
    """
    named = payload.get("activity_id")
    if not isinstance(named, str):
        return dict(payload)
    return {**payload, "activity_id": run_of(runner, named).activity_id}


def run_of(runner: RunnerRef, named: str) -> Activity:
    """Give the session that is named so.

    Raises:
        UsageError: There is none of that name, or several begin so.
    """
    return find_run(known(runner).history, named)


def find_run(history: History, named: str) -> Activity:
    """Find a session by the beginning of its name.

    Raises:
        UsageError: There is none of that name, or several begin so.
    """
    wanted = named.strip().lower()
    found = [one for one in history.activities if wanted and one.activity_id.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(_("There is no run “%(name)s”: `kneewise runs` lists them.") % {"name": named})
    return found[0]
