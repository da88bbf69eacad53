"""Your data: a backup or the raw record to download, and erasing everything."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import IO, Final

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import clock, home
from kneewise.app.automatic import automatic_backups
from kneewise.app.download import backup_file, record_file
from kneewise.app.erase import WORD, HalfErasedError, erase
from kneewise.app.swap import aside
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.web import lately
from kneewise.web.middleware import refuse
from kneewise.web.pages.data import show_data, show_erased
from kneewise.web.visit import Visit, forget_runner

CLEAR: Final = '"cache", "cookies", "storage"'
"""What the browser keeps of this page goes as well."""


def data(request: HttpRequest) -> HttpResponseBase:
    """Show what there is, or do what one of the forms asks for."""
    visit = Visit.of(request)
    if request.method != "POST":
        return show(request)
    form = request.POST.get("form", "")
    try:
        if form not in FORMS:
            raise UsageError(_("This form is not one of ours: open the page again."))
        return FORMS[form](request, visit)
    except KneewiseError as error:
        slips = {error.field: str(error)} if error.field else {}
        return show(request, problem=str(error), slips=slips)


def show(
    request: HttpRequest, *, problem: str = "", slips: Mapping[str, str] | None = None, status: int = 422
) -> HttpResponse:
    """Show the page, with what is wrong where something is."""
    chosen = Visit.of(request).settings
    kept = [replace(one, made_at=clock.local(one.made_at, chosen)) for one in automatic_backups()]
    page = show_data(home.holding(), kept, aside=aside(), problem=problem, slips=slips or {})
    said = {"place": "settings", "data": page, "word": WORD, "restored": bool(request.GET.get("restored"))}
    return render(request, "web/data.html", said, status=status if problem else 200)


def _backup(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    passphrase = request.POST.get("passphrase", "")
    if passphrase != request.POST.get("again", ""):
        raise UsageError(_("The two are not the same: type the passphrase again."), field="passphrase")
    now = clock.local(clock.now(), visit.settings)
    return _download(backup_file(now=now, passphrase=passphrase), f"kneewise-{now.date()}.zip")


def _record(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    now, originals = clock.local(clock.now(), visit.settings), request.POST.get("originals") == "yes"
    return _download(
        record_file(visit.runner, now=now, originals=originals), f"kneewise-record-{now.date()}.zip"
    )


def _download(file: IO[bytes], name: str) -> FileResponse:
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


def _erase(request: HttpRequest, _visit: Visit) -> HttpResponseBase:
    if request.POST.get("word", "").strip().lower() != WORD:
        raise UsageError(
            _("Nothing was erased: type the word “%(word)s” to erase everything.") % {"word": WORD},
            field="word",
        )
    try:
        done = erase(by_page=True)
    except HalfErasedError as fault:
        return refuse(request, 503, _("Not everything is erased"), str(fault))
    finally:
        forget_runner()
        lately.forget()
    answer = render(request, "web/refused.html", show_erased(done))
    answer["Clear-Site-Data"] = CLEAR
    return answer


FORMS: Final[Mapping[str, Callable[[HttpRequest, Visit], HttpResponseBase]]] = {
    "backup": _backup,
    "record": _record,
    "erase": _erase,
}
