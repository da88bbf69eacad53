"""Values made by hand, as the engine and the files would make them: what pages are set from."""

from datetime import UTC, date, datetime, timedelta

import numpy as np

from kneewise.app.runs import RunView
from kneewise.model.activity import Activity, Measured
from kneewise.model.cadence import BandFinding, BandFit, BandMinutes, BandRun, TargetBand
from kneewise.model.evidence import Grade, Reason
from kneewise.model.findings import (
    AnkleFinding,
    Assessment,
    CadenceFinding,
    Colour,
    Flag,
    LoadFinding,
    PainFinding,
    Profile,
    RoomFinding,
    SafetyFinding,
    StrengthFinding,
    Urgency,
)
from kneewise.model.observations import DiaryEntry, Irritability, TimedScore
from kneewise.model.places import Side
from kneewise.model.plan import Advice, Block, Caps, Decision, Phase, Plan, RunColour, Session, SessionKind
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport

ON = date(2026, 11, 25)
RULE = "grade.D"
"""Any identifier that has a sentence without figures: pages do not care which."""

WHY = Reason(rule=RULE, seen=2, limit=2, unit="0-10", grade=Grade.B, sources=("trek-runners",))


def make_session(days: int = 0, kind: SessionKind = SessionKind.RUN) -> Session:
    on = ON + timedelta(days=days)
    if kind is not SessionKind.RUN:
        return Session(on=on, kind=kind, duration_min=0 if kind is SessionKind.REST else 30)
    return Session(
        on=on,
        kind=kind,
        running_min=20,
        duration_min=33,
        warm_up_min=8,
        blocks=(Block(run_min=4, walk_min=1, times=5),),
        cadence_low_spm=167,
        cadence_high_spm=173,
        stop_above_0_10=2,
    )


def make_week() -> tuple[Session, ...]:
    kinds = (SessionKind.RUN, SessionKind.REST, SessionKind.RUN, SessionKind.BIKE)
    return tuple(make_session(days, kinds[days % 4]) for days in range(7))


def make_advice(room: str, action: str) -> Advice:
    return Advice(room=room, action=action, because=(WHY,), daily_life=True)


def make_decision(urgency: Urgency = Urgency.NONE, **changes: object) -> Decision:
    stops = urgency.stops_running
    flag = Flag(key="swelling", urgency=urgency, since=ON, because=WHY)
    plan: dict[str, object] = {
        "on": ON,
        "may_run": not stops,
        "urgency": urgency,
        "phase": Phase.WALK_RUN,
        "stage": 4,
        "sessions": make_week(),
        "caps": Caps(run_min=22, run_m=4200, week_min=66),
        "because": (WHY,),
    }
    colours = tuple(
        RunColour(
            on=ON - timedelta(days=days), side=Side.RIGHT, activity_id=run, colour=colour, because=(WHY,)
        )
        for days, run, colour in (
            (7, None, Colour.AMBER),
            (4, "b" * 12, Colour.GREEN),
            (2, "a" * 12, Colour.GREEN),
        )
    )
    return Decision(
        plan=Plan(**{**plan, **changes}),  # type: ignore[arg-type]  # Made by name.
        found=make_assessment(
            SafetyFinding(urgency=urgency, flags=(flag,) if stops else (), may_run=not stops)
        ),
        colours=colours,
        engine_version="test",
        knowledge_hash="test",
    )


def make_assessment(safety: SafetyFinding) -> Assessment:
    return Assessment(
        safety=safety,
        pain=PainFinding(patterns=(), first=None, unclear=True, profile=Profile.STEADY, green_pain_0_10=2),
        load=LoadFinding(
            irritability=Irritability.MILD, cut_percent=20, walking_only=False, run_min=30, week_min=90
        ),
        cadence=CadenceFinding(own_spm=162, low_spm=167, high_spm=173, wanted=True),
        strength=StrengthFinding(room="step4_strength"),
        ankle=AnkleFinding(room="step5_ankle"),
        footwear=RoomFinding(room="step6_footwear"),
        recovery=RoomFinding(room="step7_recovery"),
        tips=RoomFinding(room="tips"),
    )


def make_activity(days_ago: int = 2, name: str = "Park loop", activity_id: str = "a" * 12) -> Activity:
    start = datetime(2026, 11, 25, 17, 9, tzinfo=UTC) - timedelta(days=days_ago)
    measured = Measured(
        version="1",
        elapsed_s=1980,
        moving_s=1980,
        running_s=900,
        distance_m=4210,
        cadence_spm=170,
        speed_m_s=2.65,
        ascent_m=38,
    )
    return Activity(
        activity_id=activity_id,
        start=start,
        utc_offset_s=3600,
        sport=Sport.RUNNING,
        name=name,
        measured=measured,
    )


def make_band_run(days_ago: int = 2) -> BandRun:
    """A run of the cadence block, most of it inside."""
    return BandRun(
        activity=make_activity(days_ago),
        band=TargetBand(low_spm=167, high_spm=173, first=False),
        minutes=BandMinutes(inside_min=12, below_min=2, above_min=1, running_min=15),
        found=BandFinding(fit=BandFit.INSIDE, asked_min=15, because=(WHY,)),
    )


def make_recording() -> Recording:
    """33 minutes: eight of walking, then five times three running and two walking, over a low hill."""
    time_s = np.arange(0.0, 1980.0)
    running = (time_s >= 480) & ((time_s - 480) % 300 < 180)
    wave = np.sin(time_s / 7) + np.sin(time_s / 3.1)
    speed = np.where(running, 2.65, 1.65) + 0.04 * wave
    return Recording(
        start=datetime(2026, 11, 23, 17, 9, tzinfo=UTC),
        utc_offset_s=3600,
        sport=Sport.RUNNING,
        device="A watch",
        source_format="fit",
        time_s=time_s,
        columns={
            "speed_m_s": speed,
            "distance_m": np.cumsum(speed),
            "cadence_spm": np.where(running, 170.0, 115.0) + wave,
            "altitude_m": 100 + 12 * np.sin(time_s / 260),
        },
        elapsed_s=1980,
    )


def make_run_view(activity: Activity | None = None) -> RunView:
    activity = activity or make_activity()
    decision = make_decision()
    score = TimedScore(value=1, at=activity.end)
    entry = DiaryEntry(
        on=activity.on,
        side=Side.RIGHT,
        about_run=True,
        activity=activity,
        before=score,
        during=TimedScore(value=2, at=activity.end),
        after_60min=score,
        morning=None,
    )
    return RunView(
        activity=activity,
        recording=make_recording(),
        colours=tuple(one for one in decision.colours if one.activity_id == activity.activity_id),
        entries=(entry,),
        sources=(),
    )
