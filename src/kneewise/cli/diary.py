"""The diary as it stands: listed, corrected, taken back; and what every entry answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Annotated

import typer

from kneewise.app import clock, log, parse, review
from kneewise.app.counted import Counted, counted_instead
from kneewise.app.late import STILL_HEARD, colours_still, stops_running
from kneewise.app.log import Done, Line, Logged
from kneewise.cli.open import Opened, instant, open_home
from kneewise.cli.options import AsJson, AtTime, SpokenOf
from kneewise.cli.terminal import show, show_json
from kneewise.cli.values import a_change, a_day
from kneewise.model.activity import Activity
from kneewise.model.diary import SCORES
from kneewise.model.errors import UsageError
from kneewise.model.plan import Decision
from kneewise.present import text
from kneewise.present.diary import ID_SHOWN, part_lines, say_entry
from kneewise.present.difference import difference_lines
from kneewise.present.kept import diary_json, kept_json
from kneewise.present.page import Line as Text
from kneewise.present.page import Lines, Tone, section, wrapped
from kneewise.present.past import of_day_lines, past_lines
from kneewise.present.rest import done_today
from kneewise.present.words import figure, sentence
from kneewise.present.words import gettext as _

STOPPING = frozenset({*SCORES, "pain_0_10"})
"""Scores of a knee, in a run, an exercise or a test."""


def list_lines(
    record_id: Annotated[
        str | None, typer.Argument(metavar="ID", help=_("Show this entry, with the name of each part."))
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help=_("Only the last N."))] = 20,
    on: Annotated[
        date | None,
        typer.Option("--on", metavar="DATE", parser=a_day, help=_("Only what speaks of this day.")),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what you logged, newest first.

    Its IDs are what edit and undo take; of one entry it shows the names that edit takes.
    """
    opened = open_home()
    if record_id is not None:
        one = log.line_of(opened.runner, record_id)
        show_diary([one], miles=opened.settings.miles, as_json=as_json)
        show(() if as_json else part_lines(one.kind, one.payload))
        return
    said = [line for line in log.lines(opened.runner) if on is None or line.on == on]
    show_diary(said[:limit], miles=opened.settings.miles, as_json=as_json)


