"""What a runner told that whoever looks at the knee would ask: when it hurts, and what was done."""

from kneewise.model.findings import PainFinding
from kneewise.present.words import sentence

HURTS = "hurts_"


def say_told(pain: PainFinding) -> str:
    """Say it in a sentence or two; nothing where nothing of it was told."""
    when = [sentence(f"tell.{key}") for key in pain.to_tell if key.startswith(HURTS)]
    others = [sentence(f"tell.{key}") for key in pain.to_tell if not key.startswith(HURTS)]
    hurts = [sentence("tell.hurts", when=", ".join(when))] if when else []
    return " ".join((*hurts, *others))
