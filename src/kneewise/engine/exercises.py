"""The programme of exercises as the days go by: coloured like runs, steering the exercises alone."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from kneewise.engine.colours import BAD, colour_exercise
from kneewise.engine.frame import Frame
from kneewise.engine.past import Past
from kneewise.guide import step4_strength
from kneewise.model.exercise import Sides
from kneewise.model.findings import ExerciseColour, Profile, Standing
from kneewise.model.observations import ExerciseEntry
from kneewise.model.places import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where every chain stands by a day, which exercises were done by then, and the heaviest load of each."""

    standings: tuple[Standing, ...]
    known: AbstractSet[str]
    heaviest_kg: Mapping[str, float]


class Programme:
    """Where every chain stands so far; it lives for one fold.

    Attributes:
        standings: One a chain.
        sessions: Every session of the plan's days with its colour, also of drills.
    """

    def __init__(self, frame: Frame, past: Past, start: date, stand: Stand | None = None) -> None:
        self._frame = frame
        self._past = past
        done = frame.seen.exercises
        self.sessions = tuple(self._coloured(one) for one in done if one.on >= start)
        self._by_day: dict[date, list[ExerciseColour]] = {}
        for session in self.sessions:
            self._by_day.setdefault(session.done.on, []).append(session)
        self._terms_of: dict[Profile, step4_strength.Terms] = {}
        stand = stand or self._begun(start, [one for one in done if one.on < start])
        self._known, self._heaviest_kg = set(stand.known), dict(stand.heaviest_kg)
        self.standings = stand.standings

    def _begun(self, start: date, before: Sequence[ExerciseEntry]) -> Stand:
        """Begin the programme beside what was done before it."""
        return Stand(
            standings=step4_strength.begin(start, self._terms(start)),
            known={one.exercise for one in before},
            heaviest_kg=_heaviest(before),
        )

    def by_now(self) -> Stand:
        """Give where the chains stand by now, for a fold that goes on from here."""
        return Stand(
            standings=self.standings, known=frozenset(self._known), heaviest_kg=dict(self._heaviest_kg)
        )

    def _coloured(self, done: ExerciseEntry) -> ExerciseColour:
        since = self._frame.seen.sore_since
        sore = tuple(side for side in since if since[side] <= done.on) or tuple(Side)
        exercise = self._frame.strength.table.by_id.get(done.exercise)
        by_leg = exercise is not None and exercise.sides is Sides.EACH
        greens = {side: self._past.green(done.on, side) for side in Side}
        colour = colour_exercise(done, sore, greens, self._frame.numbers)
        return replace(colour, covers=not by_leg or set(sore) <= set(done.legs))

    def _terms(self, on: date) -> step4_strength.Terms:
        """Give what exercises are judged by on a day: of the days only the profile makes a difference."""
        profile = self._past.profile(on)
        if profile not in self._terms_of:
            self._terms_of[profile] = step4_strength.Terms(
                profile=profile,
                settings=self._frame.seen.settings,
                numbers=self._frame.strength,
                unknown_row=self._frame.numbers.unknown_row.value,
                neutral_row=self._frame.numbers.neutral_row.value,
            )
        return self._terms_of[profile]

    def take_in(self, on: date, *, bad_alone: bool = False) -> None:
        """Follow the sessions of a day; on the last day only what went badly speaks already."""
        for session in self._by_day.get(on, ()):
            if not bad_alone or session.colour in BAD:
                terms = self._terms(on)
                self.standings = tuple(self._follow(at, session, terms) for at in self.standings)

    def _follow(self, at: Standing, session: ExerciseColour, terms: step4_strength.Terms) -> Standing:
        """What was done while running was out for a flag earns nothing."""
        after = step4_strength.follow(at, session, terms)
        earned = after.row > at.row or len(after.well) > len(at.well)
        if earned and self._past.safety(session.done.on).urgency.stops_running:
            return replace(at, last_on=after.last_on, last_colour=after.last_colour)
        return after

    def is_ready(self, on: date) -> bool:
        """Whether anything harder is earned."""
        terms = self._terms(on)
        return any(step4_strength.is_ready(at, terms) for at in self.standings)

    def go_on(self, on: date) -> tuple[str, ...]:
        """Take every harder exercise that is earned, as one change; name them."""
        terms = self._terms(on)
        ready = [at.chain for at in self.standings if step4_strength.is_ready(at, terms)]
        self.standings = tuple(
            step4_strength.go_on(at, on, terms) if at.chain in ready else at for at in self.standings
        )
        return tuple(at.exercise for at in self.standings if at.chain in ready and at.exercise)

    def take_back(self, names: Sequence[str], on: date) -> None:
        """Take harder exercises back that were not done yet."""
        self.standings = tuple(
            self._taken_back(at, on) if at.exercise in names else at for at in self.standings
        )

    def _taken_back(self, at: Standing, on: date) -> Standing:
        back = step4_strength.take_back(at, on, self._terms(on))
        same = back.exercise == at.exercise
        return back if same else replace(back, load_kg=self._heaviest_kg.get(str(back.exercise)))

    def begin_again(self, on: date) -> None:
        """Begin anew after a clearing."""
        terms = self._terms(on)
        self.standings = tuple(step4_strength.begin_again(at, on, terms) for at in self.standings)

    def went_beyond(self, on: date) -> bool:
        """Whether the runner began something harder than the programme that day, for the first time."""
        beyond = [self._is_new(session, on) for session in self._by_day.get(on, ())]
        return any(beyond)

    def _is_new(self, session: ExerciseColour, on: date) -> bool:
        done = session.done
        before_kg = self._heaviest_kg.get(done.exercise)
        heavier = done.load_kg is not None and before_kg is not None and done.load_kg > before_kg
        new = heavier or done.exercise not in self._known
        self._known.add(done.exercise)
        if done.load_kg is not None:
            self._heaviest_kg[done.exercise] = max(done.load_kg, before_kg or 0.0)
        return new and step4_strength.is_beyond(session, self.standings, self._terms(on))


def _heaviest(done: Iterable[ExerciseEntry]) -> dict[str, float]:
    loads: dict[str, float] = {}
    for one in done:
        if one.load_kg is not None:
            loads[one.exercise] = max(one.load_kg, loads.get(one.exercise, 0.0))
    return loads
