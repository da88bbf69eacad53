"""Pairing a phone: the code of the terminal becomes a cookie."""

from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kneewise.app import clock
from kneewise.app.lan import phones
from kneewise.app.lan.code import Tried, try_code
from kneewise.app.language import spoken
from kneewise.web.middleware import PHONE_COOKIE

ASKED: Final = (_("Pair this phone"), _("Type the code that “kneewise serve --lan” shows in the terminal."))
REFUSED: Final = {
    Tried.WRONG: (
        _("That is not the code"),
        _("Look at the terminal and type it again. After a few tries it is over."),
    ),
    Tried.OVER: (
        _("There is no code now"),
        _("It was used, is old, or was tried too often. “kneewise phone code” makes another."),
    ),
}


def pair(request: HttpRequest) -> HttpResponse:
    """Ask for the code, and let the phone in that brings it; the page of this computer has no such place."""
    if not settings.LAN_HOSTS:
        raise Http404
    if request.method != "POST":
        return _ask(request, 200, *ASKED)
    home, now = settings.KNEEWISE_HOME, clock.now()
    tried = try_code(home, request.POST.get("code", ""), now)
    if tried is not Tried.RIGHT:
        return _ask(request, 403, *REFUSED[tried])
    pass_word = phones.pair(home, request.headers.get("User-Agent", ""), at=now)
    answer = redirect("web:today")
    answer.set_cookie(
        PHONE_COOKIE, pass_word, max_age=phones.LASTS, secure=True, httponly=True, samesite="Strict", path="/"
    )
    return answer


def _ask(request: HttpRequest, status: int, said: str | Promise, remedy: str | Promise) -> HttpResponse:
    with spoken():
        return render(request, "web/pair.html", {"said": said, "remedy": remedy}, status=status)
