"""What may still be told of a run, and what it does to the run's colour."""

from datetime import datetime

from django.utils.translation import gettext as _

from kneewise.app.late import is_late, takes_morning
from kneewise.app.numbers import house_numbers
from kneewise.model.activity import Activity


def say_late(run: Activity, at: datetime, *, lacks_morning: bool) -> str:
    """Say that scores change the colour of a run no more; empty while they do."""
    if not is_late(run, at):
        return ""
    only_morning = lacks_morning and takes_morning(run, at)
    colour = (
        _("Of its scores only the next morning still counts, until tonight.")
        if only_morning
        else _("It keeps its colour.")
    )
    heard = _("Pain above %(pain)s, a limp, a painkiller or a sign counts all the same.")
    limit = house_numbers().red_flags.pain_stop_above_0_10.value
    return f"{colour} {heard % {'pain': round(limit)}}"
