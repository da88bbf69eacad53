"""Step 1: where and when it hurts, which pattern that resembles, and how much a run may hurt."""

from dataclasses import replace
from functools import lru_cache

from kneewise.guide.step1_pain import answered
from kneewise.guide.step1_pain.answered import Heard
from kneewise.guide.step1_pain.in_runs import pain_in_runs
from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.guide.step1_pain.patterns import Look, first, fits, held_back, look, shares
from kneewise.guide.step1_pain.ratios import tempered
from kneewise.model.evidence import Grade, Reason, because, because_row
from kneewise.model.findings import Assessment, PainFinding, Profile
from kneewise.model.observations import Observations
from kneewise.model.patterns import PatternCondition
from kneewise.model.places import Side
from kneewise.model.plan import Advice

ROOM = "step1_pain"
BAND = "it_band"


def assess(seen: Observations, numbers: Numbers) -> PainFinding:
    """Rank the patterns, choose the knee's pain profile, and look at when it hurts in runs."""
    keys = answered.listened_to(numbers.table)
    said = tuple((key, seen.answers[key]) for key in keys if key in seen.answers)
    unsure = answered.twice_unknown(seen.answer_sets)
    heard = Heard(said, seen.more_running_lately, unsure)
    judged = _of_both(_judge(heard, numbers), heard, seen, numbers)
    to_tell = tuple(key for key in answered.TO_TELL if seen.answers.get(key) is True)
    knee = seen.answers.get("knee")
    return replace(
        judged,
        about=next((side for side in Side if knee == side.value), None),
        to_tell=to_tell,
        in_runs=pain_in_runs(seen, numbers),
    )


@lru_cache(maxsize=64)
def _judge(heard: Heard, numbers: Numbers) -> PainFinding:
    at = look(heard, numbers)
    found = shares(at, numbers)
    best = first(heard, at, found, numbers)
    profile = _profile(heard, at, best, numbers)
    green = numbers.green_tendon_0_10 if profile is Profile.TENDON else numbers.green_steady_0_10
    return PainFinding(
        patterns=fits(at, found, numbers),
        first=best,
        unclear=best is None,
        band=best == BAND,
        profile=profile,
        green_pain_0_10=int(green.value),
        green_other_0_10=int(numbers.green_steady_0_10.value),
        because=(
            because(f"{ROOM}.green_{profile.value}", green),
            _pattern_reason(best, numbers, of_bone=held_back(heard, at, found, numbers)),
        ),
    )


def _of_both(judged: PainFinding, heard: Heard, seen: Observations, numbers: Numbers) -> PainFinding:
    """With two sore knees the band is at either, and a tendon's line for both where both hurt at a tendon.

    Which of them the first places are of is not asked where both hurt from the beginning.
    """
    other = seen.answers.get("places_other_knee")
    if not other:
        return judged
    swapped = tuple((key, other if key == "places" else answer) for key, answer in heard.said)
    at_other = _judge(replace(heard, said=swapped), numbers)
    judged = replace(judged, band=judged.band or at_other.band)
    is_one_of_them = seen.answers.get("knee") in set(Side)
    if is_one_of_them or judged.profile is not Profile.TENDON or at_other.profile is Profile.TENDON:
        return judged
    steady = numbers.green_steady_0_10
    return replace(
        judged,
        profile=Profile.STEADY,
        green_pain_0_10=int(steady.value),
        because=(because(f"{ROOM}.green_{Profile.STEADY.value}", steady), *judged.because[1:]),
    )


def _pattern_reason(best: str | None, numbers: Numbers, *, of_bone: bool) -> Reason:
    if best is None:
        why: dict[str, bool] = {"bone": True} if of_bone else {}
        return because(f"{ROOM}.unclear", numbers.first_share_from, **why)
    condition = _condition(best, numbers)
    return Reason(
        rule=f"{ROOM}.pattern",
        seen=best,
        grade=Grade.D,
        sources=condition.sources,
        reviewed_by=numbers.table.reviewed_by,
    )


def _condition(key: str, numbers: Numbers) -> PatternCondition:
    return next(each for each in numbers.table.conditions if each.id == key)


def _profile(heard: Heard, at: Look, best: str | None, numbers: Numbers) -> Profile:
    if best is None or not _condition(best, numbers).tendon:
        return Profile.STEADY
    if first(heard, at, _least_shares(heard, at, best, numbers), numbers) != best:
        return Profile.STEADY
    return Profile.TENDON


def _least_shares(heard: Heard, at: Look, best: str, numbers: Numbers) -> dict[str, float]:
    """Take every answer that is not known as the one least good for a pattern.

    A tendon is allowed more pain, and not knowing must never allow more than knowing would.
    """
    unsure = answered.not_known(heard, numbers.table)

    def also(condition: str) -> float:
        added = 0.0
        for feature in unsure:
            ratio = at.table[condition, feature]
            worst = min if condition == best else max
            added += worst(tempered(ratio.present, numbers), tempered(ratio.absent, numbers))
        return added

    return shares(at, numbers, also)


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Ask for the diary, and name the pattern the answers resemble."""
    if found.safety.urgency.stops_running:
        begins = because_row(f"{ROOM}.diary", numbers.watch_days)
        return (Advice(room=ROOM, action="pain.each_morning", because=(begins,), daily_life=True),)
    diary = Advice(
        room=ROOM,
        action="pain.note",
        amounts={"green_pain_0_10": found.pain.green_pain_0_10},
        because=(*found.pain.because[:1], _watch(found, numbers)),
        daily_life=True,
    )
    action = "pain.unclear" if found.pain.first is None else f"pain.pattern.{found.pain.first}"
    named = Advice(room=ROOM, action=action, because=found.pain.because[1:])
    return diary, named


def _watch(found: Assessment, numbers: Numbers) -> Reason:
    """Say what the guide and the evidence make of waiting, and how long others took."""
    low, high = numbers.watch_days.values
    if found.pain.profile is Profile.TENDON:
        weeks = numbers.tendon_weeks.values
        return because_row(
            f"{ROOM}.watch_tendon",
            numbers.tendon_weeks,
            low_days=low,
            high_days=high,
            low_weeks=weeks[0],
            high_weeks=weeks[1],
        )
    return because(f"{ROOM}.watch_while_calming", numbers.recovered_half_days, low_days=low, high_days=high)
