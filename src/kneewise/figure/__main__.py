"""Write every picture as a file: ``python -m kneewise.figure FOLDER``."""

import argparse
import sys
from pathlib import Path

from kneewise.figure import BODIES, PICTURES, TONES, has_motion, render
from kneewise.figure.review import problems


def write_pictures(folder: Path, body: str, tone: str) -> None:
    """Write the pictures of one body, and beside each that can move its movement."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        for moving in (False, True) if has_motion(name) else (False,):
            file = folder / f"{name}-{body}{'-moving' * moving}.svg"
            file.write_text(render(name, body=body, tone=tone, moving=moving), encoding="utf-8")


def folder_of(line: list[str] | None = None) -> Path:
    """Read from the command line where the pictures go."""
    parser = argparse.ArgumentParser(
        prog="python -m kneewise.figure", description="Write every picture of every body as an SVG."
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where they go; made if it is not there")
    named: Path = parser.parse_args(line).folder
    return named


def main(folder: Path) -> int:
    """Write the pictures of every body, each in a tone of its own, and say what is wrong with their poses."""
    for body, tone in zip(BODIES, TONES, strict=False):
        write_pictures(folder, body, tone)
    found = [said for body in BODIES for said in problems(body)]
    sys.stdout.write("\n".join(found or ["Every pose is sound."]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(folder_of()))
