"""Tokens for programs that ask the API."""

from typing import Annotated

import typer

from kneewise.app import tokens as use
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson
from kneewise.cli.terminal import say, show, show_json
from kneewise.present import json
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _

token = typer.Typer(
    name="token",
    help=_("Let programs of your own ask the API, each with a token."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@token.command()
def make(
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=_("Which program it is for."))],
    scope: Annotated[
        str,
        typer.Option(
            "--scope",
            metavar="read|log|all",
            help=_("Only look; also log and send files; or everything the page can do."),
        ),
    ] = "read",
) -> None:
    """Make a token and show it this once; only its fingerprint is kept."""
    opened = open_home()
    say(use.make(opened.runner, name=name, scope=use.scope_of(scope), at=opened.now))


@token.command(name="list")
def list_tokens(as_json: AsJson = False) -> None:
    """List the tokens by name, with what each may do."""
    found = use.every(open_home().runner)
    if as_json:
        show_json({"tokens": [json.only(one, "name", "scope", "made_at") for one in found]})
        return
    lines = [line for one in found for line in wrapped(f"{one.name}: {one.scope}", first="  ")]
    show(lines or wrapped(_("There is no token: kneewise token make --name NAME"), tone=Tone.QUIET))


@token.command()
def revoke(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("As `kneewise token list` shows it."))],
) -> None:
    """Revoke a token: it opens nothing any more."""
    use.drop(open_home().runner, name)
    say(_("Revoked: %(name)s") % {"name": name})
