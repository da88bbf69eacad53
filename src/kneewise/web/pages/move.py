"""A run that is wished on another day: the days to choose from, the engine's answer, what was kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kneewise.app.move import MovedRun
from kneewise.model.findings import Colour
from kneewise.model.plan import Plan, Session, SessionKind
from kneewise.present.dates import say_date
from kneewise.present.difference import changed_days
from kneewise.present.moves import asked_sentence, move_sentence, others_moved
from kneewise.present.reasons import reason_sentence
from kneewise.web.pages.parts import Choice, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedMove:
    """The engine's answer to a wish that is not kept yet; ``notes`` say why not, or who makes room."""

    from_day: str
    to_day: str
    said: str
    fits: bool
    mark: str
    notes: tuple[str, ...]
    days: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMove:
    """What became of a wish that was kept, and the record to take back."""

    said: str
    record_id: str


def show_asked(found: MovedRun) -> AskedMove:
    """Show the answer: whether it fits, which runs make room, and every day that changes."""
    answer, said = found.answer, found.said
    refused = () if answer.because is None else (reason_sentence(answer.because),)
    return AskedMove(
        from_day=said.from_day.isoformat(),
        to_day=said.to_day.isoformat(),
        said=asked_sentence(said, answer),
        fits=answer.done,
        mark=(Colour.GREEN if answer.done else Colour.AMBER).value,
        notes=refused or others_moved(said, found.difference),
        days=tuple(Fact(name=day, said=was) for day, was in changed_days(found.difference)),
    )


def show_kept(plan: Plan, records: Mapping[date, str]) -> tuple[KeptMove, ...]:
    """Show the wishes of these days."""
    return tuple(
        KeptMove(said=move_sentence(answer), record_id=records.get(answer.to_day, ""))
        for answer in plan.moves
    )


def free_days(session: Session, plan: Plan) -> tuple[Choice, ...]:
    """List the days that a run could be wished on: all those without one."""
    if session.kind is not SessionKind.RUN:
        return ()
    return tuple(
        Choice(id=other.on.isoformat(), said=say_date(other.on, "D j M"))
        for other in plan.sessions
        if other.kind is not SessionKind.RUN
    )
