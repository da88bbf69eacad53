"""Without a connection: the worker that keeps pages and entries, the manifest, and the pages for it."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _

from kneewise.app.lan import phones
from kneewise.web.middleware import COOKIE, phone_of, refuse

WORKER: Final = "web/worker.js"
PARTS: Final = ("web/offline/vault.js", "web/offline/pages.js", "web/offline/outbox.js")
KEPT: Final = (".css", ".js", ".svg", ".png")


def worker(_request: HttpRequest) -> HttpResponse:
    """Send the worker from the root, so that it may answer for every page."""
    return HttpResponse(_worker(), content_type="text/javascript")


@cache
def _worker() -> str:
    """Put the names of all static files before the worker; it is another one when any of them changed."""
    files = {static(name): path for name, path in sorted(_static_files().items())}
    hashed = hashlib.sha256(b"".join(path.read_bytes() for path in files.values())).hexdigest()
    parts = ", ".join(json.dumps(static(name)) for name in PARTS)
    names = json.dumps(list(files))
    source = Path(_find(WORKER)).read_text(encoding="utf-8")
    return f"// {hashed}\nconst FILES = {names};\nimportScripts({parts});\n{source}"


def _static_files() -> dict[str, Path]:
    return {
        name: Path(_find(name))
        for finder in finders.get_finders()
        for name, _storage in finder.list([])
        if name.endswith(KEPT) and name != WORKER
    }


def _find(name: str) -> str:
    return str(finders.find(name))


def manifest(_request: HttpRequest) -> JsonResponse:
    """Say how the page looks as an installed one."""
    icons = [
        {"src": static("web/mark.svg"), "sizes": "any", "type": "image/svg+xml"},
        *(
            {"src": static(f"web/mark-{side}.png"), "sizes": f"{side}x{side}", "type": "image/png"}
            for side in (192, 512)
        ),
    ]
    said = {
        "name": "Kneewise",
        "short_name": "Kneewise",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fafaf7",
        "theme_color": "#0a2fa6",
        "icons": icons,
    }
    return JsonResponse(said, content_type="application/manifest+json")


def without(request: HttpRequest) -> HttpResponse:
    """Say that today's plan is not known without a connection, or that a page is not kept."""
    return render(request, "web/without.html", {"place": "without", "other": bool(request.GET.get("other"))})


def waiting(request: HttpRequest) -> HttpResponse:
    """Show what waits in this browser; the server knows nothing of it."""
    return render(request, "web/waiting.html", {"place": "waiting"})


def forget(request: HttpRequest) -> HttpResponse:
    """Have this browser forget everything of ours, and close its door."""
    phone = phone_of(request)
    if phone is not None:
        phones.remove(settings.KNEEWISE_HOME, phone.phone_id)
    answer = refuse(
        request,
        200,
        _("This browser has forgotten Kneewise"),
        _("To come back, type a new code: “kneewise phone code” makes one.")
        if phone
        else _("To come back, start “kneewise serve” again and open its link."),
    )
    answer.delete_cookie(COOKIE)
    answer["Clear-Site-Data"] = '"cookies", "storage"'
    return answer
