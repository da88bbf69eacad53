"""What a session of an exercise earns: by its sets, repetitions or seconds, its reserve and its load."""

from kneewise.guide.step4_strength.dose import goal_of
from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.guide.step4_strength.terms import Terms
from kneewise.model.exercise import Dose
from kneewise.model.findings import ExerciseColour, Profile, Standing


def earns(at: Standing, session: ExerciseColour, terms: Terms) -> bool:
    """Whether a session did what leads on; whatever of it is not known does not."""
    done = session.done
    exercise = terms.numbers.table.by_id[done.exercise]
    goal = goal_of(exercise, terms.profile, terms.numbers)
    if exercise.dose is Dose.HELD:
        return (
            _at_least(done.sets, goal.sets)
            and _at_least(done.last_hold_s, goal.last)
            and (terms.profile is not Profile.TENDON or _is_quiet(session, terms.numbers))
        )
    least = least_kg(at, terms.numbers)
    return (
        _at_least(done.sets, goal.sets)
        and _at_least(done.last_repetitions, goal.last)
        and _at_least(done.in_reserve, goal.in_reserve)
        and (least is None or _at_least(done.load_kg, least))
    )


def is_told(at: Standing, session: ExerciseColour, terms: Terms) -> bool:
    """Whether everything was told that leads on."""
    done = session.done
    if terms.numbers.table.by_id[done.exercise].dose is Dose.HELD:
        return None not in {done.sets, done.last_hold_s}
    told = {done.sets, done.last_repetitions, done.in_reserve}
    return None not in told and (least_kg(at, terms.numbers) is None or done.load_kg is not None)


def _is_quiet(session: ExerciseColour, numbers: Numbers) -> bool:
    """Whether a tendon was quiet enough in it to go on to moving."""
    scores = [knee.during.value for knee in session.done.knees if knee.during is not None]
    known = [score for score in scores if score is not None]
    return bool(known) and max(known) < numbers.tendon_moves_below_0_10.value


def _at_least(done: float | None, wanted: float) -> bool:
    return done is not None and done >= wanted


def least_kg(at: Standing, numbers: Numbers) -> float | None:
    """Give the least load that counts for the next step, where one is known."""
    if at.raised_from_kg is None:
        return at.load_kg
    return at.raised_from_kg * (1 + numbers.load_more_percent.values[0] / 100)


def most_kg(at: Standing, numbers: Numbers) -> float | None:
    """Give the most load that the programme asks for, where one is known."""
    if at.raised_from_kg is None:
        return at.load_kg
    asked = at.raised_from_kg * (1 + numbers.load_more_percent.values[-1] / 100)
    return max(asked, at.load_kg or 0)
