"""An Apple Health export as the app writes it, with our own records."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

from tests.files.made import METRE_DEG, START, at, zipped

DOCTYPE = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ATTLIST Workout
  startDate CDATA #REQUIRED
  device           CDATA #IMPLIED
<!ELEMENT MetadataEntry EMPTY>
>
]>
"""
"""What stands before every export; like the app's own of some years, it is not well formed."""

ZONE = timezone(timedelta(hours=2))
DEVICE = "&lt;&lt;HKDevice: 0x2831b5d10&gt;, name:Apple Watch, model:Watch&gt;"
ROUTE = "workout-routes/route_2026-05-04_8.40am.gpx"


def stamp(second: float, start: datetime = START) -> str:
    return (start + timedelta(seconds=second)).astimezone(ZONE).strftime("%Y-%m-%d %H:%M:%S %z")


def record(
    kind: str, value: object, from_s: float, to_s: float, *, unit: str = "count", source: str = "Watch"
) -> str:
    written = f"HKQuantityTypeIdentifier{kind}" if not kind.startswith("HK") else kind
    return (
        f' <Record type="{written}" sourceName="{source}" sourceVersion="10.1" device="{DEVICE}"'
        f' unit="{unit}" creationDate="{stamp(to_s)}" startDate="{stamp(from_s)}"'
        f' endDate="{stamp(to_s)}" value="{value}"/>\n'
    )


def part(from_s: float, to_s: float, *, km: float, kind: str = "WalkingRunning", said: str = "") -> str:
    """Write an interval or a leg, as newer exports have them within a workout, before its own figures."""
    span = f'startDate="{stamp(from_s)}" endDate="{stamp(to_s)}"'
    return (
        f'  <WorkoutActivity uuid="A" {span} duration="{(to_s - from_s) / 60}" durationUnit="min">\n'
        f'   <WorkoutStatistics type="HKQuantityTypeIdentifierDistance{kind}" {span} sum="{km}" unit="km"/>\n'
        f"   {said}\n  </WorkoutActivity>\n"
    )


def workout(
    *,
    seconds: int = 600,
    kind: str = "Running",
    inside: str = "",
    source: str = "Watch",
    start_s: float = 0,
    parts: str = "",
) -> str:
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="{seconds / 60}"'
        f' durationUnit="min" sourceName="{source}" device="{DEVICE}" creationDate="{stamp(seconds)}"'
        f' startDate="{stamp(start_s)}" endDate="{stamp(start_s + seconds)}">\n'
        f'  <MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>\n{parts}'
        f'  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" startDate="{stamp(0)}"'
        f' endDate="{stamp(seconds)}" sum="{seconds * 3 / 1000}" unit="km"/>\n'
        f"{inside} </Workout>\n"
    )


def steady(seconds: int = 600, *, steps: bool = True) -> list[str]:
    """Write what a watch records of a steady run at 3 m/s and 165 steps a minute, kind after kind."""
    every = range(0, seconds, 5)
    kinds = [
        [record("HeartRate", 150, second, second, unit="count/min") for second in every],
        [record("DistanceWalkingRunning", 0.015, second, second + 5, unit="km") for second in every],
        [record("RunningSpeed", 10.8, second, second + 5, unit="km/hr") for second in every],
        [record("RunningStrideLength", 1.09, second, second + 5, unit="m") for second in every],
        [record("RunningVerticalOscillation", 9.5, second, second + 5, unit="cm") for second in every],
        [record("RunningGroundContactTime", 250, second, second + 5, unit="ms") for second in every],
    ]
    if steps:
        kinds.append([record("StepCount", 165, second, second + 60) for second in range(0, seconds, 60)])
    return [line for lines in kinds for line in lines]


def export_xml(records: Sequence[str], workouts: Sequence[str], *, before: str = DOCTYPE) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{before}<HealthData locale="en_GB">\n'
        f' <ExportDate value="{stamp(0)}"/>\n <Me HKCharacteristicTypeIdentifierBiologicalSex="x"/>\n'
        + "".join(records)
        + "".join(workouts)
        + ' <ActivitySummary dateComponents="2026-05-04"/>\n</HealthData>\n'
    ).encode()


def routed(path: str = f"/{ROUTE}") -> str:
    return (
        f'  <WorkoutRoute sourceName="Watch" startDate="{stamp(0)}" endDate="{stamp(600)}">\n'
        f'   <FileReference path="{path}"/>\n  </WorkoutRoute>\n'
    )


def route_gpx(seconds: int = 600) -> bytes:
    points = "".join(
        f'<trkpt lon="8.5" lat="{47 + second * 3 * METRE_DEG:.9f}"><ele>{400 + second / 10}</ele>'
        f"<time>{at(second)}</time><extensions><speed>3.0</speed></extensions></trkpt>"
        for second in range(seconds + 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Apple Health Export" '
        'xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Route</name>'
        f"<trkseg>{points}</trkseg></trk></gpx>"
    ).encode()


def asleep(from_s: float, to_s: float, *, what: str = "AsleepCore", source: str = "Watch") -> str:
    value = f"HKCategoryValueSleepAnalysis{what}"
    return record("HKCategoryTypeIdentifierSleepAnalysis", value, from_s, to_s, source=source)


def export_zip(path: Path, xml: bytes, *, route: bytes | None = None) -> Path:
    members = {} if route is None else {f"apple_health_export/{ROUTE}": route}
    return zipped(path, {**members, "apple_health_export/export.xml": xml})
