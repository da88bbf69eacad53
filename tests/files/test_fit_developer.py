"""Developer fields fill what the watch leaves out, and nothing else."""

import numpy as np
import pytest

from kneewise.files import read_recordings
from kneewise.fit import App, DeveloperField, Message, encode
from kneewise.model.recording import Recording

START_S = 1_777_876_200.0
SECONDS = 600


def run_with(
    field: DeveloperField, value: float, *, first: tuple[Message, ...] = (), **native: float
) -> Recording:
    """Write ten minutes of running with one developer field behind other messages, and read it."""
    columns = {
        "timestamp": START_S + np.arange(SECONDS),
        "distance": np.arange(SECONDS) * 3.0,
        **{name: np.full(SECONDS, told) for name, told in native.items()},
    }
    record = Message(name="record", columns=columns, developer={field: np.full(SECONDS, value)})
    kind = Message(name="file_id", columns={"type": "activity", "time_created": START_S})
    session = Message(name="session", columns={"start_time": START_S, "sport": "running"})
    (recording,) = read_recordings("run.fit", encode([kind, *first, record, session])).recordings
    return recording


def field(name: str, unit: str) -> DeveloperField:
    return DeveloperField(number=0, name=name, unit=unit, base="float32", app=App())


def test_a_foot_pods_cadence_counts_where_the_watch_has_none() -> None:
    run = run_with(field("Cadence", "RPM"), 84.0)

    assert set(run.columns["cadence_spm"]) == {168.0}
    assert run.cadence_rule == "strides_doubled"


def test_a_foot_pods_cadence_counts_where_that_of_the_watch_is_nought() -> None:
    run = run_with(field("Cadence", "RPM"), 84.0, cadence=0.0)

    assert set(run.columns["cadence_spm"]) == {168.0}


def test_a_silent_foot_pod_takes_nothing_away() -> None:
    run = run_with(field("Cadence", "RPM"), 0.0, cadence=90.0)

    assert set(run.columns["cadence_spm"]) == {180.0}


def test_a_field_counts_whose_name_another_message_has_as_well() -> None:
    of_the_lap = DeveloperField(number=1, name="Ground Time", unit="Milliseconds", base="float32", app=App())
    lap = Message(
        name="lap",
        columns={"timestamp": START_S, "start_time": START_S},
        developer={of_the_lap: np.array([251.0])},
    )

    run = run_with(field("Ground Time", "Milliseconds"), 240.0, first=(lap,))

    assert set(run.columns["stance_time_ms"]) == {240.0}


def test_the_watchs_own_cadence_comes_first() -> None:
    run = run_with(field("Cadence", "RPM"), 84.0, cadence=90.0)

    assert set(run.columns["cadence_spm"]) == {180.0}


def test_centimetres_become_millimetres() -> None:
    run = run_with(field("Vertical Oscillation", "Centimeters"), 7.5)

    assert set(run.columns["vertical_oscillation_mm"]) == {75.0}


def test_a_field_in_an_unknown_unit_is_left() -> None:
    run = run_with(field("Ground Time", "ticks"), 250.0)

    assert "stance_time_ms" not in run.columns


def test_what_a_field_says_it_is_goes_before_its_name() -> None:
    named_in_german = DeveloperField(
        number=0, name="Schrittfrequenz", unit="SPM", native=("record", "cadence"), app=App()
    )

    run = run_with(named_in_german, 84.0)

    assert set(run.columns["cadence_spm"]) == {168.0}


@pytest.mark.parametrize(
    ("name", "unit", "value", "column", "expected"),
    [
        ("Power", "Watts", 250.0, "power_w", 250.0),
        ("Ground Time", "Milliseconds", 240.0, "stance_time_ms", 240.0),
        ("currContactTime", "ms", 240.0, "stance_time_ms", 240.0),
        ("currPower", "W", 250.0, "power_w", 250.0),
        ("core_temperature", "°C", 38.5, "core_temperature_c", 38.5),
        ("Heart Rate", "bpm", 150.0, "heart_rate_bpm", 150.0),
    ],
)
def test_fields_of_foot_pods_and_straps_are_known_by_name(
    name: str, unit: str, value: float, column: str, expected: float
) -> None:
    run = run_with(field(name, unit), value)

    assert set(run.columns[column]) == {expected}
