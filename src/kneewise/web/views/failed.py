"""What a page says that failed: a fault of the home with its remedy, or a fault of ours."""

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from kneewise.app.home import in_words
from kneewise.model.errors import KneewiseError


def failed(request: HttpRequest) -> HttpResponse:
    """Answer in the place of a page; nothing of the home is asked for, which may be what failed."""
    fault = sys.exc_info()[1]
    said = fault if fault is None or isinstance(fault, KneewiseError) else in_words(fault)
    if said is None:
        return server_error(request)
    status = HTTPStatus.SERVICE_UNAVAILABLE
    shown = {"said": _("Your home failed"), "remedy": str(said), "code": status.value}
    return HttpResponse(get_template("web/refused.html").render(shown), status=status)
