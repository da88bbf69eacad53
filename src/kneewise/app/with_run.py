"""An entry that names a run: by its whole name, or by a beginning of it that no other run has."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from kneewise.model.activity import Activity
from kneewise.model.errors import UsageError
from kneewise.store.activities import name_beginning, recall_activity
from kneewise.store.codec import Json
from kneewise.store.ref import RunnerRef


def with_run(runner: RunnerRef, payload: Mapping[str, Json]) -> dict[str, Json]:
    """Put the whole name of the run in place of what was typed; lists show the beginning alone.

    Raises:
        UsageError: There is none of that name, or several begin so.
    """
    named = payload.get("activity_id")
    return {**payload, "activity_id": _whole(runner, named)} if isinstance(named, str) else dict(payload)


def run_of(runner: RunnerRef, named: str) -> Activity | None:
    """Give the run that is named so.

    Raises:
        UsageError: There is none of that name, or several begin so.
    """
    return recall_activity(runner, _whole(runner, named))


def _whole(runner: RunnerRef, named: str) -> str:
    whole = name_beginning(runner, named.strip().lower())
    if not whole:
        raise UsageError(_("There is no run “%(name)s”: `kneewise runs` lists them.") % {"name": named})
    return whole
