"""The headers of every response, refusals included."""

from typing import Final, TypeVar

from django.http import HttpResponseBase

Reply = TypeVar("Reply", bound=HttpResponseBase)

CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)

HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would make browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Every page is somebody's health; the stylesheet is asked for again too, so an update is seen at once.
    "Cache-Control": "no-store",
}


def guard_headers(response: Reply) -> Reply:
    """Put the headers on a response, over whatever was there."""
    for name, content in HEADERS.items():
        response[name] = content
    return response
