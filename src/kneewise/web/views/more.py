"""Every other page, for screens without room for a rail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def more(request: HttpRequest) -> HttpResponse:
    """List them."""
    return render(request, "web/more.html", {"place": "more"})
