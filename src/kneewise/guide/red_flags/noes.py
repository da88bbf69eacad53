"""What a "no" on two days clears, and which flags wait for the second one."""

from collections.abc import Mapping
from datetime import date

from kneewise.guide.red_flags.events import events
from kneewise.guide.red_flags.finding import ages_of
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.record import CLEARANCE_ONLY, Kept, Record
from kneewise.model.findings import Flag, SafetyFinding, Urgency
from kneewise.model.observations import Observations


def all_clear_by_no(safety: SafetyFinding) -> bool:
    """Whether every flag that stops running can be cleared without a clinician."""
    stopping = [flag for flag in safety.flags if flag.urgency.stops_running]
    return bool(stopping) and all(_clears_by_no(flag.key, flag) for flag in stopping)


def first_noes(seen: Observations, numbers: Numbers) -> Mapping[str, date]:
    """Give the day of the first "no" to each flag in force that a second one clears."""
    record = Record(ages=ages_of(seen, numbers))
    for event in events(seen, numbers):
        record.follow(event, numbers)
    days: dict[str, date] = {}
    for name, kept in record.flags.items():
        asked = kept.keys & numbers.catalogue.weekly or kept.keys
        noes = [record.said.first_no[key] for key in asked if key in record.said.first_no]
        if asked and len(noes) == len(asked) and _clears_by_no(name, kept):
            days[name] = max(noes).date()
    return days


def _clears_by_no(name: str, flag: Flag | Kept) -> bool:
    return flag.urgency is Urgency.WITHIN_DAYS and name not in CLEARANCE_ONLY
