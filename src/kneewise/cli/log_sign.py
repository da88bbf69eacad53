"""A new sign: logged at once, and only then asked about, so that whoever leaves has told it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

import typer

from kneewise.app import review
from kneewise.app.heard_anyway import heard_anyway
from kneewise.app.log import Line as DiaryLine
from kneewise.app.log import Logged, lines
from kneewise.app.screen import questions
from kneewise.app.screen_answers import question_near
from kneewise.app.sign_words import sign_named, signs
from kneewise.app.sitting import log_signs
from kneewise.cli.ask import ask
from kneewise.cli.diary import before_it, show_logged
from kneewise.cli.keep_answers import Kept
from kneewise.cli.open import Opened, instant, open_home
from kneewise.cli.options import AsJson, AtTime, SpokenOf
from kneewise.cli.screen import put, show_kept
from kneewise.cli.terminal import is_terminal, show
from kneewise.cli.values import a_change
from kneewise.model.answers import Question
from kneewise.model.errors import UsageError
from kneewise.model.findings import Urgency
from kneewise.present.diary import ID_SHOWN
from kneewise.present.page import Line, Lines, wrapped
from kneewise.present.signs import say_sign
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


def sign(
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME...", help=_("Such as swelling or night_pain; NAME=VALUE where it is no yes.")
        ),
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log a new sign, such as swelling: what hangs on it is asked at once.

    Without a name it lists them, and asks which is new. More names: kneewise screen --schema.
    """
    opened = open_home()
    told = dict(_told(one) for one in answers or _ask_which())
    of_day = instant(opened, on, at)
    told_at = opened.now if at is None else of_day
    open_before = frozenset(review.review_now(opened.runner, opened.now).plan.ask)
    before = before_it(opened, told_at)
    with heard_anyway(opened.runner, told, at=told_at):
        _see_names(told)
    logged = log_signs(opened.runner, at=told_at, on=on, signs=told)
    show_logged(logged, opened, as_json=as_json, before=before)
    if as_json:
        return
    show(line for key in told for line in _stays_lines(key, logged, opened))
    if is_terminal() and logged.decision.plan.urgency is not Urgency.EMERGENCY:
        _ask_what_came_up(opened, frozenset(logged.decision.plan.ask) - open_before)


def _told(typed: str) -> tuple[str, str | None]:
    """Read a name, which means yes, or NAME=VALUE."""
    if "=" in typed:
        name, said = a_change(typed)
        return sign_named(name), said
    return sign_named(typed), "yes"


def _ask_which() -> list[str]:
    """List the signs by number, and ask which are new."""
    if not is_terminal():
        raise UsageError(_("Say which sign is new: kneewise log sign swelling."))
    listed = signs()
    width = len(str(len(listed)))
    show(
        line
        for number, one in enumerate(listed, start=1)
        for line in wrapped(say_sign(one.key), first=f"{number:>{width}}  ")
    )
    return ask(sentence("sign.which"), lambda typed: _chosen(typed, listed), hint=sentence("hint.sign"))


def _chosen(typed: str | None, listed: tuple[Question, ...]) -> list[str]:
    """Read numbers of the list and names, with commas between them."""
    numbered = {str(number): one.key for number, one in enumerate(listed, start=1)}
    chosen = [
        numbered.get(part.strip(), sign_named(part)) for part in (typed or "").split(",") if part.strip()
    ]
    if not chosen or not _keys().issuperset(chosen):
        raise UsageError(_("Say it by its number or its name; Ctrl-C leaves, and keeps nothing."))
    return chosen


def _see_names(told: Mapping[str, object]) -> None:
    """Refuse what is no name, and say what holds until the sign is logged."""
    unknown = next((key for key in told if key not in _keys()), None)
    if unknown is None:
        return
    near = question_near(unknown)
    said = _("There is no sign “%(key)s”: is it “%(near)s”?") if near else _("There is no sign “%(key)s”.")
    raise UsageError(f"{said % {'key': unknown, 'near': near}} {sentence('sign.not_logged')}")


def _keys() -> frozenset[str]:
    return frozenset(one.key for one in questions())


def _ask_what_came_up(opened: Opened, keys: frozenset[str]) -> None:
    """Ask what hangs on the sign, and say what the answers make of the day."""
    came_up = tuple(one for one in questions() if one.key in keys)
    if not came_up:
        return
    known = review.look(opened.runner, opened.today).answers
    before = {key: answer for key, answer in known.items() if key not in keys}
    after_it = opened.now + timedelta.resolution
    kept = Kept(opened=opened, at=after_it, dry_run=False, weekly=True)
    show((Line(text=""),))
    left = put(kept, came_up, before=before)
    if kept.found is not None:
        show_kept(kept, kept.found)
    if left:
        raise typer.Exit(left)


def _stays_lines(key: str, logged: Logged, opened: Opened) -> Lines:
    """Say of a "no" that its sign stands all the same, and how a slip is corrected."""
    if key not in {flag.key for flag in logged.decision.found.safety.flags}:
        return ()
    said = [one for one in lines(opened.runner) if one.kind == "answers" and key in _answers(one)]
    yes = next((one for one in said[1:] if _answers(one)[key] is True), None)
    if yes is None or _answers(said[0])[key] is not False:
        return ()
    undo, edit = "kneewise log undo %(id)s", "kneewise log edit %(id)s %(key)s=no"
    command = undo if len(_answers(yes)) == 1 else edit
    slip = command % {"id": yes.record_id[:ID_SHOWN], "key": key}
    return (Line(text=""), *wrapped(sentence("sign.no_stays")), Line(text=f"  {slip}"))


def _answers(line: DiaryLine) -> Mapping[str, object]:
    answers = line.payload["answers"]
    return answers if isinstance(answers, Mapping) else {}
