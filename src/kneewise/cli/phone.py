"""Phones that `kneewise serve --lan` lets in."""

from typing import Annotated

import typer

from kneewise.app import clock, home
from kneewise.app.lan import phones
from kneewise.app.lan.code import make_code, say_code
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson
from kneewise.cli.terminal import say, show, show_json
from kneewise.present import json
from kneewise.present.dates import say_date
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _

phone = typer.Typer(
    name="phone",
    help=_("Pair phones with the page of `kneewise serve --lan`, and remove them."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@phone.command()
def code() -> None:
    """Make a code that lets one more phone in, while the page is served to phones."""
    open_home()
    say(say_code(make_code(home.folder(), clock.now())))
    if not phones.are_let_in(home.folder()):
        say(_("No page for phones seems to be running: kneewise serve --lan, which shows a code of its own."))


@phone.command(name="list")
def list_phones(as_json: AsJson = False) -> None:
    """List the phones that are let in, the latest first."""
    open_home()
    found = phones.every(home.folder())
    if as_json:
        show_json({"phones": [json.only(one, "phone_id", "kind", "paired_at", "until") for one in found]})
        return
    lines = [line for one in found for line in wrapped(_say_phone(one), first="  ")]
    show(lines or wrapped(_("No phone is paired: kneewise serve --lan"), tone=Tone.QUIET))


@phone.command()
def remove(
    phone_id: Annotated[str, typer.Argument(metavar="ID", help=_("As `kneewise phone list` shows it."))],
) -> None:
    """Remove a phone: it is let in no more, from this moment on."""
    open_home()
    phones.remove(home.folder(), phone_id)
    say(_("Removed: %(name)s") % {"name": phone_id})


def _say_phone(one: phones.Phone) -> str:
    said = _("%(id)s: %(kind)s, paired on %(day)s, until %(until)s")
    days = {"day": say_date(one.paired_at, "j F Y"), "until": say_date(one.until, "j F Y")}
    return said % {"id": one.phone_id, "kind": one.kind, **days}
