"""Runs are brought: whole by a form, or piece by piece by the page's script; then they are read."""

from pathlib import Path
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from kneewise.app import clock, incoming, spool
from kneewise.app.incoming import (
    Coming,
    DamagedPieceError,
    GapError,
    IncomingError,
    NoRoomError,
    UnknownUploadError,
)
from kneewise.app.read_incoming import last_report, reading_now, start_reading
from kneewise.model.errors import KneewiseError
from kneewise.web.pages.files import Arrival, show_files
from kneewise.web.uploads import MOST_FORM_B, MOST_PIECE_B, HomeFile, IntoHome, length_b, let_by
from kneewise.web.visit import Visit

STATUS: Final = (
    (DamagedPieceError, 400),
    (GapError, 409),
    (UnknownUploadError, 404),
    (NoRoomError, 507),
    (IncomingError, 422),
)


# The form is checked below, once it is settled how its files are taken.
@csrf_exempt
def files(request: HttpRequest) -> HttpResponse:
    """Show how to bring runs and what became of them, or take what a form brings."""
    if request.method == "POST" and request.content_type == "multipart/form-data":
        form_b = length_b(request)
        try:
            if form_b > MOST_FORM_B:
                raise NoRoomError(_too_long())
            incoming.see_to_room_for_form(form_b)
        except NoRoomError as fault:
            let_by(request)
            return _show(request, problem=str(fault), status=413)
        request.upload_handlers = [IntoHome(request)]
    return _files(request)


@csrf_protect
def _files(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request)
    try:
        _do(request)
    except KneewiseError as fault:
        return _show(request, problem=str(fault), status=422)
    return redirect("web:files")


def files_begin(request: HttpRequest) -> HttpResponse:
    """Announce one file; the answer says how far it has come."""
    told = request.POST
    try:
        size_b, modified_ms = int(told.get("size", "")), int(told.get("modified", ""))
    except ValueError:
        return JsonResponse({"said": _("This form is not whole: open its page once more.")}, status=400)
    try:
        coming = incoming.begin(told.get("name", ""), size_b=size_b, modified_ms=modified_ms, now=clock.now())
    except IncomingError as fault:
        return _refused(fault)
    return _came(coming)


def files_piece(request: HttpRequest, upload_id: str) -> HttpResponse:
    """Take one piece of a file; the answer says how far it has come."""
    piece_b = length_b(request)
    offset = request.GET.get("offset", "")
    if piece_b > MOST_PIECE_B or not (offset.isascii() and offset.isdecimal()):
        return JsonResponse({"said": _("A piece like this cannot be.")}, status=400)
    try:
        piece = request.read(piece_b)
    except UnreadablePostError:
        piece = b""
    sha256 = request.headers.get("X-Piece-SHA256", "")
    try:
        coming = incoming.take(upload_id, offset_b=int(offset[:20]), piece=piece, sha256=sha256)
    except IncomingError as fault:
        return _refused(fault)
    return _came(coming)


def _do(request: HttpRequest) -> None:
    """Do what the form asks for; what it brings, or was brought before, is read."""
    form = request.POST.get("form")
    if form == "remove":
        incoming.remove(request.POST.get("upload_id", ""))
        return
    if form == "bring":
        _keep_files(request)
    elif form != "read":
        raise IncomingError(_("This form is not one of ours: open the page again."))
    start_reading(Visit.of(request).runner, now=clock.now)


def _keep_files(request: HttpRequest) -> None:
    brought = [file for file in request.FILES.getlist("files") if isinstance(file, HomeFile)]
    if not brought:
        raise IncomingError(_("Choose at least one file."))
    for file in brought:
        incoming.put_whole(file.name or "", Path(file.temporary_file_path()), now=clock.now())


def _came(coming: Coming) -> JsonResponse:
    return JsonResponse({"id": coming.upload_id, "have": coming.have_b, "size": coming.size_b})


def _refused(fault: IncomingError) -> JsonResponse:
    status = next(status for kind, status in STATUS if isinstance(fault, kind))
    have = {"have": fault.have_b} if isinstance(fault, GapError) else {}
    return JsonResponse({"said": str(fault), **have}, status=status)


def _too_long() -> str:
    return _(
        "This is more than the form takes at once (1 GB). Switch scripts on for this page, which then brings "
        "files of any size piece by piece, or type: kneewise import PATH"
    )


def _show(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    visit = Visit.of(request)
    arrival = Arrival(
        coming=incoming.on_their_way(),
        waiting=spool.waiting(),
        now=reading_now(),
        report=last_report(),
    )
    page = show_files(arrival, visit.decide().plan, problem=problem)
    return render(request, "web/files.html", {"place": "files", "files": page}, status=status)
