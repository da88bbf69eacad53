"""Restore by the page: a backup is brought, all of it is checked, and it takes the place of what is here."""

from http import HTTPStatus
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from kneewise.app import clock, incoming
from kneewise.app.incoming import NoRoomError
from kneewise.app.restore import WrongPassphraseError
from kneewise.app.restore import restore as use
from kneewise.app.writing import ONE_AT_A_TIME
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.web.uploads import MOST_FORM_B, BackupFile, BesideHome, length_b, let_by
from kneewise.web.views.data import show
from kneewise.web.visit import forget_runner


# The form is checked below, once it is settled how its file is taken.
@csrf_exempt
def restore(request: HttpRequest) -> HttpResponse:
    """Take a backup, and make it this home."""
    try:
        if length_b(request) > MOST_FORM_B:
            raise NoRoomError(_too_long())
        incoming.see_to_room_for_form(length_b(request))
    except NoRoomError as fault:
        let_by(request)
        return show(request, problem=str(fault), status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    request.upload_handlers = [BesideHome(request)]
    return _restore(request)


@csrf_protect
def _restore(request: HttpRequest) -> HttpResponse:
    try:
        _do(request)
    except KneewiseError as fault:
        slips = {fault.field: str(fault)} if fault.field else {}
        return show(request, problem=str(fault), slips=slips)
    return redirect(f"{reverse('web:data')}?restored=yes")


def _do(request: HttpRequest) -> None:
    """Restore what was brought; no form that is sent meanwhile is written into the home that goes."""
    brought = request.FILES.get("backup")
    if not isinstance(brought, BackupFile):
        raise UsageError(_("Choose the file of a backup."), field="backup")
    if request.POST.get("sure") != "yes":
        raise UsageError(
            _("Nothing was changed: mark that you mean it, and choose the file again."), field="sure"
        )
    passphrase = request.POST.get("unlock", "")
    path = Path(brought.temporary_file_path())
    try:
        with ONE_AT_A_TIME:
            use(path, now=clock.now(), replace=True, by_page=True, passphrase=lambda: passphrase)
    except WrongPassphraseError as fault:
        raise UsageError(_wrong(passphrase), field="unlock") from fault
    except KneewiseError as fault:
        # The runner knows the file by another name than we do.
        raise KneewiseError(str(fault).replace(str(path), brought.name or "")) from fault
    finally:
        forget_runner()


def _wrong(passphrase: str) -> str:
    if passphrase:
        return _("This passphrase does not open the backup: type it again, and choose the file again.")
    return _("This backup is locked: type its passphrase, and choose the file again.")


def _too_long() -> str:
    return _(
        "This is more than the form takes at once (1 GB). Stop Kneewise, then type: "
        "kneewise restore --replace FILE"
    )
