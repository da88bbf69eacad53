"""What became of a run that was to be moved."""

from kneewise.app.move import MovedRun
from kneewise.cli.open import Opened
from kneewise.present.diary import ID_SHOWN
from kneewise.present.difference import difference_lines
from kneewise.present.json import Json
from kneewise.present.kept import kept_move_json
from kneewise.present.moves import move_sentence
from kneewise.present.page import Lines, Tone, section, wrapped
from kneewise.present.week import week_lines
from kneewise.present.words import gettext as _


def moved_lines(found: MovedRun, opened: Opened) -> Lines:
    """Say what became of it, how to undo that, what it changes, and the week."""
    said = wrapped(move_sentence(found.answer), tone=Tone.TITLE)
    if not found.answer.done:
        return said
    undo = wrapped(_("To have it back: kneewise log undo %(id)s") % {"id": found.record_id[:ID_SHOWN]})
    changed = section(_("What changed"), *difference_lines(found.difference))
    week = week_lines(found.decision, settings=opened.settings, today=opened.today)
    return (*said, *undo, *changed, *section("", week))


def moved_json(found: MovedRun) -> Json:
    """Say the same for a program."""
    return kept_move_json(found.record_id, found.answer, found.decision, found.difference)
