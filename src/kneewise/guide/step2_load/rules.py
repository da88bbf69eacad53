"""Step 2: reduce the load by how irritable the knee is, from what is usual for this runner."""

from collections.abc import Iterable

from kneewise.guide.step2_load.numbers import Numbers
from kneewise.guide.step2_load.swaps import Swap, swap_for
from kneewise.model.answers import UNKNOWN, Answer, score_of
from kneewise.model.evidence import Number, Reason, because, because_row
from kneewise.model.findings import Assessment, LoadFinding
from kneewise.model.observations import Baseline, Irritability, Observations
from kneewise.model.places import Side
from kneewise.model.plan import Advice

ROOM = "step2_load"


def assess(seen: Observations, numbers: Numbers) -> LoadFinding:
    """Find the cut, and what is left of the usual run and week."""
    cut = cut_for(seen.irritability, numbers)
    share = 1 - cut.value / 100
    usual = seen.baseline
    swap = swap_for(seen, usual, share, numbers)
    swaps = 0 if swap is None else swap.runs
    walking = walking_only(seen, numbers)
    run_min = None if usual is None else usual.run_min * (1 if swaps else share)
    return LoadFinding(
        limp_told=_limp_told(seen),
        limp_in_diary=_limp_in_diary(seen),
        irritability=seen.irritability,
        cut_percent=cut.value,
        walking_only=walking,
        run_min=run_min,
        week_min=None if usual is None else usual.week_min * share,
        swap_runs=swaps,
        swap_min=None if swap is None else swap.minutes,
        because=_reasons(seen, cut, numbers, walking=walking, swap=swap),
    )


def cut_for(irritability: Irritability, numbers: Numbers) -> Number:
    """Choose the cut for an irritability."""
    match irritability:
        case Irritability.MILD:
            return numbers.cut_mild_percent
        case Irritability.MODERATE:
            return numbers.cut_moderate_percent
        case Irritability.HIGH:
            return numbers.cut_high_percent


def _reasons(
    seen: Observations, cut: Number, numbers: Numbers, *, walking: bool, swap: Swap | None
) -> tuple[Reason, ...]:
    found = [because(f"{ROOM}.cut_{seen.irritability.value}", cut, seen=seen.irritability.value)]
    if seen.baseline is not None and not walking and swap is None:
        found.append(_from_usual(seen.baseline, cut))
    low, high = numbers.guide_cut_percent.values
    guide = numbers.guide_cut_percent
    found.append(because_row(f"{ROOM}.guide_cut", guide, low_percent=low, high_percent=high))
    if walking:
        found.append(because(f"{ROOM}.walking_only", numbers.walk_before_from_0_10, limp=limps(seen)))
    if swap is not None:
        least, most = numbers.swap_runs.values
        row = because_row(f"{ROOM}.swaps", numbers.swap_runs, seen=swap.runs, low_runs=least, high_runs=most)
        found.extend((row, *swap.because))
    return tuple(found)


def _from_usual(usual: Baseline, cut: Number) -> Reason:
    """Say from which run the cut was taken, and what that leaves."""
    left_min = int(usual.run_min * (1 - cut.value / 100))
    told = f"{ROOM}.from_measured" if usual.measured else f"{ROOM}.from_told"
    return because(told, cut, usual_min=round(usual.run_min), left_min=left_min)


def walking_only(seen: Observations, numbers: Numbers) -> bool:
    """Whether a limp, or pain before the run, leaves walking only."""
    if limps(seen):
        return True
    return any(
        _before_last(side, seen) >= numbers.walk_before_from_0_10.value for side in seen.sore_sides or Side
    )


def _before_last(side: Side, seen: Observations) -> int:
    """Give the score before a run that was known last of a knee, by the diary or a form; none counts as 0.

    It holds until the next: a morning, a run without one, and "not known" take nothing back.
    """
    told = [
        (entry.before.at, entry.before.value)
        for entry in seen.entries
        if entry.side is side and entry.before is not None and entry.before.value is not None
    ]
    answers = ((given.at, score_of(given.answers.get("pain_before_last_run"))) for given in seen.answer_sets)
    told += [(at, said) for at, said in answers if said is not None]
    return max(told, default=(None, 0))[1]


def limps(seen: Observations) -> bool:
    """Whether the runner limps by the latest word, of a screening or of the diary of either knee."""
    return _limp_told(seen) or _limp_in_diary(seen)


def _limp_told(seen: Observations) -> bool:
    """Whether the runner limps by the latest word that speaks of no run."""
    return _limps([told.answers.get("limp") for told in seen.answer_sets])


def _limp_in_diary(seen: Observations) -> bool:
    """Whether a knee limps by the latest word of its own diary."""
    return any(_limps([entry.limp for entry in seen.entries if entry.side is side]) for side in Side)


def _limps(said: Iterable[Answer | None]) -> bool:
    """Whether there is a limp by the latest word; it is not gone before that is said.

    Not known the second time running is a limp, as with every sign.
    """
    told = [answer for answer in said if answer is not None]
    known = [answer for answer in told if answer is not UNKNOWN]
    return known[-1:] == [True] or told[-2:] == [UNKNOWN, UNKNOWN]


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Say how much less, for how long, and what may take a run's place."""
    if not found.safety.may_run:
        return ()
    advice = [_less(found, numbers)]
    if not found.load.swap_runs:
        shorter = because(f"{ROOM}.shorter_runs", numbers.more_runs)
        advice.append(Advice(room=ROOM, action="load.more_shorter_runs", because=(shorter,)))
    elif not found.load.walking_only:
        # Fewer and longer runs are what was chosen.
        amounts = {"runs": found.load.swap_runs, "each_min": round(found.load.swap_min or 0.0)}
        advice.append(Advice(room=ROOM, action="load.swap", amounts=amounts, because=found.load.because))
    return tuple(advice)


def _less(found: Assessment, numbers: Numbers) -> Advice:
    load = found.load
    if load.walking_only:
        return Advice(room=ROOM, action="load.walk", because=load.because)
    if load.run_min is not None and not load.run_min:
        return Advice(room=ROOM, action="load.walk_calm", because=load.because)
    low_days, high_days = numbers.guide_days.values
    amounts = {
        "cut_percent": load.cut_percent,
        "run_min": None if load.run_min is None else int(load.run_min),
        "week_min": None if load.week_min is None else int(load.week_min),
        "low_days": low_days,
        "high_days": high_days,
    }
    known = load.run_min is not None
    action = "load.cut" if known else "load.cut_unknown_base"
    steered = because(f"{ROOM}.education", numbers.main_trial_runners)
    return Advice(room=ROOM, action=action, amounts=amounts, because=(*load.because, steered))
