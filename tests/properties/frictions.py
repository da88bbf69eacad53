"""Where laws 2 and 3 meet the letter of the rules: the known ways, each as narrow as it can be told.

They are written down in `docs/engine-choices.md`; a law that finds another way has found a fault.
"""

from itertools import pairwise

from kneewise.model.plan import Change, ChangeKind, Phase, Plan, SessionKind
from tests.engine.made import Runner

ORDER = (Phase.TRIAGE, Phase.CALM, Phase.WALK_RUN, Phase.BUILD, Phase.MAINTAIN)
WALKS = 3
"""The depth of Calm at which it is walking only."""

Days = list[tuple[Plan, Plan]]
"""The milder and the sorer plan of every day."""


def is_known(milder: Runner, sorer: Runner, day: int) -> bool:
    """Whether one of the ways lies between two histories that differ in one score of one run."""
    days = days_of(milder, sorer, day)
    return (
        usual_morning_moved(milder, sorer, day)
        or took_its_turn(days)
        or calm_lasted_longer(days, milder)
        or walks_only_after_a_cut(days)
        or stepped_back_earlier(days)
        or fell_from_further(days)
        or fits_the_days_better(*days[-1])
        or swaps_no_more(*days[-1])
    )


def is_known_of_unknown(sure: Runner, unsure: Runner, day: int) -> bool:
    """Whether one of the ways lies between two histories of which one does not know an answer."""
    days = days_of(sure, unsure, day)
    return (
        calm_lasted_longer(days, sure)
        or took_its_turn(days)
        or fell_from_further(days)
        or has_fewer_days(*days[-1])
        or swaps_no_more(*days[-1])
    )


def days_of(milder: Runner, sorer: Runner, day: int) -> Days:
    """Decide every day up to one for both."""
    return [(milder.decided(each).plan, sorer.decided(each).plan) for each in range(day + 1)]


def usual_morning_moved(milder: Runner, sorer: Runner, day: int) -> bool:
    """A sorer morning is one of the seven that make the usual morning of the days after it (rules 1)."""
    usual = [[entry.usual_morning for entry in one.seen(day).entries] for one in (milder, sorer)]
    return usual[0] != usual[1]


def took_its_turn(days: Days) -> bool:
    """Something beside the running began for the milder alone, so a running day waits (rules 1)."""
    return any(begun_beside(milder) - begun_beside(sorer) for milder, sorer in days)


def begun_beside(plan: Plan) -> set[Change]:
    return {change for change in plan.changes if change.kind in {ChangeKind.CADENCE, ChangeKind.EXERCISE}}


def calm_lasted_longer(days: Days, runner: Runner) -> bool:
    """Calm ends at its longest green run, and an amber leaves room for a longer one (rules 5)."""
    only_sorer = [
        each
        for each, (milder, sorer) in enumerate(days)
        if sorer.phase is Phase.CALM and milder.phase is not Phase.CALM
    ]
    ran = {(one.on - runner.start).days for one in runner.activities if one.is_run}
    return any({each, each - 1} & ran for each in only_sorer)


def walks_only_after_a_cut(days: Days) -> bool:
    """A cut leaves Calm too short to run, and a Calm of walks has another way out (rules 5)."""
    return any(is_calm_of_walks(sorer) and not is_calm_of_walks(milder) for milder, sorer in days)


def is_calm_of_walks(plan: Plan) -> bool:
    return plan.phase is Phase.CALM and plan.stage == WALKS


def stepped_back_earlier(days: Days) -> bool:
    """Two ambers step back once, then count anew: whoever stepped back first may meet the next one singly.

    So the sorer stepped back on a day on which the milder did not, and later the milder on one of its own.
    """
    back = [(falls(before[0], now[0]), falls(before[1], now[1])) for before, now in pairwise(days)]
    first = next((each for each, (milder, sorer) in enumerate(back) if sorer and not milder), len(back))
    return any(milder and not sorer for milder, sorer in back[first + 1 :])


def fell_from_further(days: Days) -> bool:
    """What goes wrong costs a share of the length in Build, rungs on the ladder, and less in Calm (rules 4).

    So the milder stood further, fell on a day, and then the sorer stands further, or may run more of a week.
    """
    return any(
        is_further(*before)
        and falls(before[0], now[0])
        and (is_further(*now[::-1]) or has_more_of_a_week(*now[::-1]))
        for before, now in pairwise(days)
    )


def has_more_of_a_week(sorer: Plan, milder: Plan) -> bool:
    """The cap of a week goes on from the runs of where one stood, and so may be lower with longer runs."""
    return sorer.phase is milder.phase and (sorer.caps.week_min or 0) > (milder.caps.week_min or 0)


def is_further(milder: Plan, sorer: Plan) -> bool:
    phases = ORDER.index(milder.phase), ORDER.index(sorer.phase)
    longer = (milder.caps.run_min or 0) > (sorer.caps.run_min or 0)
    return phases[0] > phases[1] or (phases[0] == phases[1] and longer)


def falls(before: Plan, now: Plan) -> bool:
    phases = ORDER.index(before.phase), ORDER.index(now.phase)
    shorter = (now.caps.run_min or 0) < (before.caps.run_min or 0)
    return phases[1] < phases[0] or (phases[1] == phases[0] and shorter)


def fits_the_days_better(milder: Plan, sorer: Plan) -> bool:
    """Shorter runs may fit a week better: every cap is as low or lower, and the days leave room for more."""
    same = (milder.phase, milder.stage) == (sorer.phase, sorer.stage)
    return same and caps_no_more(milder, sorer)


def caps_no_more(milder: Plan, sorer: Plan) -> bool:
    caps = [
        (plan.caps.run_min or 0.0, plan.caps.week_min if plan.caps.week_min is not None else float("inf"))
        for plan in (milder, sorer)
    ]
    return all(low <= high for high, low in zip(*caps, strict=True))


def swaps_no_more(milder: Plan, sorer: Plan) -> bool:
    """In Calm runs are swapped for bike or pool instead of shortened, but not by the sorest knee (rules 5).

    So it has more runs, each of them shorter, and every cap is as low or lower.
    """
    calm = milder.phase is sorer.phase is Phase.CALM
    fewer = swaps_of(sorer) < swaps_of(milder) and runs_of(milder) < runs_of(sorer)
    return calm and fewer and caps_no_more(milder, sorer)


def swaps_of(plan: Plan) -> int:
    return sum(session.kind in {SessionKind.BIKE, SessionKind.POOL} for session in plan.sessions)


def has_fewer_days(sure: Plan, unsure: Plan) -> bool:
    """A run may be as long as the others of its week together where there are several (rules 5, cap 2).

    So a running day fewer, or one that comes later, may leave a single other run, which binds nothing.
    """
    fewer = runs_of(unsure) < runs_of(sure)
    return fits_the_days_better(sure, unsure) and (fewer or run_later(sure, unsure))


def run_later(sure: Plan, unsure: Plan) -> bool:
    """As many runs, none of them earlier and one later."""
    days = [[one.on for one in plan.sessions if one.kind is SessionKind.RUN] for plan in (sure, unsure)]
    same = len(days[0]) == len(days[1])
    return same and days[0] != days[1] and all(one <= other for one, other in zip(*days, strict=True))


def runs_of(plan: Plan) -> int:
    return sum(session.kind is SessionKind.RUN for session in plan.sessions)
