"""The diary on the command line: the group of commands, and the one that every day needs."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kneewise.cli import diary, log_more, log_rare, log_run, log_session, log_sign, log_week
from kneewise.cli.ask import Asker
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, Knee, SpokenOf, score, yes_no
from kneewise.cli.terminal import is_terminal
from kneewise.cli.values import heard
from kneewise.model.errors import UsageError
from kneewise.present.words import gettext as _

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef
    from kneewise.app.log import Logged

log = typer.Typer(
    name="log",
    help=_("Keep the diary: how the knee was, and what else the plan should know."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

NEXT_DAY = ("morning", "after_24h")
OF_A_RUN = ("before", "during", "after_60min", "first_pain_min")
HURTS = "hurts_"
"""So the questions begin that ask what brings the pain on."""
BESIDE = frozenset({"side", "activity_id", "note"})
"""What says nothing of the knee by itself."""


@log.command()
def pain(
    knee: Knee = None,
    before: Annotated[str | None, score(_("Before the run."))] = None,
    during: Annotated[str | None, score(_("At its worst during the run."))] = None,
    after_60: Annotated[str | None, score(_("60 minutes after it."))] = None,
    morning: Annotated[str | None, score(_("In the morning; of a run, the morning after."))] = None,
    after_24h: Annotated[str | None, score(_("24 hours after it."))] = None,
    limp: Annotated[str | None, yes_no(_("Whether you limped or changed how you run."))] = None,
    painkiller: Annotated[str | None, yes_no(_("Whether you had taken one."))] = None,
    first_pain: Annotated[
        str | None, typer.Option(metavar="MIN", help=_("Minutes into the run when it first hurt."))
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE,...", help=_("Where on the knee it hurt, such as below_kneecap,shin_bump.")
        ),
    ] = None,
    hurts: Annotated[
        str | None, typer.Option(metavar="WHAT,...", help=_("What brings it on, such as stairs_down,squat."))
    ] = None,
    other_knee_fine: Annotated[str | None, yes_no(_("Whether the other knee is fine."))] = None,
    run: Annotated[str | None, typer.Option(metavar="ID", help=_("The run it is about."))] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help=_("In your own words."))] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log how one knee was, in scores from 0 to 10.

    Without any option it asks, one thing at a time. Give what you know, ? for what you do not; more can
    be added for two days.
    """
    said: dict[str, str | None] = {
        "side": knee,
        "before": heard(before),
        "during": heard(during),
        "after_60min": heard(after_60),
        "morning": heard(morning),
        "after_24h": heard(after_24h),
        "limp": heard(limp),
        "painkiller": heard(painkiller),
        "first_pain_min": first_pain,
        "other_knee_fine": heard(other_knee_fine),
        "activity_id": run,
        "note": note,
    }
    from kneewise.app.with_run import run_of

    opened = open_home()
    signs = _signs(where, hurts)
    if not signs and all(one is None for name, one in said.items() if name not in BESIDE):
        said |= _ask_pain(knee, opened.today)
    if said["side"] is None:
        raise UsageError(_("Say which knee: --knee left or --knee right."))
    both = any(said[name] for name in NEXT_DAY) and any(said[name] for name in OF_A_RUN)
    a_day_later = both or said["after_24h"] is not None
    about = None if run is None else run_of(opened.runner, run)
    write(opened, _verb(signs), said, on=on, at=at, as_json=as_json, day_after=a_day_later, run=about)


for told in (
    log_more.clearance,
    log_more.painkiller,
    log_more.illness,
    log_more.sleep,
    log_more.shoe,
    log_rare.insert,
    log_sign.sign,
    log_rare.beside,
    log_week.week,
):
    log.command()(told)
log.command(name="test")(log_more.home_test)
log.command(name="session")(log_session.session)
log.command(name="run")(log_run.run)
log.command(name="list")(diary.list_lines)
log.command()(diary.edit)
log.command()(diary.undo)


def _signs(where: str | None, hurts: str | None) -> dict[str, object]:
    """Take where it hurt and what brought it on as answers to the questions of the screening."""
    from kneewise.app.screen import questions

    places: dict[str, object] = {} if where is None else {"places": heard(where)}
    known = [one.key.removeprefix(HURTS) for one in questions() if one.key.startswith(HURTS)]
    named = [one.lower().replace("-", "_") for one in (hurts or "").replace(",", " ").split()]
    for one in named:
        if one not in known:
            message = _("“%(said)s” is not known: --hurts takes %(known)s.")
            raise UsageError(message % {"said": one, "known": ", ".join(known)})
    return places | {f"{HURTS}{one}": True for one in named}


def _verb(signs: Mapping[str, object]) -> Callable[..., "Logged"]:
    """Choose what writes: scores alone, or one sitting with signs beside them."""
    from kneewise.app.log import log_pain
    from kneewise.app.sitting import log_sitting

    def write_both(runner: "RunnerRef", *, at: datetime, on: date | None, **said: str | None) -> "Logged":
        return log_sitting(runner, at=at, on=on, pain=said, signs=signs)

    return write_both if signs else log_pain


def _ask_pain(knee: str | None, today: date) -> dict[str, str | None]:
    """Ask for the scores of one knee; only where somebody sits at a terminal."""
    if not is_terminal():
        raise UsageError(
            _("Say at least one score, such as --during 3; kneewise log pain --help lists them.")
        )
    asker = Asker(kind="pain", today=today)
    return {
        "side": knee or asker.part("side", "side", must=True),
        **{name: asker.part(name, "later") for name in ("before", "during", "after_60min", "morning")},
        **{name: asker.part(name, "yes_no") for name in ("limp", "painkiller")},
    }
