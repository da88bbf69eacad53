"""Runners of a home, and the steps by which each one's history grows."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F

from kneewise.store.models import Runner
from kneewise.store.ref import RunnerRef

ME = "me"


def first_runner() -> RunnerRef | None:
    """Find the runner of this home; ``None`` while it is new."""
    row = Runner.objects.order_by("pk").values_list("pk", flat=True).first()
    return None if row is None else RunnerRef(row)


def make_runner(label: str = ME) -> RunnerRef:
    """Make a runner, or find the one of that label."""
    row, _ = Runner.objects.get_or_create(label=label)
    return RunnerRef(row.pk)


def label_of(runner: RunnerRef) -> str:
    """Say what the runner is called here."""
    return Runner.objects.values_list("label", flat=True).get(pk=runner.runner_id)


def last_step(runner: RunnerRef) -> int:
    """Say how many writes there have been: the name of the history as it is now."""
    return Runner.objects.values_list("last_step", flat=True).get(pk=runner.runner_id)


@contextmanager
def one_step(runner: RunnerRef) -> Iterator[int]:
    """Open the one transaction of a write, and number it; all of it is stored, or nothing.

    Counting locks the runner's row: two writes never take the same step, and a later one sees all
    earlier ones.
    """
    with transaction.atomic():
        Runner.objects.filter(pk=runner.runner_id).update(last_step=F("last_step") + 1)
        yield last_step(runner)
