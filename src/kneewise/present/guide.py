"""The guide as pages: seven steps beside their evidence, six tips, four warnings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kneewise.knowledge import read_all
from kneewise.model.evidence import Grade, Number, Row
from kneewise.model.lengths import KILOMETRE_M, MILE_M
from kneewise.present.words import figure, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its room, the numbers that grade its evidence, and its sources.

    Attributes:
        graded_by: The number that the evidence rests on first.
        also: Further ones, of what is better or less well supported.
        against: The guide's own number, which no study bears out or one contradicts.
    """

    room: str
    graded_by: str
    also: tuple[str, ...] = ()
    against: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A tip or a warning: its room, the number that grades it, and sources of what is said beside it."""

    room: str
    graded_by: str
    sources: tuple[str, ...] = ()


STEPS: Final[Mapping[str, Step]] = {
    "step1": Step(
        room="step1_pain",
        graded_by="recovered_half_days",
        against="watch_days",
        sources=("run-clever-2018", "nunes-2013"),
    ),
    "step2": Step(
        room="step2_load",
        graded_by="main_trial_runners",
        also=("education_gain_odds",),
        against="guide_cut_percent",
        sources=("esculier-2018", "exercise-nma-2021", "trek-runners"),
    ),
    "step3": Step(
        room="step3_cadence",
        graded_by="patella_force_percent",
        against="guide_range_spm",
        sources=("lenhart-2014", "immediate-relief-2022", "esculier-2018"),
    ),
    "step4": Step(
        room="step4_strength",
        graded_by="trials",
        also=("outer_band_trial_runners",),
        against="repetitions",
        sources=("best-practice-2024", "itbs-trial-2020"),
    ),
    "step5": Step(room="step5_ankle", graded_by="drill_min", sources=("clinical-memory",)),
    "step6": Step(
        room="step6_footwear",
        graded_by="rotation_hazard",
        against="gait_matched",
        sources=("cochrane-shoes-2022", "malisoux-2015"),
    ),
    "step7": Step(
        room="step7_recovery",
        graded_by="ice_min",
        also=("sleep_hazard",),
        sources=("sleep-2020", "lipman-2017", "nhs-ice"),
    ),
}

TIPS: Final[dict[str, Remark]] = {
    "tip1": Remark(room="tips", graded_by="warm_up_min"),
    "tip2": Remark(room="tips", graded_by="week_more_percent"),
    "tip3": Remark(room="tips", graded_by="circuit_min"),
    "tip4": Remark(room="tips", graded_by="soft_per_week"),
    "tip5": Remark(room="tips", graded_by="pairs"),
    "tip6": Remark(room="tips", graded_by="cadence_weeks"),
}

WARNINGS: Final[dict[str, Remark]] = {
    "warning1": Remark(room="red_flags", graded_by="pain_above_7", sources=("trek-runners",)),
    "warning2": Remark(room="red_flags", graded_by="night_pain", sources=("katz-2017",)),
    "warning3": Remark(room="step7_recovery", graded_by="stretch_min"),
    "warning4": Remark(room="red_flags", graded_by="medicine_unexamined"),
}


def page_of(page: str) -> Step | Remark:
    """Find a step, tip or warning by its name."""
    return STEPS[page] if page in STEPS else (TIPS | WARNINGS)[page]


def say(page: str, part: str) -> str:
    """Say one part of a step, tip or warning, with the room's own figures."""
    return sentence(f"guide.{page}.{part}", **amounts(page_of(page).room))


def number(page: str) -> Number | Row:
    """Find the number that grades a step, a tip or a warning."""
    found = page_of(page)
    return read_all(f"guide.{found.room}")[found.graded_by]


def grades(page: str) -> Mapping[Grade, tuple[str, ...]]:
    """Give every grade of what is said of a page, the best first, with its sources.

    Those that no further number names are of the first.
    """
    found = page_of(page)
    also = found.also if isinstance(found, Step) else ()
    first = number(page)
    named = (read_all(f"guide.{found.room}")[name] for name in also)
    numbers = [one for one in named if one.grade is not first.grade]
    own = {key for one in numbers for key in one.sources}
    left = tuple(key for key in sources(page) if key not in own or key in first.sources)
    every = {one.grade: one.sources for one in numbers} | {first.grade: left}
    return {grade: every[grade] for grade in sorted(every)}


def against(page: str) -> Grade | None:
    """Grade the guide's own number of a step, where the evidence is of something else or contradicts it."""
    step = STEPS[page]
    return read_all(f"guide.{step.room}")[step.against].grade if step.against else None


def sources(page: str) -> tuple[str, ...]:
    """Name every source of a step, tip or warning once, those of its number first."""
    return tuple(dict.fromkeys((*number(page).sources, *page_of(page).sources)))


@cache
def amounts(room: str) -> Mapping[str, str]:
    """Write every number of a room as a figure, by name; a row gives two ends, kilometres give miles too."""
    written: dict[str, str] = {}
    for name, record in read_all(f"guide.{room}").items():
        ends = (
            {"": record.value}
            if isinstance(record, Number)
            else {
                "_low": record.values[0],
                "_high": record.values[-1],
            }
        )
        for end, value in ends.items():
            far = record.unit == "km"
            written[f"{name}{end}"] = figure(float(round(value, -1) if far else value))
            if far:
                written[f"{name.removesuffix('_km')}_miles{end}"] = figure(
                    float(round(value * KILOMETRE_M / MILE_M))
                )
    return written
