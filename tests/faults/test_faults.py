"""Every write of a journey fails in turn, and the home stays sound: no half, no lost acknowledgement.

CI tries a sample of each journey, drawn by a seed; `make faults` tries every write in every way. A pair is a
fault in the run after a kill, which is where a database mends itself.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults import shim
from tests.faults.forked import JOURNALS
from tests.faults.journeys import JOURNEYS

ROOT: Final = Path(__file__).parents[2]
SAMPLE: Final = int(os.environ.get("KNEEWISE_FAULTS", "4"))
"""So many tries of each journey; 0 for all."""
PAIRS: Final = int(os.environ.get("KNEEWISE_FAULT_PAIRS", "1" if SAMPLE else "30"))
"""So many kills of each journey with a fault in the run after: seven journeys make more than 200."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shim with this machine's compiler."""
    cc = shim.compiler()
    if cc is None or sys.platform != "linux":
        assert not os.environ.get("CI"), "CI has a C compiler; Debian's package is `gcc`"
        pytest.skip("The shim needs Linux and a C compiler; Debian's package is `gcc`.")
    return shim.build(tmp_path_factory.mktemp("shim"), cc)


@pytest.mark.parametrize("journal", JOURNALS)
@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_disk_that_fails_at_any_write_loses_nothing(
    journey: str, journal: str, built: Path, tmp_path: Path
) -> None:
    sampled = ["--sample", str(SAMPLE)] if SAMPLE else []
    outcome = tried(built, tmp_path, journal, "--journey", journey, "--pairs", str(PAIRS), *sampled)

    print(json.dumps(outcome | {"journal": journal}))  # noqa: T201 - the figures of `make faults`.
    assert outcome["tries"] == (SAMPLE or 4 * outcome["points"])
    assert outcome["pairs"] == PAIRS
    assert outcome["wrong"] == []
    assert outcome["killed"] > 0
    assert outcome["said"] > 0


def tried(built: Path, work: Path, journal: str, *arguments: str) -> dict[str, Any]:
    """Run the tries of one journey in a process with the shim."""
    environment = shim.environment(built, work / "control", work / "under") | {
        "DJANGO_SETTINGS_MODULE": "kneewise.site.settings",
        "KNEEWISE_HOME": str(work / "no-home"),
        "KNEEWISE_DATABASE_URL": "",
        "KNEEWISE_FAULTS_JOURNAL": journal,
    }
    command = [sys.executable, "-m", "tests.faults.runner", str(work), *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))
