"""What each pair of shoes has run, as lines of text."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from kneewise.model.observations import Observations
from kneewise.model.plan import Decision
from kneewise.present.page import Line, Lines, Tone, beside, bullet, fact, section, wrapped
from kneewise.present.reasons import note_lines, reason_lines, reason_sentence, reviewed, sources_of
from kneewise.present.shoes import Pair, because, say_insert, say_turn, say_use, takes_turns
from kneewise.present.text import answer, distance
from kneewise.present.words import sentence


def shoes_lines(decision: Decision, seen: Observations, found: Sequence[Pair], *, miles: bool) -> Lines:
    """Lay the pairs out, those in use first, then what is known of shoes; a stop stands before all of it."""
    plan, said = decision.plan, because(decision)
    cited = sources_of(said)
    stop = (*answer(plan), Line(text="")) if plan.urgency.stops_running else ()
    turns = _("Two pairs in turn") if takes_turns(decision) else ""
    in_use = [line for pair in found if not pair.retired for line in _pair(pair, plan.on, miles=miles)]
    away = [_away(pair, miles=miles) for pair in found if pair.retired]
    reasons = [reason_lines(reason, reason_sentence(reason), cited) for reason in said]
    return (
        *stop,
        beside(sentence("term.shoes"), turns, tone=Tone.TITLE) if turns else _title(),
        *(in_use or _nothing()),
        *section(_("Kept, not worn"), *away),
        *section(_("Insert"), *(bullet(say_insert(one)) for one in seen.inserts)),
        *section(sentence("head.why"), *reasons),
        *note_lines(said),
        Line(text=""),
        *wrapped(reviewed(said), tone=Tone.QUIET),
    )


def _title() -> Line:
    return Line(text=sentence("term.shoes"), tone=Tone.TITLE)


def _nothing() -> Iterator[Line]:
    yield Line(text="")
    said = _("Pairs come in with an export that names them. One that no file names is added by hand.")
    yield from wrapped(said, first="  ")
    yield Line(text="  kneewise log shoe")


def _pair(pair: Pair, on: date, *, miles: bool) -> Iterator[Line]:
    run = distance(1000 * pair.km, miles=miles)
    yield Line(text="")
    yield beside(pair.name, run, tone=Tone.STRONG)
    yield from fact(_("Worn"), say_use(pair))
    if turn := say_turn(pair, on):
        yield from fact(_("Its turn"), turn)
    if pair.check_wear:
        yield from fact(_("Wear"), _("A reminder to look at the wear: %(distance)s.") % {"distance": run})


def _away(pair: Pair, *, miles: bool) -> Lines:
    return (beside(f"  {pair.name}", distance(1000 * pair.km, miles=miles)),)
