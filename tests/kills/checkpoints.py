"""The places at which an import is killed by name, and how a process is made to die at one of them.

The program knows nothing of it: a function is wrapped where it is called from.
"""

import importlib
import os
import signal
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A place in an import.

    Attributes:
        function: The module it is called from, a colon, and its name there.
        call: Which of its calls is meant, counted from 1.
        after: Whether the process dies when the call is through, and not before it begins.
        new_home: Whether it lies on the way of making a home; the others begin in one that was lived in.
    """

    name: str
    function: str
    call: int = 1
    after: bool = True
    new_home: bool = False


def _before(name: str, function: str, call: int = 1, *, new_home: bool = False) -> Checkpoint:
    return Checkpoint(name=name, function=function, call=call, after=False, new_home=new_home)


def _after(name: str, function: str, call: int = 1, *, new_home: bool = False) -> Checkpoint:
    return Checkpoint(name=name, function=function, call=call, new_home=new_home)


KEEPING: Final = "kneewise.app.keep_activity"
DATABASE: Final = "django.db.backends.base.base:BaseDatabaseWrapper"

CHECKPOINTS: Final = (
    _before("there is a folder and no database", "kneewise.app.home:bring_up_to_date", new_home=True),
    _after(
        "one migration is applied, the next is not",
        "django.db.migrations.executor:MigrationExecutor.apply_migration",
        new_home=True,
    ),
    _before(
        "a migration is applied and not written down",
        "django.db.migrations.recorder:MigrationRecorder.record_applied",
        2,
        new_home=True,
    ),
    _after("the tables are made, there is no runner", "kneewise.app.home:bring_up_to_date", new_home=True),
    _after("the runner is made, the zone is not said", "kneewise.store.runners:make_runner", new_home=True),
    _before("nothing is measured anew yet", "kneewise.app.measure_anew:_measure"),
    _after("an earlier figure is put aside", "kneewise.store.models:PastReading.save"),
    _before("an activity is measured anew and not committed", f"{DATABASE}._commit"),
    _after("one of two is measured anew", "kneewise.app.measure_anew:_keep"),
    _after("an earlier night is put aside", "kneewise.store.models:StoredNight.save"),
    _after("nights are read anew", "kneewise.app.import_files:read_nights_anew"),
    _after("a file that was refused is an original and still refused", "kneewise.app.look:drop_refused"),
    _after("the line of a file that was refused is changed and not committed", f"{KEEPING}:amend_rows"),
    _after("a refused file is put aside and has no line", "kneewise.app.look:keep_refused"),
    _after("a draft of an original is made", "kneewise.store.original_files:tempfile.mkstemp"),
    _before("the draft has not its name yet", "kneewise.store.original_files:Path.replace"),
    _after("the original has its name", "kneewise.store.original_files:Path.replace"),
    _before("the originals are not on the disk", "kneewise.app.settled_first:settle"),
    _before("an original is not on the disk", "kneewise.store.original_files:os.fsync"),
    _after("the originals are on the disk, no row speaks of them", "kneewise.app.settled_first:settle"),
    _after("the original stands and no row speaks of it", "kneewise.app.look:keep_file"),
    _after("the step is counted", f"{KEEPING}:next_step"),
    _after("the original's row is written", f"{KEEPING}:keep_original"),
    _after("the activity's row is written", f"{KEEPING}:keep_activity"),
    _after("the source's row is written", f"{KEEPING}:keep_source"),
    _after("the ledger's line is written and nothing committed", f"{KEEPING}:keep_rows"),
    _after("the first file is committed", f"{KEEPING}:Keeper._keep_activities"),
    _after(
        "a better recording has put the earlier figures aside", "kneewise.store.models:PastReading.save", 3
    ),
    _before("the better recording is known and not its source", f"{KEEPING}:keep_source", 4),
    _after("the better recording is its source and nothing committed", f"{KEEPING}:keep_source", 4),
    _after("one of the two sessions of a file is kept", f"{KEEPING}:Keeper._keep_one", 5),
    _after("nights are kept and their line is not", f"{KEEPING}:keep_nights"),
    _before("the last lines wait to be written", f"{KEEPING}:Keeper.flush"),
    _after("the last lines are written, nothing is decided", f"{KEEPING}:Keeper.flush"),
    _before("the decision is made and not stored", "kneewise.app.decided:keep_decision"),
    _after("the decision is stored and not committed", "kneewise.app.decided:keep_decision"),
    _after("the decision is committed", "kneewise.app.import_files:decide_if_due"),
)


def arm(checkpoint: Checkpoint, mark: Path) -> None:
    """Make this process die at a checkpoint, and leave a mark that it got there."""
    module, _, path = checkpoint.function.partition(":")
    owner: Any = importlib.import_module(module)
    *inner, name = path.split(".")
    for part in inner:
        owner = getattr(owner, part)
    real, calls = getattr(owner, name), count(1)

    def watched(*arguments: Any, **named: Any) -> Any:
        is_here = next(calls) == checkpoint.call
        if is_here and not checkpoint.after:
            _die(mark)
        answer = real(*arguments, **named)
        if is_here:
            _die(mark)
        return answer

    setattr(owner, name, watched)


def _die(mark: Path) -> None:
    mark.write_text("reached", encoding="utf-8")
    os.kill(os.getpid(), signal.SIGKILL)
