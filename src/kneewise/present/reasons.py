"""Why: each reason with what was seen, its number, its grade and its source."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from django.utils.text import capfirst

from kneewise.knowledge import read_sources
from kneewise.model.answers import UNKNOWN
from kneewise.model.evidence import Grade, Reason, Shown
from kneewise.model.findings import Urgency
from kneewise.model.plan import Advice, Decision, Plan
from kneewise.present.dates import say_date
from kneewise.present.page import Lines, Tone, section, wrapped
from kneewise.present.words import figure, gettext, has_sentence, sentence, sentences

ROOMS = (
    "red_flags",
    "step1_pain",
    "step2_load",
    "step3_cadence",
    "step4_strength",
    "step5_ankle",
    "step6_footwear",
    "step7_recovery",
    "tips",
)
"""In the order of the guide; the flags stand before it."""

WHOLE_KM: Final = 100
"""From here on kilometres are said whole."""

WITHOUT_NUMBER = frozenset(
    {
        "calm.no_downhill_no_speed",
        "clock.behind",
        "colour.limp",
        "colour.painkiller",
        "step2_load.swap_easy",
        "step2_load.swap_equal_time",
        "step2_load.swap_short",
        "step6_footwear.gait_matched",
        "step6_footwear.rotation",
        "illness.back",
        "illness.waits",
        "ladder.rung",
        "maintain.length",
        "move.ill",
        "red_flags.ask_once_more",
        "red_flags.never_screened",
        "red_flags.not_asked",
    }
)
"""What these say was not held against their number."""

SEEN_IN_ANOTHER_UNIT = frozenset({"events.red_twice", "step3_cadence.later_raise", "step3_cadence.own_raise"})
"""What these saw is no figure of their number's unit: steps beside percent, runs beside days."""

WAITS_FOR = frozenset(
    {
        "clock.behind",
        "events.red_twice",
        "events.red_twice_bone",
        "illness.waits",
        "red_flags.bone_earlier_alone",
        "red_flags.bone_walking_alone",
        "red_flags.clinician_said_no",
        "red_flags.pills_before_runs",
    }
)
"""Reasons for which running waits though nothing is asked and nobody has to be seen."""

OF_THE_LENGTH = ("step2_load.", "calm.", "caps.", "ladder.", "build.", "maintain.")
"""What limits a run, while there may be one."""

WALKING_ONLY = "step2_load.walking_only"

NOBODY = "not reviewed by a clinician"


def cap_reasons(plan: Plan) -> tuple[Reason, ...]:
    """Give those reasons of the day that limit a run or the week."""
    return tuple(reason for reason in plan.because if reason.rule.startswith("caps."))


def reasons(decision: Decision) -> tuple[Reason, ...]:
    """Gather what the decision rests on, each reason once; the red flags come first where they rule."""
    first = decision.found.safety.because if decision.plan.urgency > Urgency.NONE else ()
    kept: list[Reason] = []
    for reason in (*first, *decision.plan.because):
        if reason not in kept:
            kept.append(reason)
    return tuple(kept)


def reasons_of_today(decision: Decision) -> tuple[Reason, ...]:
    """Gather those of the day alone: while running waits, for what, and nothing of how long a run may be."""
    said = reasons(decision)
    if not decision.plan.ask and not any(reason.rule in WAITS_FOR for reason in said):
        return said
    return tuple(one for one in said if one.rule == WALKING_ONLY or not one.rule.startswith(OF_THE_LENGTH))


def waits_for(decision: Decision) -> str:
    """Say for what running waits, each reason of it, where a pause is in force; else nothing."""
    if decision.plan.may_run or decision.plan.ask:
        return ""
    held = (reason_sentence(reason) for reason in reasons(decision) if reason.rule in WAITS_FOR)
    return " ".join(dict.fromkeys(held))


