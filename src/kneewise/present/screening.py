"""What the screening found, as a page."""

from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.present.page import Lines, Tone, section, wrapped
from kneewise.present.text import answer_lines, ask_lines, safety_lines
from kneewise.present.week import pattern_lines
from kneewise.present.words import sentence


def screening_lines(decision: Decision, *, settings: Settings, stored: bool) -> Lines:
    """Lay out what the answers lead to: the day's answer, what is still to be asked, and the patterns."""
    return (
        *wrapped(sentence("screen.stored" if stored else "screen.dry_run"), tone=Tone.QUIET),
        *answer_lines(decision, settings=settings),
        *ask_lines(decision.plan),
        *section(sentence("head.patterns"), pattern_lines(decision)),
        *safety_lines(decision),
    )
