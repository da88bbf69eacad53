"""What leaves the home, and what comes back."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "backup.made": _(
        "The backup is in %(path)s: everything you said, and your original files (%(count)s), in %(size)s MB."
    ),
    "backup.missing": _(
        "Original files that the home itself had no more: %(count)s. kneewise check names them."
    ),
    "backup.open": _(
        "Whoever has this file can read it. Keep it on another disk; kneewise restore takes it back."
    ),
    "backup.locked": _(
        "Only the passphrase opens it: without it the backup is lost. Keep the file on another disk; "
        "kneewise restore takes it back."
    ),
    "export.made": _(
        "The record is in %(path)s: %(count)s rows, and dictionary.csv says what each column is."
    ),
    "export.originals": _("Original files beside them, each as it was offered: %(count)s."),
    "export.fhir": _(
        "The bundle is in %(path)s: FHIR R4B, %(count)s resources. No official validator has seen it."
    ),
    "export.open": _("It holds what you said of your health. Whoever has it can read it."),
    "erase.what": _(
        "This erases everything in %(home)s: your words, your watch files, plans, and the backups that were "
        "made by themselves. There is no way back."
    ),
    "erase.ask": _("To erase all of it, type the word “%(word)s”:"),
    "erase.done": _("Everything is erased. Files that are gone: %(count)s."),
    "erase.left": _("This is not of Kneewise and was left where it is: %(path)s"),
    "erase.copies": _(
        "Files that you made elsewhere are still there: backups, exports, copies of the folder. A disk may "
        "hold traces of erased files until it writes over them."
    ),
    "erase.elsewhere": _(
        "The rows are gone from PostgreSQL. Its own backups and logs are still there, as are files that you "
        "made elsewhere."
    ),
    "restore.record": _("The record is taken in, with its original files (%(count)s)."),
    "restore.done": _(
        "%(home)s is as it was in the backup of %(day)s, with its original files (%(count)s); all is checked."
    ),
    "restore.before": _(
        "The home as it was before is in %(path)s. Look around first; if all is well, delete that folder."
    ),
}
