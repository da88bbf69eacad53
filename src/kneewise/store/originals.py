"""Originals: which files a runner has, and the files themselves, never altered."""

import gzip
import hashlib
from pathlib import Path

from django.conf import settings

from kneewise.model.errors import KneewiseError
from kneewise.store.models import OfferedFile, Original
from kneewise.store.original_files import KeptFile, place_of
from kneewise.store.quarantine import place_of_refused
from kneewise.store.ref import RunnerRef


class OriginalLostError(KneewiseError):
    """An original is gone from the home, or is no longer what was kept."""


def file_of(sha256: str) -> Path:
    """Say where an original lies in this home."""
    return place_of(_home(), sha256)


def kept_files() -> tuple[Path, ...]:
    """List every file in the folder of the originals, whatever it is."""
    return tuple(path for path in (_home() / "originals").rglob("*") if path.is_file())


def claimed_files() -> frozenset[Path]:
    """Name the files that the rows of any runner speak of."""
    originals = Original.objects.values_list("sha256", flat=True)
    refused = OfferedFile.objects.filter(quarantined_bytes__gt=0).values_list("sha256", flat=True)
    return frozenset(
        [
            *(place_of(_home(), sha256) for sha256 in originals),
            *(place_of_refused(_home(), sha256) for sha256 in refused),
        ]
    )


def _home() -> Path:
    return Path(settings.KNEEWISE_HOME)


def recall_hashes(runner: RunnerRef) -> tuple[str, ...]:
    """Name the runner's originals."""
    rows = Original.objects.filter(runner_id=runner.runner_id).order_by("sha256")
    return tuple(rows.values_list("sha256", flat=True))


def keep_original(runner: RunnerRef, sha256: str, kept: KeptFile) -> int:
    """Write down that the runner has this original.

    Returns:
        Its row, for the sources that point at it.
    """
    row = Original(
        runner_id=runner.runner_id,
        sha256=sha256,
        size_bytes=kept.size_bytes,
        kept_bytes=kept.kept_bytes,
        packed=kept.packed,
    )
    # One that is known is told what it takes on the disk now, and so gives its row.
    Original.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["runner", "sha256"], update_fields=["kept_bytes"]
    )
    # A SQLite before 3.35 gives no row.
    return row.pk or Original.objects.only("pk").get(runner_id=runner.runner_id, sha256=sha256).pk


def recall_original(runner: RunnerRef, sha256: str) -> bytes:
    """Read an original, bit for bit as it was offered.

    Raises:
        OriginalLostError: It is not there any more, or was altered.
    """
    packed = Original.objects.values_list("packed", flat=True).get(runner_id=runner.runner_id, sha256=sha256)
    try:
        kept = file_of(sha256).read_bytes()
        content = gzip.decompress(kept) if packed else kept
    except (OSError, EOFError, ValueError) as fault:
        raise OriginalLostError(sha256) from fault
    if hashlib.sha256(content).hexdigest() != sha256:
        raise OriginalLostError(sha256)
    return content
