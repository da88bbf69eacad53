"""A sign as a list names it."""

from kneewise.present.words import has_sentence, sentence


def say_sign(key: str) -> str:
    """Name a sign in short; where it has no short name, by its question."""
    short = f"sign.{key}"
    said = sentence(short) if has_sentence(short) else sentence(f"question.{key}")
    return said[:1].upper() + said[1:]
