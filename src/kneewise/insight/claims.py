"""Which of many questions may be called answered, when so many were asked at once."""

from collections.abc import Sequence


def claim(p_values: Sequence[float], *, false_rate: float) -> tuple[bool, ...]:
    """Choose by the step-up rule of Benjamini and Hochberg.

    Args:
        p_values: One a question.
        false_rate: The share of what is chosen that may be wrong in the long run, such as 0.1.
    """
    ordered = sorted(p_values)
    passed = [p for rank, p in enumerate(ordered, start=1) if p <= false_rate * rank / len(ordered)]
    limit = max(passed, default=-1.0)
    return tuple(p <= limit for p in p_values)
