"""Every other page, for screens without room for a rail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.web.pages.more import show_more


def more(request: HttpRequest) -> HttpResponse:
    """List them, and where things are noted."""
    return render(request, "web/more.html", {"place": "more", "groups": show_more()})
