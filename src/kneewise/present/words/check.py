"""What a check of the home found."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "check.sound": _("The home is sound. Original files, each as it was kept: %(count)s."),
    "check.unsound": _("The home is not sound. Original files: %(count)s. Not as they were kept:"),
    "check.lost": _("Gone. Import the same files again, and they are put back:"),
    "check.altered": _("Altered. Delete these from the folder, and import the same files again:"),
    "check.measured": _("Sessions measured anew: %(count)s."),
    "check.to_measure": _(
        "Sessions with figures of an earlier version: %(count)s. The next import measures them anew, or: "
        "kneewise check --remeasure"
    ),
    "check.to_read": _("Refused files that this version tries again at the next import: %(count)s."),
    "check.quarantined": _("Refused files that are kept for a later version: %(count)s."),
    "check.unclaimed": _(
        "Files that nothing speaks of, from an import that was broken off: %(count)s. They take room and do "
        "no harm; importing the same files again clears them up."
    ),
    "check.left_behind": _("Half files of work that was broken off: %(count)s. To remove them: %(command)s"),
    "check.fixed": _("Removed, half a file of work that was broken off: %(name)s"),
    "check.backup": _("Your last backup of everything: %(day)s."),
    "check.no_backup": _("There is no backup of everything yet. To make one: kneewise backup FILE"),
    "check.by_itself": _("Backups that were made by themselves: %(count)s, the last on %(day)s."),
    "check.not_by_itself": _("Nothing was kept by itself yet; that begins with what you say next."),
    "check.free": _("Free on the disk of the home: %(size)s GB."),
    "check.versions": _(
        "Kneewise %(kneewise)s. Measuring %(measure)s, reading %(reader)s, rules %(engine)s."
    ),
    "source.used": _("the one that is used"),
    "measured.earlier": _(
        "Measured by an earlier version (%(version)s): the next import measures it anew, or: "
        "kneewise check --remeasure"
    ),
}
