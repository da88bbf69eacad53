"""What pain went with, by the own diary."""

from typing import TYPE_CHECKING

from kneewise.cli.open import Opened, decide, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json

if TYPE_CHECKING:
    from kneewise.model.plan import Decision


def insights(on: OnDate = None, as_json: AsJson = False) -> None:
    """Ask your diary what pain went with; a stop that is in force is told first."""
    from kneewise.app.insights import insights as use
    from kneewise.present.insights import insights_json
    from kneewise.present.insights_text import insights_lines

    opened = open_home()
    decision = decide(opened, on)
    found = use(opened.runner, decision.plan.on)
    if as_json:
        show_json(insights_json(found, decision.plan))
    elif decision.plan.urgency.stops_running:
        _show_stop(opened, decision)
    else:
        show(insights_lines(found))


def _show_stop(opened: Opened, decision: "Decision") -> None:
    """Show what `today` shows; the questions wait."""
    from kneewise.present import text
    from kneewise.present.page import Line, wrapped
    from kneewise.present.words import sentence

    stop = text.today_lines(decision, settings=opened.settings, today=opened.today)
    show((*stop, Line(text=""), *wrapped(sentence("insight.stopped"))))
