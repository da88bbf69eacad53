"""Settings: one form, saved as a whole or not at all."""

from django.conf import settings as site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import home
from kneewise.app import settings as choices
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.settings import FORM, read_form, show_settings
from kneewise.web.visit import Visit


def settings(request: HttpRequest) -> HttpResponse:
    """Show every choice, or keep those that were changed and say so."""
    visit = Visit.of(request)
    if request.method != "POST":
        return _show(request, visit, Sent())
    typed = dict(request.POST.lists())
    new, slips = choices.changed(visit.settings, read_form(typed))
    if slips:
        return _show(
            request, visit, Sent(form=FORM, typed=typed, slips=slips, problem=" ".join(slips.values()))
        )
    if new:
        choices.change(visit.runner, at=visit.at, **new)
    return redirect(f"{reverse('web:settings')}?saved={'new' if new else 'same'}")


def _show(request: HttpRequest, visit: Visit, sent: Sent) -> HttpResponse:
    kept = {"new": _("Your settings are saved."), "same": _("Nothing was changed.")}
    offered = dict(site.LANGUAGES)
    page = show_settings(
        visit.settings,
        sent,
        languages={code: offered[code] for code in choices.languages()},
        holding=home.holding(),
        kept=kept.get(request.GET.get("saved", ""), "") if not sent.form else "",
    )
    status = 422 if sent.form else 200
    return render(request, "web/settings.html", {"place": "settings", "settings": page}, status=status)
