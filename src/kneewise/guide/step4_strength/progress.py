"""Where an exercise goes next: two-for-two and a calm knee lead on, pain leads one back, and again out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kneewise.guide.step4_strength.chains import chains, easier, harder, is_harder, start
from kneewise.guide.step4_strength.earned import earns, is_told, most_kg
from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.guide.step4_strength.terms import Terms
from kneewise.model.exercise import Load
from kneewise.model.findings import Colour, Course, ExerciseColour, Standing


def begin(on: date, terms: Terms) -> tuple[Standing, ...]:
    """Begin every chain of the programme."""
    every = chains(terms.numbers.table)
    return tuple(
        Standing(chain=chain[0].id, exercise=start(chain, terms.profile).id, since=on) for chain in every
    )


def begin_again(at: Standing, on: date, terms: Terms) -> Standing:
    """Begin a chain anew after a clearing: where it started, or where it stood if that was easier."""
    first = next(one for one in begin(on, terms) if one.chain == at.chain)
    fresh = replace(first, last_on=at.last_on, last_colour=at.last_colour)
    table = terms.numbers.table
    further = at.exercise is None or at.exercise == fresh.exercise
    if further or is_harder(str(at.exercise), str(fresh.exercise), table):
        return fresh
    return replace(fresh, exercise=at.exercise)


def follow(at: Standing, session: ExerciseColour, terms: Terms) -> Standing:
    """Take in a session; one of another chain says nothing of this one."""
    name, on = session.done.exercise, session.done.on
    if not in_chain(name, at.chain, terms.numbers):
        return at
    seen = replace(at, last_on=on, last_colour=session.colour)
    if name in at.out:
        return _tried_again(seen, session, terms)
    if session.hurts:
        return _hurt(seen, session, terms)
    if session.by_pain and not _is_beyond(name, at, terms):
        return _back(seen, name, on, terms)
    if name != at.exercise:
        return seen if session.colour not in {Colour.AMBER, Colour.RED} else replace(seen, row=0)
    return _went(seen, session, terms)


def in_chain(name: str, chain: str, numbers: Numbers) -> bool:
    """Whether an exercise belongs to a chain."""
    return name == chain or is_harder(name, chain, numbers.table)


def is_ready(at: Standing, terms: Terms) -> bool:
    """Whether a chain has earned something harder, and there is something harder for this runner."""
    return at.row >= terms.numbers.sessions_running.value and _next(at, terms) is not None


def go_on(at: Standing, on: date, terms: Terms) -> Standing:
    """Take the next harder exercise, or more load at the end of the chain; the row begins anew."""
    further = _next(at, terms)
    if further is None:
        return at
    moved = replace(at, row=0, course_on=on)
    if further == at.exercise:
        return replace(moved, course=Course.MORE_LOAD, raised_from_kg=at.load_kg)
    return replace(moved, exercise=further, since=on, course=Course.HARDER, load_kg=None, raised_from_kg=None)


def take_back(at: Standing, on: date, terms: Terms) -> Standing:
    """Take back what was opened and not done yet: it stays earned, and opens again in its turn."""
    earned = replace(at, row=int(terms.numbers.sessions_running.value), course=Course.READY, course_on=on)
    if at.raised_from_kg is not None:
        return replace(earned, raised_from_kg=None)
    back = easier(str(at.exercise), terms.settings, at.out, terms.numbers.table)
    return at if back is None else replace(earned, exercise=back, since=on)


def is_beyond(session: ExerciseColour, standings: Iterable[Standing], terms: Terms) -> bool:
    """Whether a session is harder than the programme: a later exercise, or more load than it asks for."""
    name = session.done.exercise
    at = next((one for one in standings if in_chain(name, one.chain, terms.numbers)), None)
    if at is None:
        return False
    if _is_beyond(name, at, terms):
        return True
    allowed = most_kg(at, terms.numbers)
    load_kg = session.done.load_kg
    return name == at.exercise and None not in {allowed, load_kg} and (load_kg or 0) > (allowed or 0)


def _is_beyond(name: str, at: Standing, terms: Terms) -> bool:
    return at.exercise is None or is_harder(name, at.exercise, terms.numbers.table)


def _next(at: Standing, terms: Terms) -> str | None:
    """Name what comes next; the same exercise where it is more load."""
    if at.exercise is None:
        return None
    table = terms.numbers.table
    further = harder(at.exercise, terms.settings, at.out, table)
    if further is not None:
        return further
    loaded = table.by_id[at.exercise].load is not Load.BODY_WEIGHT and at.load_kg is not None
    return at.exercise if loaded else None


def _went(at: Standing, session: ExerciseColour, terms: Terms) -> Standing:
    """Follow the present exercise where nothing hurt."""
    on = session.done.on
    match session.colour:
        case Colour.GREEN:
            return _went_well(at, session, terms)
        case Colour.NEUTRAL:
            held = replace(at, neutral_row=at.neutral_row + 1, unknown_row=0)
            return (
                held
                if held.neutral_row < terms.neutral_row
                else _back(held, session.done.exercise, on, terms)
            )
        case Colour.UNKNOWN:
            row = at.unknown_row + 1
            kept = at.row if row < terms.unknown_row else 0
            return replace(at, unknown_row=row, row=kept, course=Course.NOT_KNOWN, course_on=on)
        case Colour.AMBER | Colour.RED:
            return replace(at, row=0, course=Course.STAYS, course_on=on)


def _went_well(at: Standing, session: ExerciseColour, terms: Terms) -> Standing:
    on, done = session.done.on, session.done
    earned = session.covers and earns(at, session, terms)
    waits = at.row >= terms.numbers.sessions_running.value
    row = at.row + 1 if earned else at.row if waits else 0
    load_kg = at.load_kg if done.load_kg is None else max(done.load_kg, at.load_kg or 0)
    moved = replace(at, row=row, neutral_row=0, unknown_row=0, load_kg=load_kg, course_on=on)
    return replace(moved, course=_course(moved, terms, all_told=is_told(at, session, terms)))


def _course(at: Standing, terms: Terms, *, all_told: bool) -> Course:
    if at.row == 0:
        return Course.STAYS if all_told else Course.NOT_KNOWN
    if at.row < terms.numbers.sessions_running.value:
        return Course.ONCE
    return Course.AT_END if _next(at, terms) is None else Course.READY


def _hurt(at: Standing, session: ExerciseColour, terms: Terms) -> Standing:
    """One back for what hurt beyond the line; the second time it is taken out."""
    name, on = session.done.exercise, session.done.on
    hurt = (*at.hurt, name)
    again = hurt.count(name) >= terms.numbers.hurts_times.value
    noted = replace(at, hurt=hurt, out=(*at.out, name) if again else at.out, row=0)
    if _is_beyond(name, at, terms):
        return noted
    return _back(noted, name, on, terms)


def _back(at: Standing, name: str, on: date, terms: Terms) -> Standing:
    """Go one back: to the load before, else to the easier exercise, else to a smaller movement."""
    calm = replace(at, row=0, neutral_row=0, unknown_row=0, course_on=on)
    if name == at.exercise and at.raised_from_kg is not None and name not in at.out:
        return replace(calm, load_kg=at.raised_from_kg, raised_from_kg=None, course=Course.LESS_LOAD)
    back = easier(name, terms.settings, at.out, terms.numbers.table)
    if back is None and name == at.exercise and name not in at.out:
        return replace(calm, course=Course.SMALLER)
    kept = name if back is None and name not in at.out else back
    course = Course.OUT if kept is None else Course.BACK
    return replace(calm, exercise=kept, since=on, load_kg=None, raised_from_kg=None, course=course)


def _tried_again(at: Standing, session: ExerciseColour, terms: Terms) -> Standing:
    """What was taken out comes back after some sessions of it that went well."""
    name, on = session.done.exercise, session.done.on
    others = tuple(one for one in at.well if one != name)
    if session.hurts or session.by_pain:
        return replace(at, well=others)
    if session.colour is not Colour.GREEN:
        return at
    well = (*at.well, name)
    if well.count(name) < terms.numbers.back_in_sessions.value:
        return replace(at, well=well)
    kept = replace(at, well=others, out=_without(at.out, name), hurt=_without(at.hurt, name))
    if at.exercise is not None:
        return kept
    return replace(kept, exercise=name, since=on, course=Course.AGAIN, course_on=on)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name)
