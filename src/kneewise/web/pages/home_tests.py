"""Home tests: what has to go well before Calm ends, how each is tried, and a form for them together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.numbers import house_numbers
from kneewise.model.diary import TestKind
from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.plan import Decision, HomeTest, HomeTestState, Plan
from kneewise.present.home_tests import how_it_stands, name_home_test
from kneewise.web.pages.fields import Asking, Field, Sent
from kneewise.web.pages.parts import ColourShown, say_side

TRIED: Final[Mapping[TestKind, str]] = {
    TestKind.STAIRS: "",
    TestKind.HOPS: "count",
    TestKind.SQUATS: "count",
    TestKind.BRISK_WALK: "duration_min",
}
"""What is counted in each test of the form beside the pain."""
AFTER_A_WALK: Final = ("after_60min", "limp", "painkiller")
"""What colours a walk beside the pain in it, and the next morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How one test stands."""

    name: str
    note: str
    state: ColourShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One test of the form: its name, how it is tried, its fields, and those that may follow later.

    It stands open where something in it came back.
    """

    name: str
    how: str
    fields: tuple[Field, ...]
    later: tuple[Field, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTestsPage:
    """The whole page; ``stands`` is empty outside Calm."""

    lead: str
    stands: tuple[Stand, ...]
    about: tuple[Field, ...]
    tried: tuple[Tried, ...]
    kept: str
    problem: str


def show_home_tests(decision: Decision, sent: Sent, *, saved: str) -> HomeTestsPage:
    """Set out how the tests stand and the form, for the sore knee where there is one."""
    plan = decision.plan
    sides = {one.side.value for one in plan.home_tests}
    kept = {"on": (str(plan.on),), "side": tuple(sides) if len(sides) == 1 else ()}
    ask = Asking(form="tests", sent=sent, kept=kept)
    return HomeTestsPage(
        lead=_lead(plan),
        stands=show_stands(plan),
        about=(
            ask.one("side", _("Which knee?"), {side.value: say_side(side) for side in Side}),
            ask.day("on", _("On which day?"), latest=str(plan.on)),
        ),
        tried=tuple(_tried(ask, sent, decision)),
        kept=_("Kept. What is below goes by it.") if saved else "",
        problem=ask.problem,
    )


def show_stands(plan: Plan) -> tuple[Stand, ...]:
    """Say how each test of each knee in Calm stands."""
    return tuple(
        Stand(name=name_home_test(one, plan), note=how_it_stands(one), state=_state(one))
        for one in plan.home_tests
    )


def say_how_many(plan: Plan) -> str:
    """Say how many of them went well, while any has not."""
    every, passed = len(plan.home_tests), sum(one.passed for one in plan.home_tests)
    if passed == every:
        return ""
    said = _("Stairs, hops, squats: %(passed)s of %(every)s went well")
    return said % {"passed": passed, "every": every}


def _state(test: HomeTest) -> ColourShown:
    if test.passed:
        return ColourShown(id=Colour.GREEN.value, word=_("went well"))
    if test.state is HomeTestState.OPEN:
        return ColourShown(id=Colour.UNKNOWN.value, word=_("not told yet"))
    if test.state in {HomeTestState.NOT_KNOWN, HomeTestState.AGAIN}:
        return ColourShown(id=Colour.UNKNOWN.value, word=_("try again"))
    return ColourShown(id=Colour.AMBER.value, word=_("not yet"))


def _lead(plan: Plan) -> str:
    if plan.urgency.stops_running:
        return _("Running is off, and so are these tests. What you tried before is kept all the same.")
    if not plan.home_tests:
        return _("The plan asks for none of these now. What you try is kept all the same.")
    if all(one.passed for one in plan.home_tests):
        return _("They all went well. What else Calm waits for stands in the plan.")
    return _("Calm waits for each of them, beside good days. Try them on a good day, not all at once.")


def _tried(ask: Asking, sent: Sent, decision: Decision) -> Iterator[Tried]:
    plan = decision.plan
    is_off = plan.urgency.stops_running or decision.found.safety.on_hold
    # The form is of either knee: where their lines of pain differ, the lower one stops.
    limit = min([one.pain_0_10 for one in plan.home_tests] or [decision.found.pain.green_pain_0_10])
    walk_min = house_numbers().engine.walk_min.value
    names = {
        TestKind.STAIRS: _("Stairs"),
        TestKind.HOPS: _("Hops on one leg"),
        TestKind.SQUATS: _("Squats on one leg"),
        TestKind.BRISK_WALK: _("A brisk walk"),
    }
    how = {
        TestKind.STAIRS: _("Up and down, as you usually take them."),
        TestKind.HOPS: _("On that leg, one after the other. Stop once it hurts more than %(limit)s of 10.")
        % {"limit": limit},
        TestKind.SQUATS: _(
            "On that leg, slowly, as deep as you would sit down. The other leg is the measure: try it "
            "first, and keep it as well."
        ),
        TestKind.BRISK_WALK: _("%(minutes)s minutes without a break, faster than a stroll.")
        % {"minutes": f"{walk_min:g}"},
    }
    for kind, part in TRIED.items():
        counted = (ask.number(f"{kind.value}_{part}", _counted(part)),) if part else ()
        pain = ask.score(f"{kind.value}_pain_0_10", _("Worst pain in it"), {})
        later = tuple(_after_a_walk(ask)) if kind is TestKind.BRISK_WALK else ()
        yield Tried(
            name=names[kind],
            how="" if is_off else how[kind],
            fields=(*counted, pain),
            later=later,
            is_open=any(any(said) for name, said in sent.typed.items() if name.startswith(kind.value)),
        )


def _after_a_walk(ask: Asking) -> Iterator[Field]:
    """Ask what gives a walk its colour; it may be told later, without the walk once more."""
    walk, answers = TestKind.BRISK_WALK.value, {"no": _("No"), "yes": _("Yes"), "unknown": _("Not sure")}
    yield ask.score(f"{walk}_after_60min", _("An hour after"), {})
    yield ask.one(f"{walk}_limp", _("Did you limp?"), answers)
    yield ask.one(f"{walk}_painkiller", _("A painkiller in the 24 hours before?"), answers)


def _counted(part: str) -> str:
    return _("How many?") if part == "count" else _("How many minutes?")
