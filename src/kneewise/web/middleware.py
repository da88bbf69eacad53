"""Our own guards, in this order: the name we are called by, the headers, the door, the origin of a form.

``HostGuard`` stands first in the settings, so that nothing, static files included, answers to a foreign name.
"""

import re
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kneewise.app import clock, door
from kneewise.app.lan import phones
from kneewise.app.lan.addresses import is_private
from kneewise.app.lan.phones import Phone
from kneewise.app.language import spoken
from kneewise.web.api.entry import BEFORE
from kneewise.web.headers import guard_headers
from kneewise.web.visit import Visit

StrOrPromise = str | Promise
Answer = Callable[[HttpRequest], HttpResponseBase]

LOOPBACK: Final = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE | re.ASCII)
COOKIE: Final = "kneewise_door"
PHONE_COOKIE: Final = "__Host-kneewise_phone"
"""By its name alone a browser takes it by TLS only, and from this very host."""
PAIRING: Final = "/pair/"
BEFORE_PAIRING: Final = frozenset({PAIRING, "/static/web/pair.css"})
"""What a phone sees that is not paired: the form and how it looks."""
OPENING: Final = re.compile(r"/open/[^/]+|/calendar/feed/[^/]+\.ics")
"""What brings a token of its own."""
CHANGING: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class HostGuard:
    """Answer to names of this computer only (DNS rebinding); every other Host gets 400 on every path.

    On the page for phones it is the exact names with the port, called from a private address.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse a foreign name, or go on."""
        if is_called_rightly(request):
            return self.get_response(request)
        plain = HttpResponse(
            "Kneewise answers on this computer only.\n", status=400, content_type="text/plain"
        )
        return guard_headers(plain)


class Headers:
    """Put the guarding headers on every response."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on, and mark what comes back."""
        return guard_headers(self.get_response(request))


class Door:
    """Let in who came by the one-time link, or a paired phone; others get 401, the stylesheet included."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on with a pass, or on the way to get one."""
        if settings.LAN_HOSTS:
            return self._of_phone(request)
        pass_word = request.COOKIES.get(COOKIE, "")
        if (
            is_of_api(request)
            or OPENING.fullmatch(request.path)
            or door.is_let_in(settings.KNEEWISE_HOME, pass_word)
        ):
            return self.get_response(request)
        return refuse(request, 401, _("Open Kneewise by its link"), _("It is printed by “kneewise serve”."))

    def _of_phone(self, request: HttpRequest) -> HttpResponseBase:
        """Go on with a paired phone or towards pairing; neither the link nor a token alone opens here."""
        if request.path in BEFORE_PAIRING or phone_of(request) is not None:
            return self.get_response(request)
        return refuse(
            request, 401, _("This phone is not paired"), _("It needs a code from the terminal."), pair=PAIRING
        )


class Language:
    """Speak the language that the runner chose, whatever the browser asks for."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on in the runner's language; in English where the chosen one is not there."""
        chosen = Visit.of(request).settings.language
        offered = dict(settings.LANGUAGES)
        with translation.override(chosen if chosen in offered else settings.LANGUAGE_CODE):
            return self.get_response(request)


class SameOrigin:
    """Take forms from our own pages only, by the two headers that a browser sets and a page cannot.

    A form that may wait in the browser names its home besides: another home at the same address refuses it.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse a form from elsewhere, or go on."""
        if request.method in CHANGING and not is_of_api(request) and not is_own(request):
            return refuse(request, 403, _("This form came from elsewhere"), _("Nothing was stored."))
        return self.get_response(request)


def is_called_rightly(request: HttpRequest) -> bool:
    """Whether a request names this computer and comes from where we answer."""
    named = request.META.get("HTTP_HOST", "")
    if settings.LAN_HOSTS:
        return named.lower() in settings.LAN_HOSTS and is_private(request.META.get("REMOTE_ADDR", ""))
    return LOOPBACK.fullmatch(named) is not None


def phone_of(request: HttpRequest) -> Phone | None:
    """Recognise the phone that asks."""
    return phones.phone_of(settings.KNEEWISE_HOME, request.COOKIES.get(PHONE_COOKIE, ""), at=clock.now())


def is_of_api(request: HttpRequest) -> bool:
    """Whether a program asks: the API looks for a token and for foreign pages itself."""
    return f"{request.path}/".startswith(BEFORE)


def is_own(request: HttpRequest) -> bool:
    """Whether a changing request came from a page of this very address."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    own = f"{request.scheme}://{request.get_host()}"
    return site == "same-origin" and request.headers.get("Origin", own) == own and _is_of_home(request)


def _is_of_home(request: HttpRequest) -> bool:
    """Whether a form names this home, or none; one of files never waits, and is read in its view."""
    if request.path in {reverse("web:files"), reverse("web:restore")}:
        return True
    home = door.home_mark()
    return request.POST.get("home", home) == home


def refuse(
    request: HttpRequest, status: int, said: StrOrPromise, remedy: StrOrPromise, *, pair: str = ""
) -> HttpResponse:
    """Answer with a bare page, in the language of the home: what happened, what to do, and where to pair."""
    words = {"said": said, "remedy": remedy, "code": status, "pair": pair}
    with spoken():
        return render(request, "web/refused.html", words, status=status)
