"""Erase a runner: every row, and every original that no other runner of the home has."""

from django.db import transaction

from kneewise.store.models import (
    OfferedFile,
    Original,
    PastReading,
    Record,
    Runner,
    Source,
    StoredActivity,
    StoredDecision,
    StoredNight,
)
from kneewise.store.originals import file_of
from kneewise.store.ref import RunnerRef

IN_ORDER = (Source, PastReading, StoredActivity, StoredNight, Original, OfferedFile, StoredDecision, Record)
"""Rows that point at others go first."""


def erase_runner(runner: RunnerRef) -> None:
    """Remove a runner for good; files go last, so that no row ever speaks of a missing one."""
    originals = Original.objects.filter(runner_id=runner.runner_id)
    hashes = set(originals.values_list("sha256", flat=True))
    with transaction.atomic():
        for model in IN_ORDER:
            model.objects.filter(runner_id=runner.runner_id).delete()
        Runner.objects.filter(pk=runner.runner_id).delete()
        kept = set(Original.objects.filter(sha256__in=hashes).values_list("sha256", flat=True))
    for sha256 in hashes - kept:
        file_of(sha256).unlink(missing_ok=True)
