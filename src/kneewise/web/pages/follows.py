"""What moves on and what steps back, colour by colour, and how long the way may take."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.app.numbers import HouseNumbers
from kneewise.model.evidence import Number
from kneewise.model.findings import Colour, Profile
from kneewise.model.plan import Decision, Phase, Plan
from kneewise.present.reasons import source_title
from kneewise.present.words import sentence
from kneewise.web.pages.parts import ColourShown, GradeShown, show_grade

ON_THE_WAY = frozenset({Phase.CALM, Phase.WALK_RUN, Phase.BUILD})
EXPECTED = "goal.expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Runs of a colour, and what the plan does after them."""

    runs: ColourShown
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is known of how long it takes others."""

    said: str
    source: str
    grade: GradeShown


def show_follows(plan: Plan, house: HouseNumbers) -> tuple[Follow, ...]:
    """Say what each colour leads to in this phase; nothing where the plan is not on its way."""
    if not _is_on_the_way(plan):
        return ()
    on_ladder = plan.phase is Phase.WALK_RUN
    again = _("the same rung again") if on_ladder else _("the same again")
    waits = {"again": again, "days": f"{house.engine.rest_days_after_bad.value:g}"}
    reds = {"days": f"{house.engine.red_window_days.value:g}"}
    pause = {"days": f"{house.engine.red_pause_days.value:g}"}
    ambers = {"runs": f"{house.engine.amber_row.value:g}"}
    return (
        _out_of_calm(house) if plan.phase is Phase.CALM else _greens(house, on_ladder=on_ladder),
        _follow(Colour.UNKNOWN, _("Unknown"), again),
        _follow(Colour.AMBER, _("Amber"), _("%(days)s days without running, then %(again)s") % waits),
        _follow(Colour.AMBER, _("%(runs)s ambers in a row") % ambers, _back(Colour.AMBER, plan, house)),
        _follow(
            Colour.RED,
            _("Red"),
            _("%(days)s days without running, then %(back)s")
            % {**waits, "back": _back(Colour.RED, plan, house)},
        ),
        _follow(Colour.RED, _("2 reds in %(days)s days") % reds, _("no running for %(days)s days") % pause),
    )


def show_expected(decision: Decision, number: Number) -> Expected | None:
    """Say how long kneecaps took, which tells nothing of a tendon, where the goal does not say so already."""
    plan = decision.plan
    if decision.found.pain.profile is Profile.TENDON:
        return None
    of_goal = () if plan.goal is None else plan.goal.because
    if not _is_on_the_way(plan) or any(reason.rule == EXPECTED for reason in of_goal):
        return None
    source = "; ".join(source_title(key) for key in number.sources)
    return Expected(said=sentence(EXPECTED), source=source, grade=show_grade(number.grade))


def _is_on_the_way(plan: Plan) -> bool:
    return plan.phase in ON_THE_WAY and not plan.ask and not plan.urgency.stops_running


def _follow(colour: Colour, word: str, then: str) -> Follow:
    return Follow(runs=ColourShown(id=colour.value, word=word), then=then)


def _greens(house: HouseNumbers, *, on_ladder: bool) -> Follow:
    greens = _("%(runs)s greens") % {"runs": f"{house.engine.greens_to_move.value:g}"}
    return _follow(Colour.GREEN, greens, _("one rung up") if on_ladder else _("the next step"))


def _out_of_calm(house: HouseNumbers) -> Follow:
    calm = _("%(days)s logged days in a row") % {"days": f"{house.engine.calm_coloured_days.value:g}"}
    then = _(
        "without amber or red: out of Calm, from day %(day)s, once a brisk walk, stairs, hops, squats and a "
        "run stayed green"
    )
    return _follow(Colour.GREEN, calm, then % {"day": f"{house.engine.calm_least_days.value:g}"})


def _back(colour: Colour, plan: Plan, house: HouseNumbers) -> str:
    """Say how far runs of a colour lead back: rungs on the ladder, minutes elsewhere."""
    is_red = colour is Colour.RED
    if plan.phase is Phase.WALK_RUN:
        rungs = int((house.engine.red_back_rungs if is_red else house.engine.amber_back_rungs).value)
        return ngettext("%(rungs)s rung down", "%(rungs)s rungs down", rungs) % {"rungs": rungs}
    percent = {
        "percent": f"{(house.engine.red_back_percent if is_red else house.engine.amber_back_percent).value:g}"
    }
    hard = {"hard": f"{house.engine.red_back_hard_percent.value:g}"}
    if is_red:
        return _("%(percent)s %% shorter, %(hard)s %% after a limp") % (percent | hard)
    return _("%(percent)s %% shorter") % percent
