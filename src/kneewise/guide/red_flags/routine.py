"""What is advice beside the plan: it is looked at afresh every day and stops nothing."""

from collections.abc import Iterator
from datetime import timedelta

from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.said import Said
from kneewise.model.observations import Observations

BY_KEY = {
    "catching_or_clicking": "catching",
    "sharp_pain_recurs": "sharp_pain",
    "knee_operation_last_12_months": "operation",
    "known_knee_diagnosis": "known_diagnosis",
    "missed_three_periods": "missed_periods",
    "two_bone_stress_injuries": "bone_injuries",
    "pregnant_or_recent_birth": "pregnancy",
    "tingling_or_weakness": "tingling",
}


def routine(seen: Observations, said: Said, numbers: Numbers) -> Iterator[tuple[str, str]]:
    """Yield the routine flags of the day, each with the key it rests on."""
    for key, flag in BY_KEY.items():
        if said.told_yes(key):
            yield flag, key
    if said.told_yes("injections_or_long_term_medicine") and not said.no("medicine_without_examination"):
        yield "medicine_unexamined", "medicine_without_examination"
    if often(seen, said, numbers):
        yield "painkiller_days", "painkiller_days_last_7"


def often(seen: Observations, said: Said, numbers: Numbers) -> bool:
    """Whether painkillers were taken on three days of a week or ten of a month."""
    week, month = numbers.week_days.value, numbers.month_days.value
    of_week = (_days(seen, week), _told(seen, said, "painkiller_days_last_7", week))
    of_month = (_days(seen, month), _told(seen, said, "painkiller_days_last_30", month))
    return (
        max(of_week) >= numbers.painkiller_days_of_week.value
        or max(of_month) >= numbers.painkiller_days_of_month.value
    )


def _told(seen: Observations, said: Said, key: str, span_days: float) -> float:
    """Give a count that was told, while the days it speaks of are not all gone by."""
    count = said.number(key)
    return 0 if count is None or (seen.on - said.given[key][0]).days >= span_days else count


def _days(seen: Observations, span_days: float) -> int:
    since = seen.on - timedelta(days=span_days)
    return sum(since < day <= seen.on for day in set(seen.painkiller_days))


def pills_before_runs(seen: Observations, said: Said, numbers: Numbers) -> bool:
    """Whether pills were taken to be able to run: told so, or logged in the last two days."""
    since = seen.on - timedelta(days=numbers.ask_again_after_days.value)
    return said.yes("painkillers_before_runs") or any(
        use.before_run and since <= use.on <= seen.on for use in seen.painkillers
    )
