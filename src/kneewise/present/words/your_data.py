"""What leaves the home, and what comes back."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "backup.made": _(
        "The backup is in %(path)s: everything you said, and %(count)s original files, in %(size)s MB."
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
    "restore.done": _(
        "%(home)s is as it was in the backup of %(day)s, with %(count)s original files; all is checked."
    ),
    "restore.before": _(
        "The home as it was before is in %(path)s. Look around first; if all is well, delete that folder."
    ),
}
