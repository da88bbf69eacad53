"""What each pair of shoes has run."""

from kneewise.cli.open import decide, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json


def shoes(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show what each pair of shoes has run, whose turn it is, and what is known of shoes."""
    from kneewise.app.review import look
    from kneewise.app.shoes import pairs_of
    from kneewise.present.shoes import shoes_json
    from kneewise.present.shoes_text import shoes_lines

    opened = open_home()
    decision = decide(opened, on)
    seen = look(opened.runner, decision.plan.on)
    found = pairs_of(decision, seen)
    if as_json:
        show_json(shoes_json(decision, seen, found))
    else:
        show(shoes_lines(decision, seen, found, miles=opened.settings.miles))
