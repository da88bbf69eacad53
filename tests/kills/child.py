"""One import as a process of its own, which may be made to die: `python -m tests.kills.child OFFERED`.

The home and its database are named by the environment, as for the program itself.
"""

import argparse
from pathlib import Path

import django

from tests.kills.checkpoints import CHECKPOINTS, arm


def main() -> None:
    """Import a folder; print that it begins, and at the end what the home holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("offered", type=Path)
    parser.add_argument("--die-at", help="the name of a checkpoint")
    parser.add_argument("--mark", type=Path, help="the file that says that it was reached")
    parser.add_argument("--earlier", action="store_true", help="as a version would that measures otherwise")
    given = parser.parse_args()
    django.setup()
    if given.earlier:
        _be_earlier()
    if given.die_at:
        arm(next(one for one in CHECKPOINTS if one.name == given.die_at), given.mark)
    print("begins", flush=True)  # noqa: T201 - read by the test, which may kill us from here on.
    print(_import(given.offered))  # noqa: T201 - read by the test.


def _import(offered: Path) -> str:
    from kneewise.app import clock, home
    from kneewise.app.import_files import import_paths
    from kneewise.store.integrity import database_faults
    from tests.app.samples import NOW
    from tests.kills.dump import dump

    clock.now = lambda: NOW
    # Before anything mends it: what the process that was killed has left.
    if home.folder().is_dir() and (found := database_faults()):
        return f"broken: {found}"
    import_paths(home.open_home(), [offered], now=NOW)
    return dump(home.folder())


def _be_earlier() -> None:
    """Say of everything that is read and measured that another version has done it."""
    from dataclasses import replace

    from kneewise.app import nights
    from kneewise.files import offered, read_recordings, reading
    from kneewise.observe import measure

    real = measure.measure_activity
    measure.measure_activity = lambda recording, numbers: replace(
        real(recording, numbers), version="0", running_s=1.0
    )
    vars(nights)["NIGHTS_VERSION"] = "0"
    reading.READER_VERSION = "0"
    vars(offered)["read_recordings"] = lambda name, content: (
        reading.refused(reading.Kind.FIT, "damaged") if "later" in name else read_recordings(name, content)
    )


if __name__ == "__main__":
    main()
