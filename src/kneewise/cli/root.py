"""The commands, in the order in which a runner meets them, and the page that `--help` prints."""

import textwrap
from functools import cache
from typing import Annotated, Any

import typer

from kneewise import __version__
from kneewise.cli import check, demo, guide, import_files, log, plan, replay, runs, screen, serve, settings
from kneewise.present.words import gettext as _

EVERY_DAY = _("Every day")
SETTING_UP = _("Setting up")
YOUR_DATA = _("Your data")
LOOKING = _("Looking")

root = typer.Typer(
    name="kneewise",
    add_completion=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)
root.command(rich_help_panel=EVERY_DAY)(plan.today)
root.add_typer(log.log, rich_help_panel=EVERY_DAY)
root.command(rich_help_panel=EVERY_DAY)(plan.week)
root.command(name="plan", rich_help_panel=EVERY_DAY)(plan.plan)
root.command(rich_help_panel=SETTING_UP)(demo.demo)
root.command(rich_help_panel=SETTING_UP)(screen.screen)
root.command(rich_help_panel=SETTING_UP)(settings.settings)
root.command(name="import", rich_help_panel=YOUR_DATA)(import_files.import_files)
root.command(rich_help_panel=YOUR_DATA)(check.check)
root.command(rich_help_panel=YOUR_DATA)(replay.replay)
root.command(rich_help_panel=LOOKING)(runs.runs)
root.command(rich_help_panel=LOOKING)(runs.run)
root.command(name="guide", rich_help_panel=LOOKING)(guide.guide)
root.command(rich_help_panel=LOOKING)(serve.serve)


@cache
def command() -> Any:  # noqa: ANN401 - the type of a command is private to Typer.
    """Build the command line once."""
    return typer.main.get_command(root)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kneewise {__version__}")
        raise typer.Exit


def _print_page(wanted: bool) -> None:
    if wanted:
        typer.echo(page())
        raise typer.Exit


@root.callback(add_help_option=False)
def kneewise(
    context: typer.Context,
    home: Annotated[  # noqa: ARG001 - __main__ takes it out first; it stands here for the help.
        str | None, typer.Option("--home", metavar="DIR", help=_("Where your data lives."))
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback prints and leaves.
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help=_("Print the version."))
    ] = False,
    show_help: Annotated[  # noqa: ARG001 - its callback prints and leaves.
        bool, typer.Option("--help", "-h", is_eager=True, callback=_print_page, help=_("Print this page."))
    ] = False,
) -> None:
    """From "my knee hurts" back to the usual running, one day at a time."""
    if context.invoked_subcommand is None:
        typer.echo(page())


def page() -> str:
    """Write the page that `kneewise --help` prints: what it does, its commands by use, and when to stop."""
    about = _(
        "Kneewise answers one question every day: what may I do today, and why? It reads the files "
        "your watch wrote, asks how the knee was, and plans the way back to your usual running. "
        "Everything stays on this computer."
    )
    first = _(
        "Your first day:\n"
        "  kneewise demo                 see it work, with a runner who does not exist\n"
        "  kneewise import export.zip    read what your watch wrote\n"
        "  kneewise screen               answer the questions about the knee\n"
        "  kneewise today                what to do today, and why"
    )
    after = _(
        "Before the command, --home DIR (or KNEEWISE_HOME) says where your data lives. Commands take "
        "--on DATE for another day than today, and say more with --help. "
        "Commands that read take --json. “?” is an answer wherever something is asked: not known "
        "stays not known."
    )
    safety = _(
        "It organises training around knee pain. This is not a diagnosis, and its rules have not been "
        "reviewed by a clinician yet. Chest pain, no breath, a cold or numb foot, a knee that changed "
        "shape: get emergency help, not this program."
    )
    blocks = [_wrap(about), _("Use: kneewise COMMAND, or kneewise COMMAND --help"), first]
    blocks += [_group(panel) for panel in (EVERY_DAY, SETTING_UP, YOUR_DATA, LOOKING)]
    return "\n\n".join([*blocks, _wrap(after), _wrap(safety)])


def _wrap(text: str) -> str:
    return textwrap.fill(text, 80, break_on_hyphens=False)


def _group(panel: str) -> str:
    commands = [one for one in command().commands.values() if one.rich_help_panel == panel]
    rows = [
        textwrap.fill(
            one.get_short_help_str(200), 80, initial_indent=f"  {one.name:<9} ", subsequent_indent=" " * 12
        )
        for one in commands
    ]
    return "\n".join([panel, *rows])
