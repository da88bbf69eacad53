"""In which pair of shoes a run was, where its file does not say so, or says it wrongly."""

from django.utils.translation import gettext as _

from kneewise.model.activity import Activity
from kneewise.model.observations import Observations
from kneewise.web.pages.fields import Asking, Sent, SmallForm


def ask_pair(run: Activity, seen: Observations, sent: Sent) -> SmallForm | None:
    """Ask for one of the known pairs, the run's own chosen; nothing where there is none, nor of a ride."""
    away = {one.name for one in seen.shoes if one.retired} - {run.shoe}
    pairs = [name for name in seen.shoe_km if name not in away]
    if not run.is_run or not pairs:
        return None
    ask = Asking(form="worn", sent=sent, kept={"shoe": (run.shoe,)})
    field = ask.one("shoe", _("In which pair did you run?"), {name: name for name in pairs})
    return SmallForm(id="worn", fields=(field,), problem=ask.problem, is_open=ask.is_back)
