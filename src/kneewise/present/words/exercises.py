"""Exercises and drills in words: their names, how each is done, and that it was taken out."""

from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from kneewise.knowledge import read_exercises
from kneewise.model.exercise import Dose, Exercise, Sides

Said = str | Promise

NAMES: Final = {
    "bridge": _("bridge on both legs"),
    "single_leg_bridge": _("single-leg bridge"),
    "single_leg_bridge_on_step": _("single-leg bridge with the foot on a step"),
    "single_leg_bridge_weight": _("single-leg bridge with a weight on the hips"),
    "clamshell": _("clamshell"),
    "side_lying_abduction": _("leg lift lying on the side"),
    "band_abduction": _("leg to the side against a band"),
    "cable_abduction": _("leg to the side at the cable machine"),
    "low_step_up": _("slow step-up on a low step"),
    "split_squat": _("split squat"),
    "step_down": _("slow step down from a low step"),
    "rear_foot_split_squat": _("split squat with the rear foot raised"),
    "rear_foot_split_squat_weight": _("split squat with the rear foot raised, and weights"),
    "wall_sit": _("wall sit"),
    "chair_squat": _("squat to a chair"),
    "eccentric_squat": _("slow squat"),
    "squat_weight": _("slow squat with a weight"),
    "single_leg_squat": _("slow squat on one leg to a chair"),
    "leg_press": _("leg press with one leg"),
    "calf_raise": _("calf raise on both legs"),
    "single_leg_calf_raise": _("calf raise on one leg"),
    "calf_raise_on_step": _("calf raise on one leg with the heel below the step"),
    "calf_raise_weight": _("calf raise on one leg with a weight"),
    "calf_stretch": _("calf stretch"),
    "wall_pulses": _("ankle pulses against a wall"),
    "step_ups": _("controlled step-ups of the ankle drill"),
}

MOVED = _(
    "%(low_sets)s to %(high_sets)s sets of %(low_repetitions)s to %(high_repetitions)s, down in "
    "%(lowering_s)s s and up in %(rising_s)s s, %(low_reserve)s to %(high_reserve)s in reserve, "
    "%(per_week)s times a week, pain at most %(pain_0_10)s."
)
HELD = _("%(high_sets)s times held for %(hold_s)s s, %(per_week)s times a week, pain at most %(pain_0_10)s.")
EACH_SIDE = _("{name}, each side")
WHOLE = _("{name}: {dose}")
OUT = _(
    "{name}: taken out, because it hurt more than your line. Should you try it again, log it: "
    "%(sessions)s sessions that go well bring it back."
)


def _of_exercise(one: Exercise) -> Iterator[tuple[str, Said]]:
    name = NAMES[one.id]
    short = format_lazy(EACH_SIDE, name=name) if one.sides is Sides.EACH else name
    dose = HELD if one.dose is Dose.HELD else MOVED
    yield f"short.strength.{one.id}", short
    yield f"strength.{one.id}", format_lazy(WHOLE, name=capfirst(short), dose=dose)
    yield f"strength.out.{one.id}", format_lazy(OUT, name=capfirst(name))


def _sentences() -> Iterator[tuple[str, Said]]:
    table = read_exercises().by_id
    for key, name in NAMES.items():
        yield f"exercise.{key}", name
        if key not in table:
            yield f"ankle.out.{key}", format_lazy(OUT, name=capfirst(name))
    for one in table.values():
        yield from _of_exercise(one)


REASONS: Final[Mapping[str, Said]] = {
    "strength.together": format_lazy(_("{names}: each {dose}"), names="%(names)s", dose=MOVED),
    "strength.together_held": format_lazy(WHOLE, name="%(names)s", dose=HELD),
    "strength.effort": _(
        "Stop each set with %(low)s to %(high)s repetitions in reserve. Log each session: "
        "what hurts more than the pain named goes one back, and out where it does so again."
    ),
    "step4_strength.best_evidence": _(
        "Exercise for knee and hip has the best evidence of all treatments here."
    ),
    "step4_strength.band_trial": _(
        "For the outer band one small trial (%(limit)s runners) found that hip exercises did no better than "
        "stretching or usual care."
    ),
    "step4_strength.weeks_needed": _("It takes %(low_weeks)s to %(high_weeks)s weeks."),
    "step4_strength.guide_dose": _("The guide’s dose: up to %(sets)s sets, %(per_week)s times a week."),
    "step4_strength.heavy": _("A tendon is served better by heavy, slow work: up to %(sets)s sets."),
    "step4_strength.held": _("Held still for %(limit)s seconds, %(sets)s times: nothing moves under load."),
    "step4_strength.circuit": _("In the circuit up to %(limit)s rounds, one exercise after the other."),
    "step4_strength.pain_allowed": _("Pain up to %(limit)s of 10 during an exercise, settled the next day."),
    "step4_strength.in_reserve": _("Stop a set while two or three more would still go."),
    "step4_strength.started": _("The programme begins with it."),
    "step4_strength.stays": _(
        "It stays until the last set goes %(more_repetitions)s beyond the most repetitions in %(limit)s "
        "sessions in a row. Some are in reserve, and the knee is calm the next morning."
    ),
    "step4_strength.once": _(
        "The last set went %(more_repetitions)s beyond the most repetitions once; %(limit)s sessions one "
        "after the other lead on."
    ),
    "step4_strength.ready": _(
        "Something harder is earned. It begins when nothing else new has begun for seven days."
    ),
    "step4_strength.harder": _(
        "It is the next harder one: %(limit)s sessions one after the other went beyond the goal, and the "
        "knee was calm."
    ),
    "step4_strength.more_load": _("It goes on with up to %(limit)s percent more load."),
    "step4_strength.at_end": _(
        "The goal is passed, and nothing harder goes without more equipment. A weight that you log can grow."
    ),
    "step4_strength.not_known": _(
        "It stays: sets, repetitions, reserve or how the knee was the next morning is not known."
    ),
    "step4_strength.back": _("It is one back: the harder one hurt, or the knee was sorer the next day."),
    "step4_strength.less_load": _("Back to the load before: more hurt, or the knee was sorer the next day."),
    "step4_strength.smaller": _(
        "It hurt, or the knee was sorer the next day, and there is nothing easier: make the movement smaller."
    ),
    "step4_strength.out": _("What hurts beyond the line %(limit)s times is taken out."),
    "step4_strength.again": _("It is back: %(limit)s sessions of it went well."),
    "step5_ankle.out": _("A drill that hurts beyond the line is taken out."),
}

SENTENCES: Mapping[str, Said] = {**REASONS, **dict(_sentences())}
