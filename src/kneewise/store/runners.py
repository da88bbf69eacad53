"""Runners of a home, and the steps by which each one's history grows.

Steps are asked for and counted in plain SQL: each write of an import does both, and building such a query
takes twenty times as long as its answer.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from kneewise.store.faults import in_words
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


Place = tuple[str, int, int]
"""A database, and the file that it is now: a restore puts another of the same name in its place."""


def place() -> Place:
    """Name the database that stands here now; on a server, or where there is none yet, it has no file."""
    name = str(connection.settings_dict["NAME"])
    try:
        told = os.stat(name)  # noqa: PTH116 - asked by every page; a path would be made of it first.
    except OSError:
        return name, 0, 0
    return name, told.st_dev, told.st_ino


def state_of(runner: RunnerRef) -> tuple[Place, int, int] | None:
    """Name a runner's history as it is now, for whoever remembers something of it.

    Returns:
        The database, the runner and the last step; ``None`` within a write, which may yet be taken back.
    """
    if connection.in_atomic_block:
        return None
    return place(), runner.runner_id, last_step(runner)


def last_step(runner: RunnerRef) -> int:
    """Say how many writes there have been: the name of the history as it is now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_step FROM store_runner WHERE id = %s", [runner.runner_id])
        return int(cursor.fetchone()[0])


def is_lived_in() -> bool:
    """Whether anything was said or imported yet; making a home is its first write."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_step) FROM store_runner")
        return (cursor.fetchone()[0] or 0) > 1


@contextmanager
def alone(runner: RunnerRef) -> Iterator[None]:
    """Open the one transaction of a write: all of it or nothing, and no other write comes between.

    Locking the runner's row makes other writes wait, as SQLite does by itself; what they wrote is seen.

    Raises:
        BusyHomeError: The wait was too long.
        FullHomeError: There is no room for it.
        DiskError: The disk fails.
    """
    try:
        with transaction.atomic():
            if connection.features.has_select_for_update:
                Runner.objects.select_for_update().get(pk=runner.runner_id)
            yield
    except OperationalError as fault:
        raise in_words(fault) or fault from fault


def next_step(runner: RunnerRef) -> int:
    """Number a write, within `alone`: two never take the same step, and a later one sees all earlier ones."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE store_runner SET last_step = last_step + 1 WHERE id = %s", [runner.runner_id])
    return last_step(runner)


@contextmanager
def one_step(runner: RunnerRef) -> Iterator[int]:
    """Open the one transaction of a write, and number it."""
    with alone(runner):
        yield next_step(runner)


@contextmanager
def first_step(label: str) -> Iterator[tuple[RunnerRef, int]]:
    """Make a runner in the transaction of its first write."""
    with transaction.atomic():
        runner = make_runner(label)
        with one_step(runner) as step:
            yield runner, step
