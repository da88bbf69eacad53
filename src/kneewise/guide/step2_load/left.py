"""What a later day of Calm leaves of the usual running, where it went deeper or something was cut."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kneewise.guide.step2_load.numbers import Numbers
from kneewise.model.evidence import Reason, because
from kneewise.model.findings import LoadFinding

ROOM = "step2_load"
TINY = 1e-9
"""Against shares that miss a whole minute by a rounding."""
FROM_USUAL = frozenset({f"{ROOM}.from_measured", f"{ROOM}.from_told"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """How much that is, by every cap of the plan.

    Attributes:
        cut_percent: Off the usual running by now.
        run_min: 0 where it is too short to be run.
    """

    cut_percent: float
    run_min: float
    week_min: float


def hold_to(began: LoadFinding, deeper: LoadFinding, left: Left, numbers: Numbers) -> LoadFinding:
    """Say what is left by now.

    Args:
        began: By how irritable the knee was when its Calm began.
        deeper: By the level that Calm has come to.
        left: What the plan goes by.
        numbers: Of this room.
    """
    return replace(
        deeper,
        irritability=began.irritability,
        cut_percent=left.cut_percent,
        run_min=left.run_min,
        week_min=left.week_min,
        because=tuple(_reasons(began, deeper, left, numbers)),
    )


def _reasons(began: LoadFinding, deeper: LoadFinding, left: Left, numbers: Numbers) -> Iterator[Reason]:
    first = began.because[0]
    yield first if left.cut_percent == began.cut_percent else replace(first, rule=f"{first.rule}_at_first")
    if not left.run_min:
        yield because(f"{ROOM}.no_run_left", numbers.cut_high_percent)
    else:
        yield from _what_came_since(began, deeper, left, numbers)
    for reason in deeper.because[1:]:
        if reason.rule not in FROM_USUAL:
            yield reason
        elif left.run_min:
            yield replace(reason, facts={**(reason.facts or {}), "left_min": _after_the_cut(deeper, left)})


def _what_came_since(
    began: LoadFinding, deeper: LoadFinding, left: Left, numbers: Numbers
) -> Iterator[Reason]:
    """Name what made the cut larger; the figure is no rule's, so that none is shown beside it."""
    if deeper.cut_percent != began.cut_percent:
        yield _grown("cut_deeper", deeper.cut_percent, numbers)
    if left.cut_percent != deeper.cut_percent:
        yield _grown("cut_by_now", left.cut_percent, numbers)


def _grown(rule: str, cut_percent: float, numbers: Numbers) -> Reason:
    ours = numbers.cut_high_percent
    return Reason(
        rule=f"{ROOM}.{rule}",
        grade=ours.grade,
        sources=ours.sources,
        reviewed_by=ours.reviewed_by,
        facts={"cut_percent": cut_percent},
    )


def _after_the_cut(deeper: LoadFinding, left: Left) -> int:
    """Give the minutes that the cut leaves; where another cap is lower, that is told beside it."""
    kept = (100 - left.cut_percent) / (100 - deeper.cut_percent)
    return int((deeper.run_min or 0) * kept + TINY)
