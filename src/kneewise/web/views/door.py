"""The one-time link."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from kneewise.app import door
from kneewise.web.middleware import COOKIE, refuse


def open_door(request: HttpRequest, token: str) -> HttpResponse:
    """Turn the link into a cookie; it opens once."""
    pass_word = door.open_once(settings.KNEEWISE_HOME, token)
    if pass_word is None:
        return refuse(
            request, 403, _("This link was used, or is old"), _("Start “kneewise serve” again for a new one.")
        )
    # Now, before pages are asked for side by side: each would bring its own secret, and only the last holds.
    get_token(request)
    answer = redirect("web:today")
    answer.set_cookie(COOKIE, pass_word, httponly=True, samesite="Strict", path="/")
    return answer
