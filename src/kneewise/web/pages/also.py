"""What the diary hears now and then: why a run was beside the plan, and where everything else is said."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.model.observations import Observations
from kneewise.web.pages.fields import Asking, Sent, SmallForm
from kneewise.web.pages.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoPage:
    """The whole page; nothing was run beside a plan where nothing was run."""

    places: tuple[Link, ...]
    beside: SmallForm | None
    kept: str
    problem: str


def show_also(seen: Observations, sent: Sent, *, saved: str) -> AlsoPage:
    """Set out the form, for the day of the last run where none was named, and the places."""
    runs = [one.on for one in seen.activities if one.is_run]
    last = max(runs, default=seen.on)
    ask = Asking(form="beside", sent=sent, kept={"on": (str(last),)})
    fields = (
        ask.day("on", _("The day of the run"), latest=str(seen.on)),
        ask.text(
            "why",
            _("Why did you run?"),
            note=_("In your own words. It is asked once, and the run stays load."),
        ),
    )
    return AlsoPage(
        places=_places(),
        beside=SmallForm(id="beside", fields=fields, problem=ask.problem, is_open=ask.is_back)
        if runs or ask.is_back
        else None,
        kept=_("Kept. It is not asked again.") if saved else "",
        problem=sent.problem,
    )


def _places() -> tuple[Link, ...]:
    recovery, shoes = reverse("web:recovery"), reverse("web:shoes")
    return (
        Link(said=_("A new sign, such as night pain"), address=f"{reverse('web:screen')}?list=1"),
        Link(said=_("How the week was, in four scores"), address=reverse("web:week_check")),
        Link(said=_("Stairs, hops, squats or a walk that you tried"), address=reverse("web:home_tests")),
        Link(said=_("What a clinician said"), address=reverse("web:seen")),
        Link(said=_("An illness"), address=f"{recovery}#ill"),
        Link(said=_("A painkiller"), address=f"{recovery}#pills"),
        Link(said=_("A night"), address=f"{recovery}#nights"),
        Link(said=_("A pair of shoes"), address=f"{shoes}#add"),
        Link(said=_("A prescribed wedge or orthotic"), address=f"{shoes}#in"),
    )