def edit(
    record_id: Annotated[str, typer.Argument(metavar="ID", help=_("As `kneewise log list` shows it."))],
    changes: Annotated[
        list[str], typer.Argument(metavar="NAME=VALUE...", help=_("Such as during=3 or morning=?."))
    ],
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Correct an entry; what it said before is kept."""
    opened = open_home()
    changed = dict(a_change(one) for one in changes)
    told_at = instant(opened, on, at)
    before = before_it(opened, told_at)
    logged = log.edit(opened.runner, record_id, changed, at=told_at)
    show_logged(logged, opened, as_json=as_json, before=before)


def undo(
    record_id: Annotated[str, typer.Argument(metavar="ID", help=_("As `kneewise log list` shows it."))],
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Undo the last thing done with an entry: an edit, the entry itself, or its taking back.

    Nothing is lost: what is taken back is kept, and counts no more.
    """
    opened = open_home()
    told_at = instant(opened, on, at)
    before = before_it(opened, told_at)
    logged = log.step_back(opened.runner, record_id, at=told_at)
    show_logged(logged, opened, as_json=as_json, before=before)


def write(
    opened: Opened,
    verb: Callable[..., Logged],
    said: Mapping[str, str | None],
    *,
    on: date | None,
    at: time | None,
    as_json: bool,
    day_after: bool = False,
    told_now: bool = False,
    run: Activity | None = None,
) -> None:
    """Write one entry and say what the day's answer is with it.

    Args:
        opened: The home.
        verb: What writes it.
        said: Its parts, as they were typed.
        on: The day it speaks of; without a time it is told on the evening of that day.
        at: The time of that day.
        as_json: Whether a program reads what comes of it.
        day_after: It also tells of the morning after.
        told_now: It is told now, whatever its day; so is a score that stops running.
        run: The run that it names.
    """
    told_at = instant(opened, on, at, day_after=day_after)
    if at is None and (
        told_now or any(stops_running(_score(name, said[name])) for name in STOPPING & said.keys())
    ):
        told_at = opened.now
    before = before_it(opened, told_at)
    logged = verb(opened.runner, at=told_at, on=on, **said)
    about = _about(run, said, told_at) if run is not None and run.on != opened.today else ()
    about = (*about, *_signs_of(said.get("note") or ""))
    spoken_of = on if run is None else run.on
    show_logged(logged, opened, as_json=as_json, about=about, before=before, spoken_of=spoken_of)


def _signs_of(note: str) -> Lines:
    """Say of a word in a note that it is no sign yet, and how it is told as one."""
    from kneewise.app.sign_words import signs_in

    said = _("No rule reads a note. If “%(word)s” is so today, say it as a sign: kneewise log sign %(key)s")
    return tuple(
        line for key, word in signs_in(note).items() for line in wrapped(said % {"word": word, "key": key})
    )


def _score(name: str, typed: str | None) -> object:
    """Read a score; what is none is said where the entry is read."""
    try:
        return parse.score(name, typed)
    except UsageError:
        return None


def before_it(opened: Opened, told_at: datetime) -> Decision | None:
    """Answer today before something is written of a day that lies behind; of today the write itself does."""
    return review.review_now(opened.runner, opened.now) if told_at.date() < opened.today else None


def show_logged(
    logged: Logged,
    opened: Opened,
    *,
    as_json: bool,
    about: Lines = (),
    before: Decision | None = None,
    spoken_of: date | None = None,
) -> None:
    """Say what became of it, how to undo that, and what to do now.

    Args:
        logged: What was written.
        opened: The home.
        as_json: Whether a program reads it.
        about: What is said of a run that it names.
        before: Today's answer before it was written, where it is of a day that lies behind.
        spoken_of: The day that it speaks of, where it was named.
    """
    if as_json:
        done, found = logged.done.value, logged.difference
        show_json(kept_json(logged.record_id, done, logged.decision, found))
        return
    said = _say_done(logged.done) % {"id": logged.record_id[:ID_SHOWN]}
    is_past = logged.decision.plan.on < opened.today
    instead = _instead(logged, opened)
    rest = _past(logged, opened, before, spoken_of) if is_past else _now(logged, opened)
    show((*wrapped(said), *_lifted(logged), *about, *instead, *rest))


def _lifted(logged: Logged) -> Lines:
    """Say of a correction that a stop hung on what it took away; the first words stand in the diary."""
    eased = None if logged.difference is None else logged.difference.urgency
    adds = logged.done in {Done.KEPT, Done.PUT_BACK}
    if adds or eased is None or eased[1] >= eased[0] or not eased[0].stops_running:
        return ()
    return wrapped(
        _(
            "A stop hung on it. Correct only what was not so; of a sign that is over say “no”: "
            "kneewise log sign NAME=no"
        )
    )


def _instead(logged: Logged, opened: Opened) -> Lines:
    """Say of each score beside which another one counts, which that is, and how it is corrected."""
    if logged.kind != "pain" or logged.done not in {Done.KEPT, Done.PUT_BACK}:
        return ()
    found = counted_instead(opened.runner, logged.record_id, today=opened.today)
    return tuple(line for one in found for line in _counts(one, opened))


def _counts(one: Counted, opened: Opened) -> Lines:
    at = clock.local(one.score.known_at, opened.settings)
    what = sentence(f"field.{one.name}")
    said = _("%(what)s: %(value)s counts, said on %(day)s at %(time)s.") % {
        "what": what[:1].upper() + what[1:],
        "value": figure(one.score.value),
        "day": text.day(at.date(), opened.today),
        "time": f"{at:%H:%M}",
    }
    correct = _("To correct it: kneewise log edit %(id)s %(part)s=…")
    named = {"id": one.record_id[:ID_SHOWN], "part": one.part}
    return (*wrapped(said), *((Text(text=correct % named),) if one.record_id else ()))


def _about(run: Activity, said: Mapping[str, str | None], told_at: datetime) -> Lines:
    """Say of which day's run it is, which nothing else on the screen names, and whether it colours it."""
    scores = [name for name in SCORES if said.get(name) is not None]
    yes = [name for name in STILL_HEARD if parse.yes_no(name, said.get(name))]
    outcome = (
        _("It counts for the run of %(day)s.")
        if colours_still(run, told_at, scores=scores, yes=yes)
        else _("It is kept, but it came too late to colour the run of %(day)s.")
    )
    return wrapped(outcome % {"day": text.day(run.on)})


def _now(logged: Logged, opened: Opened) -> Lines:
    answer = text.answer_lines(logged.decision, settings=opened.settings)
    return (*answer, *_changed(logged, _("What changed")))


def _past(logged: Logged, opened: Opened, before: Decision | None, spoken_of: date | None = None) -> Lines:
    """Say the colour and the answer of the day that was told of; then today's, and what changed in it.

    The colour is the one that the run has by what is known today, where today's answer still knows it.
    """
    today = review.review_now(opened.runner, opened.now)
    of_day = spoken_of or logged.decision.plan.on
    known = (of_day_lines(one, of=opened.today, on=of_day) for one in (today, logged.decision))
    colours = next(filter(None, known), ())
    return (
        *(colours if logged.kind == "pain" else ()),
        *past_lines(logged.decision, of=opened.today),
        *_changed(logged, _("What changed on that day")),
        *section(sentence("past.today"), text.answer_lines(today, settings=opened.settings)[1:]),
        *changed_lines(before, opened),
    )


def changed_lines(before: Decision | None, opened: Opened) -> Lines:
    """Say what is different in today's answer since the one before; nothing where a stop says it all."""
    if before is None:
        return ()
    today = review.review_now(opened.runner, opened.now)
    found = review.changed_since(before, opened.runner, opened.now)
    if found.is_none or today.plan.urgency.stops_running:
        return ()
    return section(_("What changed"), *difference_lines(found))


def _say_done(done: Done) -> str:
    """Say what became of the entry, and what undoing that takes."""
    match done:
        case Done.KEPT:
            return _("Kept. To take it back: kneewise log undo %(id)s")
        case Done.SAID_ALREADY:
            return _("That was said already; nothing changed.")
        case Done.CHANGED:
            return _("Changed. To have it as it was before: kneewise log undo %(id)s")
        case Done.RESTORED:
            return _(
                "The change is undone: the entry says again what it said before. "
                "One step further back: kneewise log undo %(id)s"
            )
        case Done.TAKEN_BACK:
            return _("Taken back: it counts no more. To put it back: kneewise log undo %(id)s")
        case Done.PUT_BACK:
            return _("Put back: it counts again. To take it back: kneewise log undo %(id)s")


def _changed(logged: Logged, heading: str) -> Lines:
    """Say what the entry did to the plan; nothing where a stop says it all."""
    found = logged.difference
    if found is not None and done_today(logged.decision):
        # The day's run was not taken out of the plan: it was made.
        left = (moved for moved in found.sessions if moved.after.on != logged.decision.plan.on)
        found = replace(found, sessions=tuple(left))
    if found is None or found.is_none or logged.decision.plan.urgency.stops_running:
        return ()
    return section(heading, *difference_lines(found))


def show_diary(said: Sequence[Line], *, miles: bool, as_json: bool) -> None:
    """List entries."""
    if as_json:
        show_json(diary_json((one.record_id, one) for one in said))
        return
    if not said:
        show(wrapped(_("Nothing is logged yet: kneewise log pain")))
        return
    head = f"{_('ID'):<{ID_SHOWN}}  {_('Day'):<10}  {_('Said')}"
    show((Text(text=head, tone=Tone.HEADING), *(line for one in said for line in _entry(one, miles=miles))))


def _entry(line: Line, *, miles: bool) -> Lines:
    beside = f"{line.record_id[:ID_SHOWN]}  {line.on.isoformat()}  "
    return wrapped(say_entry(line.kind, line.payload, miles=miles), first=beside)
