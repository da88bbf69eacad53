"""What is published: the wheel holds the package and nothing else, is built alike twice, and runs alone."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
UV: Final = Path(sys.executable).with_name("uv")
ENVIRONMENT: Final = {
    name: value for name, value in os.environ.items() if not name.startswith(("KNEEWISE", "DJANGO"))
}


def ran(*command: object, **more: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=ENVIRONMENT | more,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build what is published, twice."""
    first, second = (tmp_path_factory.mktemp(name) for name in ("first", "second"))
    for folder in (first, second):
        ran(UV, "build", "--quiet", "--out-dir", folder, ROOT)
    return first, second


def hashes(folder: Path) -> dict[str, str]:
    kept = (file for file in folder.iterdir() if file.suffix in {".whl", ".gz"})
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in kept}


def wheel_in(folder: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_wheel_and_the_source_are_built_alike_twice(built: tuple[Path, Path]) -> None:
    first, second = built

    assert len(hashes(first)) == 2
    assert hashes(first) == hashes(second)


def test_the_wheel_holds_the_package_and_nothing_else(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(wheel_in(built[0])) as wheel:
        held = {name.removesuffix("/") for name in wheel.namelist() if not name.endswith("/")}
    tracked = ran("git", "ls-files", "--cached", "--others", "--exclude-standard", "src").split()
    package = {name.removeprefix("src/") for name in tracked}

    assert {name for name in held if ".dist-info/" not in name} == package


def test_the_wheel_alone_shows_the_demo(built: tuple[Path, Path], tmp_path: Path) -> None:
    alone, home = tmp_path / "alone", tmp_path / "home"
    ran(UV, "venv", "--quiet", "--python", sys.executable, alone)
    python = alone / "bin" / "python"
    ran(UV, "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", "requirements.txt")
    ran(UV, "pip", "install", "--quiet", "--python", python, "--no-deps", wheel_in(built[0]))

    shown = ran(alone / "bin" / "kneewise", "--home", home, "demo", "--no-serve")

    assert "Why" in shown
    assert str(ROOT / "src") not in ran(python, "-c", "import kneewise; print(kneewise.__file__)")
