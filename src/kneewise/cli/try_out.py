"""Test a change on oneself: two ways to run, in an order drawn by lot."""

from typing import TYPE_CHECKING, Annotated

import typer

from kneewise.cli.diary import show_logged
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.cli.values import heard
from kneewise.present.page import Line, wrapped
from kneewise.present.words import gettext as _

if TYPE_CHECKING:
    from kneewise.model.trial_seen import TrialSeen

try_out = typer.Typer(
    name="try",
    help=_("Test a change on yourself: two ways to run, in an order drawn by lot."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@try_out.command()
def start(
    what: Annotated[str, typer.Argument(metavar="cadence|shoe", help=_("What to try."))],
    shoes: Annotated[
        list[str] | None, typer.Argument(metavar="PAIR PAIR", help=_("Two pairs of shoes, if you have more."))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Begin a test; the plan stays as it is, and the test says which way each run of it is run."""
    from kneewise.app import trial
    from kneewise.app.trials_seen import trials
    from kneewise.present.trial import say_before, trial_lines

    opened = open_home()
    logged = trial.start(opened.runner, at=opened.now, kind=what, shoes=tuple(shoes or ()))
    show_logged(logged, opened, as_json=as_json)
    if not as_json:
        show(wrapped(say_before(least=trial.least_runs(), runs=trial.planned_runs())))
        show((Line(text=""), *trial_lines(trials(opened.runner, opened.today)[0])))


@try_out.command(name="show")
def show_trials(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show what today's run is to be, and the answers of tests that are over."""
    from kneewise.app import trial
    from kneewise.app.trials_seen import trials
    from kneewise.present.trial import say_before, trial_json

    opened = open_home()
    found = trials(opened.runner, on or opened.today)
    if as_json:
        show_json({"trials": [trial_json(one) for one in found]})
        return
    if not found:
        show(wrapped(_("No test yet: kneewise try start cadence, or shoe.")))
        show(wrapped(say_before(least=trial.least_runs(), runs=trial.planned_runs())))
    for number, one in enumerate(found):
        _show(one, first=not number)


def _show(one: "TrialSeen", *, first: bool) -> None:
    from kneewise.present.trial import trial_lines

    show((*(() if first else (Line(text=""),)), *trial_lines(one)))


@try_out.command()
def ran(
    as_told: Annotated[
        str, typer.Argument(metavar="YES|NO|?", help=_("Whether you ran it the way you were told."))
    ],
    as_json: AsJson = False,
) -> None:
    """Note today's run of the test; its pain goes into the diary as always."""
    from kneewise.app import trial

    opened = open_home()
    logged = trial.ran(opened.runner, at=opened.now, as_told=heard(as_told))
    show_logged(logged, opened, as_json=as_json)


@try_out.command()
def stop(as_json: AsJson = False) -> None:
    """Stop the test before its end; there is no answer then."""
    from kneewise.app import trial

    opened = open_home()
    show_logged(trial.stop(opened.runner, at=opened.now), opened, as_json=as_json)