def limps(plan: Plan) -> bool:
    """Whether a limp is what keeps running out."""
    kept_out = (one for one in plan.because if one.rule == "step2_load.walking_only")
    return any((one.facts or {}).get("limp") is True for one in kept_out)


def reason_lines(reason: Reason, said: str, cited: Sequence[str]) -> Lines:
    """Say one reason: the rule in a sentence; then what was seen, the number, its grade and its sources.

    Args:
        reason: What to say.
        said: Its sentence.
        cited: Every source of the page; a reason names its own by their places, as `note_lines` does.
    """
    return (
        *wrapped(said, first="  - ", tone=Tone.STRONG),
        *wrapped(rests_on(reason, cited), first="    ", tone=Tone.QUIET),
    )


def sources_of(said: Iterable[Reason]) -> tuple[str, ...]:
    """Name every source of some reasons once, in the order in which they come."""
    return tuple(dict.fromkeys(key for reason in said for key in reason.sources))


def note_lines(said: Sequence[Reason]) -> Lines:
    """Say at the end of a page what its grades mean and which sources its numbers name."""
    return grade_and_source_lines({reason.grade for reason in said}, sources_of(said))


def grade_and_source_lines(grades: Collection[Grade], cited: Iterable[str]) -> Lines:
    """Say what grades mean, the best first, and name sources by the places that the page gives them."""
    return section(
        sentence("head.notes"),
        *(wrapped(sentence(f"grade.{grade.value}"), first="  ", tone=Tone.QUIET) for grade in sorted(grades)),
        *(
            wrapped(source_title(key), first=f"  [{place}] ", tone=Tone.QUIET)
            for place, key in enumerate(cited, start=1)
        ),
    )


def reason_sentence(reason: Reason) -> str:
    """Say the rule, with its figures where the sentence has places for them; of two knees, which it is."""
    facts = reason.facts or {}
    # What has no name is not named: the same sentence without the place for it.
    unnamed, unknown = f"{reason.rule}.unnamed", f"{reason.rule}.unknown"
    rule = unnamed if "" in facts.values() and has_sentence(unnamed) else reason.rule
    rule = unknown if reason.seen == UNKNOWN.value and has_sentence(unknown) else rule
    rule = f"{rule}.apart" if has_sentence(f"{rule}.apart") and _reaches(reason) else rule
    rule = sentence_with(rule, facts)
    said = sentence(rule, **facts, seen=reason.seen, limit=reason.limit, unit=unit_word(reason.unit))
    if _is_assumed(reason) and rule != unknown:
        said = f"{said} {sentence('why.assumed')}"
    if "of_side" not in facts:
        return said
    side = capfirst(sentence(f"side.{facts['of_side']}"))
    return sentence("why.side_decides" if facts.get("decides") else "why.side", side=side, said=said)


def _is_assumed(reason: Reason) -> bool:
    """Whether a red flag rests on an answer that is not known, and counts as yes."""
    return reason.rule.startswith("red_flags.") and reason.seen == UNKNOWN.value


def sentence_with(key: str, facts: Mapping[str, Shown]) -> str:
    """Choose the sentence of an identifier that has a place for a fact which not every such one has."""
    return next((own for name in facts if has_sentence(own := f"{key}.with_{name}")), key)


def _reaches(reason: Reason) -> bool:
    """Whether even the lower of two figures reaches the limit, so that it is their difference that counts."""
    match reason.seen, reason.limit:
        case int() | float() as seen, int() | float() as limit:
            return seen >= limit
        case _:
            return False


def say_capped(reason: Reason, plan: Plan) -> str:
    """Say the limit of the day's run beside a reason that leaves more minutes than it; else nothing."""
    left, most = (reason.facts or {}).get("left_min"), plan.caps.run_min
    if not plan.may_run or not isinstance(left, int | float) or not most or int(most) >= left:
        return ""
    return sentence("why.capped", run_min=int(most))


