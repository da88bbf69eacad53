"""A bar for work that takes a while."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress as Bar

from kneewise.app.progress import Progress, untold


@contextmanager
def progress_bar(doing: str) -> Iterator[Progress]:
    """Draw a bar on a terminal; a pipe gets none."""
    if not sys.stderr.isatty():
        yield untold
        return
    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total, _name: bar.update(task, completed=done, total=total)
