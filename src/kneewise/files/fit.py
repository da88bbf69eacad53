"""Read FIT: one recording for each session of each file in the chain."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from kneewise.files.fit_beats import Beats, beats_of, with_beats
from kneewise.files.fit_developer import with_developer_fields
from kneewise.files.fit_parts import device_of, laps_of, pauses_of, scalar, utc_offset_s_of
from kneewise.files.fit_session import Session, sessions_of
from kneewise.files.points import believed_total, clock_problem, in_order, moment, with_distance
from kneewise.files.reading import Kind, Reading, UnreadableError, Verdict, not_an_activity
from kneewise.files.sports import sport_of_fit
from kneewise.files.steps import NONE, steps_per_minute
from kneewise.files.track import MOST_OF_POINTS, looks_like_running, speed_of
from kneewise.fit import FitError, FitFile, ProblemKind, Table, decode
from kneewise.model.errors import Problem
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport

COLUMNS: Final[Mapping[str, str]] = {
    "distance": "distance_m",
    "enhanced_speed": "speed_m_s",
    "cadence": "cadence_spm",
    "heart_rate": "heart_rate_bpm",
    "enhanced_altitude": "altitude_m",
    "position_lat": "latitude_deg",
    "position_long": "longitude_deg",
    "power": "power_w",
    "stance_time": "stance_time_ms",
    "vertical_oscillation": "vertical_oscillation_mm",
    "step_length": "step_length_mm",
    "stance_time_balance": "stance_time_balance_percent",
    "temperature": "temperature_c",
    "core_temperature": "core_temperature_c",
}

KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("settings", "device", "sport"), "fit_settings"),
    **dict.fromkeys(("workout", "schedules"), "fit_workout"),
    **dict.fromkeys(("course", "segment", "segment_list"), "fit_course"),
    **dict.fromkeys(
        ("monitoring_a", "monitoring_b", "monitoring_daily", "metrics", "sleep"), "fit_monitoring"
    ),
    **dict.fromkeys(("weight", "blood_pressure"), "fit_body"),
}
"""Why a file is no activity, by the type it gives itself."""

ACTIVITY: Final = frozenset({"activity", ""})

WORST_FIRST: Final = (
    ProblemKind.GAVE_UP,
    ProblemKind.DAMAGED,
    ProblemKind.CUT,
    ProblemKind.CHECKSUM,
    ProblemKind.HEADER,
    ProblemKind.TOO_SPARSE,
    ProblemKind.TRAILING,
)


def read_fit(data: bytes) -> Reading:
    """Read the sessions of FIT bytes.

    Raises:
        UnreadableError: They are no FIT file.
    """
    try:
        files = decode(data)
    except FitError as error:
        raise UnreadableError("not_fit") from error
    beats = beats_of(files)
    recordings = tuple(recording for file in files for recording in _recordings(file, beats))
    problems = tuple(problem for file in files for problem in _faults(file))
    if recordings:
        verdict, reason = Verdict.ACTIVITY, _worst(files)
        return Reading(
            kind=Kind.FIT, verdict=verdict, recordings=recordings, reason=reason, problems=problems
        )
    if problems and not any(len(file.table("file_id")) for file in files):
        return Reading(kind=Kind.FIT, verdict=Verdict.REFUSED, reason="damaged", problems=problems)
    return not_an_activity(Kind.FIT, _other_kind(files))


def _faults(file: FitFile) -> tuple[Problem, ...]:
    return tuple(Problem(code=f"fit_{fault.kind}", detail=str(fault.offset_b)) for fault in file.problems)


def _worst(files: Sequence[FitFile]) -> str:
    kinds = {fault.kind for file in files for fault in file.problems}
    return next((f"fit_{kind}" for kind in WORST_FIRST if kind in kinds), "")


def _type(file: FitFile) -> str:
    types = file.table("file_id").word("type")
    return str(types[0]) if len(types) else ""


def _other_kind(files: Sequence[FitFile]) -> str:
    if any(len(file.table("workout_step")) and not len(file.table("record")) for file in files):
        # Some tools give every file the same type.
        return "fit_workout"
    kind = _type(files[0])
    return "empty_activity" if kind in ACTIVITY else KINDS.get(kind, "fit_other")


def _recordings(file: FitFile, beats: Beats) -> Iterator[Recording]:
    if _type(file) not in ACTIVITY:
        return
    records = file.table("record")
    at_s, columns, odd = in_order(scalar(records, "timestamp"), _columns(records))
    columns = with_beats(at_s, columns, beats)
    for session in sessions_of(file, at_s):
        part = {name: column[session.points] for name, column in columns.items()}
        known = {name: column for name, column in part.items() if np.isfinite(column).any()}
        made = _recording(
            file, session, at_s=at_s[session.points], columns=known, problems=(*_faults(file), *odd)
        )
        if made is not None:
            yield made


def _columns(records: Table) -> dict[str, Column]:
    numbers = records.columns.numbers
    of_the_watch = {name: scalar(records, written) for written, name in COLUMNS.items() if written in numbers}
    return with_developer_fields(of_the_watch, records)


def _recording(
    file: FitFile,
    session: Session,
    *,
    at_s: Column,
    columns: Mapping[str, Column],
    problems: tuple[Problem, ...],
) -> Recording | None:
    start_s = min(session.start_s, float(at_s[0])) if len(at_s) else session.start_s
    time_s = at_s - start_s
    elapsed_s = _elapsed_s(session, time_s)
    if elapsed_s <= 0:
        return None
    with_way = with_distance(time_s, columns)
    sport, guess = _sport(session, time_s, with_way)
    whole, rule = _in_steps(time_s, with_way, sport)
    return Recording(
        start=moment(start_s),
        utc_offset_s=utc_offset_s_of(file, with_way.get("longitude_deg")),
        sport=sport,
        sub_sport="" if session.sub_sport == "generic" else session.sub_sport,
        name=session.name,
        device=device_of(file),
        source_format="fit",
        time_s=time_s,
        columns=whole,
        elapsed_s=elapsed_s,
        timer_s=session.timer_s if elapsed_s <= (session.timer_s or 0.0) * MOST_OF_POINTS else None,
        distance_m=believed_total(session.distance_m, with_way),
        pool_length_m=session.pool_length_m,
        laps=laps_of(file, start_s, start_s + elapsed_s),
        pauses=pauses_of(file, start_s, start_s + elapsed_s),
        cadence_rule=rule,
        problems=(*problems, *clock_problem(start_s), *guess),
    )


def _elapsed_s(session: Session, time_s: Column) -> float:
    """Say how long a session was; a length in seconds where thousandths belong is its records'."""
    told_s, recorded_s = (
        session.elapsed_s or session.timer_s or 0.0,
        float(time_s[-1]) if len(time_s) else 0.0,
    )
    is_told = told_s > 0 and recorded_s <= told_s * MOST_OF_POINTS
    return told_s if is_told else recorded_s


def _sport(
    session: Session, time_s: Column, columns: Mapping[str, Column]
) -> tuple[Sport, tuple[Problem, ...]]:
    if not session.sport and len(time_s) and looks_like_running(time_s, columns):
        return Sport.RUNNING, (Problem(code="sport_guessed"),)
    return sport_of_fit(session.sport, session.sub_sport), ()


def _in_steps(time_s: Column, columns: dict[str, Column], sport: Sport) -> tuple[dict[str, Column], str]:
    if "cadence_spm" not in columns:
        return columns, NONE
    steps, rule = steps_per_minute(
        columns["cadence_spm"], speed_of(time_s, columns), sport, strides_by_format=True
    )
    return {**columns, "cadence_spm": steps}, rule