def rests_on(reason: Reason, cited: Sequence[str]) -> str:
    """Say what was seen, the number it was held against, the grade and the places of the sources."""
    places = ", ".join(map(str, sorted(cited.index(key) + 1 for key in reason.sources)))
    return " ".join((*shown(reason), sentence("why.grade", grade=reason.grade.value, places=places)))


def shown(reason: Reason) -> tuple[str, ...]:
    """Say what was seen and the number it was held against, as far as they are figures or words."""
    said = []
    has_seen = reason.seen is not None and reason.rule not in SEEN_IN_ANOTHER_UNIT
    if has_seen and not isinstance(reason.seen, bool):
        said.append(sentence("why.seen", seen=with_unit(reason.seen, reason.unit)))
    has_limit = reason.limit is not None and reason.rule not in WITHOUT_NUMBER
    if has_limit and not isinstance(reason.limit, bool):
        said.append(sentence("why.limit", limit=_low_end(reason) + with_unit(reason.limit, reason.unit)))
    return tuple(said)


def _low_end(reason: Reason) -> str:
    """Write the lower end of a range whose upper one is the limit, with its dash; else nothing."""
    facts = reason.facts or {}
    ends = (
        (facts[name], facts.get(f"high_{name.removeprefix('low_')}")) for name in facts if name[:4] == "low_"
    )
    return next((f"{figure(low)}\N{EN DASH}" for low, high in ends if high == reason.limit), "")


def with_unit(shown: Shown, unit: str) -> str:
    """Write a figure with its unit; an identifier stands alone, in its own words where it has some."""
    if isinstance(shown, str):
        return sentence(f"seen.{shown}") if f"seen.{shown}" in sentences() else shown.replace("_", " ")
    one = f"unit.{unit}.one"
    said = sentence(one) if shown == 1 and has_sentence(one) else unit_word(unit)
    # Kilometres of a shoe: nobody counts tenths of hundreds.
    shown = round(shown) if unit == "km" and shown is not None and shown >= WHOLE_KM else shown
    return f"{figure(shown)} {said}".rstrip()


def unit_word(unit: str) -> str:
    """Say a unit's identifier; a bare ratio has none."""
    match unit:
        case "" | "1" | "ratio" | "count":
            return ""
        case "percent":
            return "%"
        case "pain 0-10" | "quality 0-10":
            return sentence("why.of_ten")
        case _:
            return sentence(f"unit.{unit}") if has_sentence(f"unit.{unit}") else unit.replace("_", " ")


def source_title(key: str) -> str:
    """Name a source as a reader looks it up."""
    source = read_sources()[key]
    title = gettext(source.title)
    return f"{title} ({source.year})" if source.year else title


def advice_sentence(one: Advice) -> str:
    """Say one advice; what is optional says so."""
    said = sentence(sentence_with(one.action, one.amounts), **_days_in_words(one.amounts))
    return f"{said} {sentence('why.optional')}" if one.optional else said


def _days_in_words(amounts: Mapping[str, Shown]) -> dict[str, Shown]:
    """Say the days among amounts, whose names end in ``_on``, as a person would."""
    return {
        name: say_date(date.fromisoformat(said), "j F Y")
        if name.endswith("_on") and isinstance(said, str)
        else said
        for name, said in amounts.items()
    }


def by_room(advice: Iterable[Advice]) -> Mapping[str, tuple[Advice, ...]]:
    """Put advice under the rooms it comes from, in the order of the guide."""
    every = tuple(advice)
    found = {room: tuple(one for one in every if one.room == room) for room in ROOMS}
    return {room: said for room, said in found.items() if said}


def reviewed(because: Sequence[Reason]) -> str:
    """Say who reviewed the rules behind a page; the honest default is nobody yet."""
    names = {reason.reviewed_by for reason in because}
    if not names or NOBODY in names:
        return sentence("stop.not_reviewed")
    return sentence("stop.reviewed", reviewed_by=", ".join(sorted(names)))
