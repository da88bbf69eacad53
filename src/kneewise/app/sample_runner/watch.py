"""What the watch writes of an outing: a FIT file with records, laps, a session and an app's own field."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

import numpy as np

from kneewise.app.sample_runner.body import Chance, Track, move
from kneewise.app.sample_runner.course import make_course
from kneewise.app.sample_runner.season import Outing
from kneewise.fit import App, DeveloperField, Message, encode
from kneewise.model.recording import Column

SERIAL = 3141592653.0
PRODUCT = 1.0
STIFFNESS = DeveloperField(
    number=0, name="Leg spring", unit="kN/m", base="float32", app=App(application_id=bytes(range(16)))
)
LAP_M: Mapping[str, float] = {"running": 1000.0, "cycling": 5000.0}
LOOP_M: Mapping[str, float] = {"running": 4850.0, "cycling": 21_400.0}
POOL_M = 25.0
Figure = float | str
"""A number or a word of one message."""


def write_fit(outing: Outing, start: datetime, seed: int) -> tuple[bytes, Mapping[str, float]]:
    """Write an outing as a watch does.

    Returns:
        The file, and its figures for the table of an export.
    """
    chance = Chance((seed, outing.days_ago, int(outing.minutes)))
    if outing.sport == "swimming":
        return _swim(outing, start, chance)
    course = make_course(LOOP_M[outing.sport], hilly=outing.hilly)
    return _outdoors(outing, start, move(outing, course, chance))


def _outdoors(outing: Outing, start: datetime, track: Track) -> tuple[bytes, Mapping[str, float]]:
    began = start.timestamp()
    figures = _figures(track.time_s, track.columns, track.paused_s)
    developer = {STIFFNESS: track.stiffness_kn_m} if len(track.stiffness_kn_m) else {}
    messages = [
        *_opening(start),
        *_records(began, track, developer),
        _event(began + figures["elapsed_s"], "stop_all"),
        *_laps(outing, began, track),
        _session(outing, began, figures),
        _closing(start, figures),
    ]
    return encode(messages), figures


def _records(began: float, track: Track, developer: Mapping[DeveloperField, Column]) -> list[Message]:
    """Write the points, with a stop and a start of the timer where it stood."""
    times = [0.0, np.inf] if track.paused_s is None else [0.0, track.paused_s[0], np.inf]
    messages: list[Message] = []
    for number, (first, end) in enumerate(pairwise(times)):
        here = (track.time_s >= first) & (track.time_s < end)
        if number and track.paused_s is not None:
            messages += [
                _event(began + track.paused_s[0], "stop"),
                _event(began + track.paused_s[1], "start"),
            ]
        columns = {name: column[here] for name, column in track.columns.items()}
        own = {field: column[here] for field, column in developer.items()}
        messages.append(
            Message(
                name="record", columns={"timestamp": began + track.time_s[here], **columns}, developer=own
            )
        )
    return messages


def _figures(
    time_s: Column, columns: Mapping[str, Column], paused_s: tuple[float, float] | None
) -> dict[str, float]:
    elapsed = float(time_s[-1])
    climb = np.diff(columns["enhanced_altitude"][::20])
    return {
        "elapsed_s": elapsed,
        "timer_s": elapsed - (paused_s[1] - paused_s[0] if paused_s else 0.0),
        "distance_m": round(float(columns["distance"][-1]), 2),
        "speed_m_s": round(float(columns["enhanced_speed"].mean()), 3),
        "heart_rate_bpm": round(float(columns["heart_rate"].mean())),
        "most_heart_rate_bpm": round(float(columns["heart_rate"].max())),
        "cadence": round(float(columns["cadence"].mean())),
        "ascent_m": round(float(climb[climb > 0].sum())),
        "descent_m": round(float(-climb[climb < 0].sum())),
    }


def _opening(start: datetime) -> list[Message]:
    began = start.timestamp()
    own: dict[str, Figure] = {
        "type": "activity",
        "manufacturer": "development",
        "product": PRODUCT,
        "serial_number": SERIAL,
        "time_created": began,
    }
    device: dict[str, Figure] = {
        "timestamp": began,
        "device_index": 0.0,
        "manufacturer": "development",
        "product": PRODUCT,
        "serial_number": SERIAL,
        "software_version": 1.2,
        "product_name": "Sample watch",
    }
    return [
        Message(name="file_id", columns=_each(own)),
        Message(name="device_info", columns=_each(device)),
        _event(began, "start"),
    ]


def _event(at_s: float, kind: str) -> Message:
    return Message(name="event", columns=_each({"timestamp": at_s, "event": "timer", "event_type": kind}))


def _laps(outing: Outing, began: float, track: Track) -> list[Message]:
    """Cut a lap at every kilometre (five on the bike), and one at the end."""
    distance, time_s = track.columns["distance"], track.time_s
    whole = np.arange(LAP_M[outing.sport], distance[-1], LAP_M[outing.sport])
    cuts = [0.0, *np.interp(whole, distance, time_s), float(time_s[-1])]
    laps = []
    for number, (first, end) in enumerate(pairwise(cuts)):
        ran = float(np.interp(end, time_s, distance) - np.interp(first, time_s, distance))
        columns: dict[str, Figure] = {
            "timestamp": began + round(end),
            "start_time": began + round(first),
            "message_index": float(number),
            "event": "lap",
            "event_type": "stop",
            "total_elapsed_time": end - first,
            "total_timer_time": end - first,
            "total_distance": ran,
            "lap_trigger": "session_end" if end == cuts[-1] else "distance",
            "sport": outing.sport,
        }
        laps.append(Message(name="lap", columns=_each(columns)))
    return laps


def _session(outing: Outing, began: float, figures: Mapping[str, float]) -> Message:
    columns: dict[str, Figure] = {
        "timestamp": began + figures["elapsed_s"],
        "start_time": began,
        "message_index": 0.0,
        "event": "session",
        "event_type": "stop",
        "sport": outing.sport,
        "sub_sport": outing.sub_sport,
        "total_elapsed_time": figures["elapsed_s"],
        "total_timer_time": figures["timer_s"],
        "total_distance": figures["distance_m"],
        "enhanced_avg_speed": figures["speed_m_s"],
        "avg_heart_rate": figures["heart_rate_bpm"],
        "max_heart_rate": figures["most_heart_rate_bpm"],
        "trigger": "activity_end",
    }
    if outing.sport == "swimming":
        columns |= {"pool_length": POOL_M, "num_lengths": figures["lengths"], "swim_stroke": "freestyle"}
    else:
        columns |= {"avg_cadence": figures["cadence"], "total_ascent": figures["ascent_m"]}
        columns |= {"total_descent": figures["descent_m"]}
    return Message(name="session", columns=_each(columns))


def _closing(start: datetime, figures: Mapping[str, float]) -> Message:
    end_s = start.timestamp() + figures["elapsed_s"]
    offset = start.utcoffset() or timedelta(0)
    columns: dict[str, Figure] = {
        "timestamp": end_s,
        "local_timestamp": end_s + offset.total_seconds(),
        "total_timer_time": figures["timer_s"],
        "num_sessions": 1.0,
        "type": "manual",
        "event": "activity",
        "event_type": "stop",
    }
    return Message(name="activity", columns=_each(columns))


def _swim(outing: Outing, start: datetime, chance: Chance) -> tuple[bytes, Mapping[str, float]]:
    """Swim lengths of a pool: no position, no points, a message for every length."""
    began = start.timestamp()
    lengths = int(outing.minutes * 60 * outing.speed_m_s / POOL_M)
    each_s = np.round(POOL_M / outing.speed_m_s + chance.noise(lengths), 1)
    ends = np.cumsum(each_s)
    elapsed = float(ends[-1])
    figures = {
        "elapsed_s": elapsed,
        "timer_s": elapsed,
        "distance_m": lengths * POOL_M,
        "speed_m_s": round(lengths * POOL_M / elapsed, 3),
        "heart_rate_bpm": 124.0,
        "most_heart_rate_bpm": 141.0,
        "lengths": float(lengths),
    }
    columns: dict[str, Column | list[str]] = {
        "timestamp": began + np.round(ends),
        "start_time": began + np.round(ends - each_s),
        "message_index": np.arange(lengths, dtype=np.float64),
        "total_elapsed_time": each_s,
        "total_timer_time": each_s,
        "total_strokes": np.round(19 + chance.noise(lengths)),
        "event": ["length"] * lengths,
        "event_type": ["stop"] * lengths,
        "length_type": ["active"] * lengths,
        "swim_stroke": ["freestyle"] * lengths,
    }
    messages = [
        *_opening(start),
        Message(name="length", columns=columns),
        _event(began + elapsed, "stop_all"),
        _session(outing, began, figures),
        _closing(start, figures),
    ]
    return encode(messages), figures


def _each(columns: Mapping[str, Figure]) -> dict[str, float | str]:
    return dict(columns)
