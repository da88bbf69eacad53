"""Back a home up, and restore one."""

import getpass
import os
from pathlib import Path
from typing import Annotated, Final

import typer

from kneewise.app import clock
from kneewise.cli.open import open_home
from kneewise.cli.progress import progress_bar
from kneewise.cli.terminal import is_terminal, show
from kneewise.model.errors import UsageError
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence

PASSPHRASE: Final = "KNEEWISE_PASSPHRASE"  # noqa: S105 - the name of the variable, not what is in it.
BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help=_("The backup, or the record."))]


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A new file, or a folder for it."))],
    encrypt: Annotated[
        bool,
        typer.Option(
            "--encrypt", help=_("Lock it with a passphrase: asked for, or taken from KNEEWISE_PASSPHRASE.")
        ),
    ] = False,
) -> None:
    """Put everything that this home holds into one file."""
    from kneewise.app import backup as use

    passphrase = _new_passphrase() if encrypt else ""
    opened = open_home()
    with progress_bar(_("Backing up")) as told:
        made = use.backup(file, now=opened.now, passphrase=passphrase, progress=told)
    told_of = sentence("backup.made", path=made.path, count=made.originals, size=_megabytes(made.bytes))
    show(wrapped(told_of, tone=Tone.STRONG))
    if made.missing:
        show(wrapped(sentence("backup.missing", count=made.missing)))
    show(wrapped(sentence("backup.locked" if encrypt else "backup.open"), tone=Tone.QUIET))


def restore(
    file: BackupFile,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help=_("Put it in the place of a home that is lived in, which is kept beside it.")
        ),
    ] = False,
    record: Annotated[
        bool, typer.Option("--record", help=_("It is a record of kneewise export record, for a new home."))
    ] = False,
) -> None:
    """Check a backup, and make it this home."""
    from kneewise.app import restore as use

    if record:
        _take_in(file)
        return

    with progress_bar(_("Restoring")) as told:
        done = use.restore(
            file, now=clock.now(), replace=replace, passphrase=_known_passphrase, progress=told
        )
    made_on = clock.local(done.made_at, open_home().settings).date()
    told_of = sentence("restore.done", home=done.home, day=made_on, count=done.originals)
    show(wrapped(told_of, tone=Tone.STRONG))
    if done.missing:
        show(wrapped(sentence("backup.missing", count=done.missing)))
    if done.before is not None:
        show(wrapped(sentence("restore.before", path=done.before)))


def _take_in(file: Path) -> None:
    from kneewise.app.import_record import import_record

    _runner, originals = import_record(file)
    show(wrapped(sentence("restore.record", count=originals), tone=Tone.STRONG))


def _megabytes(count: int) -> float:
    return max(0.1, count / 10**6)


def _new_passphrase() -> str:
    """Take a passphrase that was typed twice, or the variable's; never an argument, which others see."""
    given = os.environ.get(PASSPHRASE, "")
    if given:
        return given
    if not is_terminal():
        raise UsageError(
            _("A passphrase is needed: set KNEEWISE_PASSPHRASE, or run this where it can be asked for.")
        )
    first = getpass.getpass(_("Passphrase (nobody can restore the backup without it): "))
    if not first or getpass.getpass(_("The same once more: ")) != first:
        raise UsageError(_("The two were not the same, or empty: nothing was written. Try again."))
    return first


def _known_passphrase() -> str:
    given = os.environ.get(PASSPHRASE, "")
    return given if given or not is_terminal() else getpass.getpass(_("Passphrase of the backup: "))
