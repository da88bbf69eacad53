"""The question before something is taken back that many answers, or a stop, hang on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kneewise.app.log import Line
from kneewise.model.plan import Decision
from kneewise.web.pages.kept import next_run
from kneewise.web.pages.said import name_line, show_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """The page: what it is, the question, what follows, and the two answers."""

    record_id: str
    over: str
    title: str
    lead: tuple[str, ...]
    keep: str
    back: str


def show_sure(line: Line, lifted: Decision | None) -> Sure | None:
    """Ask about one thing that was said; ``None`` where it may be taken back at once.

    Args:
        line: What was said.
        lifted: The day without it, where that lets somebody run who does not now.
    """
    shown = show_line(line)
    if not shown.many and lifted is None:
        return None
    loses = _("They stay in the record and count no more.") if shown.many else ""
    asks = (
        _("What rested on them is asked again, and running waits until it is answered.") if shown.many else ""
    )
    told = "" if shown.many else _("You said: %(what)s.") % {"what": name_line(line)}
    lifts = (
        ()
        if lifted is None
        else (_lifts(lifted), _("Take back only what was not so. What is over is answered anew."))
    )
    return Sure(
        record_id=line.record_id,
        over=f"{shown.what}, {shown.day}",
        title=_("Take back %(many)s answers?") % {"many": shown.many} if shown.many else _("Take it back?"),
        lead=tuple(filter(None, (loses, asks if lifted is None else "", told, *lifts))),
        keep=_("Keep them") if shown.many else _("Keep it"),
        back=_("Take them back") if shown.many else _("Take it back"),
    )


def _lifts(then: Decision) -> str:
    if run := next_run(then.plan):
        return _("Without it running is in the plan again: %(run)s.") % {"run": run}
    if then.plan.urgency.stops_running:
        return _("Without it the stop is less urgent.")
    return _("Without it nothing stops running any more.")
