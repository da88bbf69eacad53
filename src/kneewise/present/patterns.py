"""The patterns of step 1: which fits best, or why none is put first, and what speaks for and against each."""

from collections.abc import Iterator

from kneewise.model.findings import PainFinding, PatternFit
from kneewise.present.words import sentence


def say_first(pain: PainFinding) -> str:
    """Name the pattern that fits best, or say why none is."""
    if pain.first:
        return sentence("fit.first", pattern=sentence(f"pattern.{pain.first}"))
    return say_unclear(pain)


def say_unclear(pain: PainFinding) -> str:
    """Say why no pattern is put first: none stands out, or a bone comes before the one that does."""
    of_bone = any((reason.facts or {}).get("bone") is True for reason in pain.because)
    return sentence("fit.bone" if of_bone else "fit.unclear")


def say_features(pattern: PatternFit) -> Iterator[str]:
    """Say what speaks for a pattern and against it; of each whether its figure was published."""
    for key, features in (("fit.for", pattern.speaks_for), ("fit.against", pattern.speaks_against)):
        for known in ("published", "estimate"):
            told = [one for one in features if (one in pattern.published) is (known == "published")]
            if told:
                words = ", ".join(sentence(f"feature.{one}") for one in told)
                yield sentence(f"{key}.{known}", features=words)
