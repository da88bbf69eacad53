"""The commands, in the order in which a runner meets them, and the page that `--help` prints."""

import textwrap
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from kneewise.present.words import gettext as _

EVERY_DAY = _("Every day")
SETTING_UP = _("Setting up")
YOUR_DATA = _("Your data")
LOOKING = _("Looking")

COMMANDS: Final[Mapping[str, tuple[str, str, str]]] = {
    "today": (EVERY_DAY, "plan", "today"),
    "log": (EVERY_DAY, "log", "log"),
    "week": (EVERY_DAY, "plan", "week"),
    "plan": (EVERY_DAY, "plan", "plan"),
    "demo": (SETTING_UP, "demo", "demo"),
    "screen": (SETTING_UP, "screen", "screen"),
    "settings": (SETTING_UP, "settings", "settings"),
    "import": (YOUR_DATA, "import_files", "import_files"),
    "backup": (YOUR_DATA, "backup", "backup"),
    "restore": (YOUR_DATA, "backup", "restore"),
    "export": (YOUR_DATA, "export", "export"),
    "erase": (YOUR_DATA, "erase", "erase"),
    "check": (YOUR_DATA, "check", "check"),
    "replay": (YOUR_DATA, "replay", "replay"),
    "runs": (LOOKING, "runs", "runs"),
    "run": (LOOKING, "runs", "run"),
    "report": (LOOKING, "report", "report"),
    "cadence": (LOOKING, "cadence", "cadence"),
    "metronome": (LOOKING, "cadence", "metronome"),
    "shoes": (LOOKING, "shoes", "shoes"),
    "insights": (LOOKING, "insights", "insights"),
    "try": (LOOKING, "try_out", "try_out"),
    "guide": (LOOKING, "guide", "guide"),
    "serve": (LOOKING, "serve", "serve"),
    "phone": (LOOKING, "phone", "phone"),
    "token": (LOOKING, "token", "token"),
}
"""Each command's place on the page, the file of `cli` that holds it, and its name there."""


@cache
def command(named: str | None = None) -> Any:  # noqa: ANN401 - the type of a command is private to Typer.
    """Build the command line once.

    Args:
        named: What was typed first. Of a command only its own file is imported: `today` has no use for what
            reads watch files, and would start twice as slowly with it.
    """
    root = typer.Typer(
        name="kneewise",
        add_completion=False,
        invoke_without_command=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    root.callback(add_help_option=False)(kneewise)
    for name in COMMANDS:
        if named not in COMMANDS or name == named:
            _add(root, name)
    return _speak(typer.main.get_command(root))


def _speak(command: Any) -> Any:  # noqa: ANN401 - the type of a command is private to Typer.
    """Say in the runner's language what a command does; its docstring says it in English."""
    command.help = _(command.help) if command.help else command.help
    for inner in getattr(command, "commands", {}).values():
        _speak(inner)
    return command


def _add(root: typer.Typer, name: str) -> None:
    panel, file, held_as = COMMANDS[name]
    held = getattr(import_module(f"kneewise.cli.{file}"), held_as)
    if isinstance(held, typer.Typer):
        root.add_typer(held, rich_help_panel=panel)
    else:
        root.command(name=name, rich_help_panel=panel)(held)


def _print_version(wanted: bool) -> None:
    if wanted:
        from kneewise.app.versions import in_one_line

        typer.echo(in_one_line())
        raise typer.Exit


def _print_page(wanted: bool) -> None:
    if wanted:
        typer.echo(page())
        raise typer.Exit


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
