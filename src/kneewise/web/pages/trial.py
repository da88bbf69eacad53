"""The page of tests: what today's run is to be, forms to begin and to stop, and the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kneewise.app import trial as use
from kneewise.app.home import RunnerRef
from kneewise.app.trials_seen import trials
from kneewise.model.insight import Verdict
from kneewise.model.trial import TrialKind
from kneewise.model.trial_seen import TrialSeen, TrialState, Wait
from kneewise.present.dates import say_date
from kneewise.present.trial import (
    name_trial,
    name_way,
    say_answer,
    say_as_told,
    say_before,
    say_other_way,
    say_place,
    say_today,
)
from kneewise.present.words import sentence
from kneewise.web.pages.fields import Asking, Sent, SmallForm
from kneewise.web.pages.parts import NB


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """One run of a test that is over."""

    on: str
    way: str
    score: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialCard:
    """One test; ``rows`` and an answer only once it is over."""

    name: str
    place: str
    today: str
    said: tuple[str, ...]
    rows: tuple[TurnRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPage:
    """The whole page.

    Attributes:
        steps: The form that begins a test of steps; ``None`` where it cannot be begun, and ``why_no_steps``.
    """

    going: TrialCard | None
    ran: SmallForm | None
    stop: SmallForm | None
    before: str
    shoe: SmallForm | None
    pairs: tuple[str, ...]
    why_no_shoe: str
    steps: SmallForm | None
    why_no_steps: str
    past: tuple[TrialCard, ...]
    kept: str
    problem: str


def show_trials(runner: RunnerRef, on: date, sent: Sent, *, saved: str) -> TrialPage:
    """Set the page out."""
    found = trials(runner, on)
    going = next((one for one in found if one.state is TrialState.RUNNING), None)
    why = {kind: "" if going else use.why_not(runner, on, kind) for kind in TrialKind}
    pairs = () if going else use.pairs_to_try(runner, on)
    asks_shoe = not going and not why[TrialKind.SHOE]
    return TrialPage(
        going=_card(going) if going else None,
        ran=_ran(sent) if going and going.way else None,
        stop=_stop(sent) if going else None,
        before="" if going else say_before(least=use.least_runs(), runs=use.planned_runs()),
        shoe=_shoe(pairs, sent) if asks_shoe else None,
        pairs=pairs if not pairs[2:] else (),
        why_no_shoe=why[TrialKind.SHOE],
        steps=SmallForm(id="cadence", fields=(), problem="", is_open=False)
        if not going and not why[TrialKind.CADENCE]
        else None,
        why_no_steps=why[TrialKind.CADENCE],
        past=tuple(_card(one) for one in found if one is not going),
        kept=_kept(saved),
        problem=sent.problem,
    )


def _kept(saved: str) -> str:
    said = {"ran": _("Noted. Its pain goes into the diary."), "stop": _("Stopped.")}
    return said.get(saved, _("The test is on.")) if saved else ""


def _card(seen: TrialSeen) -> TrialCard:
    over = seen.state is not TrialState.RUNNING
    return TrialCard(
        name=name_trial(seen.trial),
        place=say_place(seen),
        today=say_today(seen),
        said=_said(seen),
        rows=tuple(_rows(seen)) if over else (),
    )


def _said(seen: TrialSeen) -> tuple[str, ...]:
    if seen.state is TrialState.RUNNING:
        return (sentence("trial.no_peeking"),)
    claims = seen.answer is not None and seen.answer.verdict in {Verdict.MORE_PAIN, Verdict.LESS_PAIN}
    lot = sentence("trial.lot") if claims else ""
    return tuple(filter(None, (say_answer(seen), say_other_way(seen), lot)))


def _rows(seen: TrialSeen) -> Sequence[TurnRow]:
    return [
        TurnRow(
            on=say_date(turn.on, "j M").replace(" ", NB),
            way=name_way(seen.trial, turn.way),
            score="–" if turn.score_0_10 is None else str(turn.score_0_10),
            told=say_as_told(turn),
        )
        for turn in seen.turns
    ]


def _ran(sent: Sent) -> SmallForm:
    ask = Asking(form="ran", sent=sent)
    choices = {"yes": _("Yes"), "no": _("No"), "unknown": _("Not sure")}
    told = ask.one("as_told", _("Did you run it that way?"), choices)
    return SmallForm(id="ran", fields=(told,), problem=ask.problem, is_open=ask.is_back)


def _stop(sent: Sent) -> SmallForm:
    ask = Asking(form="stop", sent=sent)
    sure = ask.many("sure", _("A stopped test has no answer."), {"yes": _("I am sure")})
    return SmallForm(id="stop", fields=(sure,), problem=ask.problem, is_open=ask.is_back)


def _shoe(pairs: Sequence[str], sent: Sent) -> SmallForm:
    """Ask which two; where there are only two nobody is asked."""
    ask = Asking(form="shoe", sent=sent)
    named = {one: one for one in pairs}
    fields = (
        (ask.one("first", _("One pair"), named), ask.one("second", _("The other"), named))
        if pairs[2:]
        else ()
    )
    return SmallForm(id="shoe", fields=fields, problem=ask.problem, is_open=ask.is_back)


def say_for_today(seen: TrialSeen | None) -> str:
    """Say on the page of the day what its run is to be, or that it is noted; nothing on other days."""
    if seen is None or seen.wait in {Wait.NO_RUN_TODAY, Wait.RUNNING_IS_OFF}:
        return ""
    return say_today(seen)
