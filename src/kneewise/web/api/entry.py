"""The one address of the page's table that leads to the API, which is loaded when it is first called."""

from functools import cache
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLResolver
from django.urls.resolvers import RegexPattern
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from kneewise.web.api.problems import problem

BEFORE = "/api/v1/"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
"""Each of them is answered, be it with a refusal that a program can read."""


@csrf_exempt
def api(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer a program: by its token alone, never by a cookie, and never a page from elsewhere.

    No token of a form is asked for, for a page cannot make the browser send what stands in ``Authorization``.
    """
    if not _is_no_foreign_page(request):
        return problem(HTTPStatus.FORBIDDEN, _("Pages from elsewhere may not ask here."))
    if request.method == "HEAD":
        request.method = "GET"
        return _without_body(_answer(request, rest))
    return _answer(request, rest)


def _answer(request: HttpRequest, rest: str) -> HttpResponse:
    try:
        found = addresses().resolve(rest)
        answer: HttpResponse = found.func(request, *found.args, **found.kwargs)
    except Http404:
        return problem(HTTPStatus.NOT_FOUND, _("There is nothing at this address: docs/api.md lists them."))
    if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        refused = problem(HTTPStatus.METHOD_NOT_ALLOWED, _("This address is not asked in this way."))
        allowed = {one.strip() for one in answer["Allow"].split(",")}
        refused["Allow"] = ", ".join(sorted(allowed | ({"HEAD"} if "GET" in allowed else set())))
        return refused
    return answer


def _without_body(answer: HttpResponse) -> HttpResponse:
    """Say of an answer only what stands before its body, and how long that is."""
    answer["Content-Length"] = str(len(answer.content))
    answer.content = b""
    return answer


def _is_no_foreign_page(request: HttpRequest) -> bool:
    """Whether neither header that a browser sets names another site; programs send none of them."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    own = f"{request.scheme}://{request.get_host()}"
    return site in {"none", "same-origin"} and request.headers.get("Origin", own) == own


@cache
def addresses() -> URLResolver:
    """Load the calls, at the first of them."""
    from kneewise.web.api.calls import api as every

    return URLResolver(RegexPattern("^"), every.urls[0])
