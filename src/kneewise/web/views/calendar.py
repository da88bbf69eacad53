"""The plan for a calendar: as a file, or at a private address that only this computer answers at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import export_calendar, feed
from kneewise.app.home import folder
from kneewise.web.middleware import refuse
from kneewise.web.visit import Visit


def calendar(request: HttpRequest) -> HttpResponse:
    """Show what there is to take along; make the address, which is shown this once, or take it back."""
    wish = request.POST.get("form", "")
    address = ""
    if wish == "make":
        token = feed.make_feed(folder())
        address = request.build_absolute_uri(reverse("web:calendar_feed", args=[token]))
    elif wish == "revoke":
        feed.revoke_feed(folder())
        return redirect(f"{reverse('web:calendar')}?saved=revoked")
    kept = _("The address is void.") if request.GET.get("saved") == "revoked" else ""
    page = {"address": address, "is_made": feed.has_feed(folder()), "kept": kept}
    return render(request, "web/calendar.html", {"place": "report", "page": page})


def calendar_file(request: HttpRequest) -> HttpResponse:
    """Send the calendar as a file."""
    answer = _answer(request)
    answer["Content-Disposition"] = 'attachment; filename="kneewise.ics"'
    return answer


def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a calendar that asks at the private address; whoever has no true token learns nothing."""
    if not feed.is_feed(folder(), token):
        return refuse(request, 404, _("This address does not work"), _("Make a new one under “Calendar”."))
    return _answer(request)


def _answer(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    content = export_calendar.write(visit.runner, visit.decide())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
