"""Entries of the diary as people read them: words, no keys."""

import pytest

from kneewise.model.runner import Settings
from kneewise.present.diary import say_entry
from kneewise.present.lists import settings_lines

ENTRIES = [
    (
        "pain",
        {
            "side": "right",
            "during": 2,
            "after_60min": "unknown",
            "scored_at": {"during": "2026-11-20T18:00:00+00:00"},
            "limp": False,
            "first_pain_min": 12.0,
            "note": "windy",
        },
        "Pain: right knee, during 2, 60 min after not known, limp no, first after 12 min, “windy”",
    ),
    (
        "answers",
        {"origin": "screening", "answers": {"night_pain": True, "limp": False, "places": ["shin_bump"]}},
        "Answers: 3 answers, the knee wakes you at night",
    ),
    (
        "answers",
        {"origin": "diary", "answers": {"limp": True, "giving_way": True, "calf_pain": True}},
        "Answers: 3 answers, a limp; the knee gives way; new pain in a calf",
    ),
    (
        "clearance",
        {"by": "physiotherapist", "may_run": False},
        "A clinician: physiotherapist, you may not run yet",
    ),
    ("pain", {"side": "left", "morning": 1}, "Pain: left knee, morning 1"),
    ("painkiller", {"before_run": True}, "Painkiller: to be able to run"),
    ("painkiller", {"before_run": False}, "Painkiller"),
    ("illness", {"until": {"date": "2026-01-12"}}, "Ill: until 12 January 2026"),
    ("illness", {"until": None}, "Ill: it lasts"),
    ("sleep", {"hours": 7.5, "quality_0_10": "unknown"}, "Sleep: 7.5 hours, quality not known of 10"),
    ("shoe", {"name": "Blue", "distance_before_m": 120000.0}, "Shoes: Blue, 120 km before"),
    (
        "test",
        {"side": "left", "kind": "hops", "count": 20, "pain_0_10": 2},
        "Test: left knee, 20 hops, pain 2",
    ),
    ("run", {"activity_id": "a" * 16, "soft_surface": True}, f"A run: {'a' * 12}, on soft ground: yes"),
    (
        "insert",
        {"insert": "wedge", "prescribed_by": "podiatrist", "worn_until": {"date": "2026-01-12"}},
        "In the shoe: a wedge, prescribed by podiatrist, until 12 January 2026",
    ),
    ("beside_plan", {"why": "it felt good"}, "A run beside the plan: “it felt good”"),
    ("beside_plan", {"why": "unknown"}, "A run beside the plan: not known"),
    (
        "week",
        {"held_back": 4, "doubt": "unknown", "from_usual": 10},
        "The week: running held back 4, doubt not known, off usual running 10",
    ),
    (
        "session",
        {"activity_id": "a" * 16, "same": True, "others": ["b" * 16], "recordings": []},
        f"Sessions: {'a' * 12} is one session with {'b' * 12}",
    ),
    (
        "session",
        {"activity_id": "a" * 16, "same": False, "others": [], "recordings": []},
        f"Sessions: the files of {'a' * 12} are sessions of their own",
    ),
    (
        "settings",
        {"running_days": [0, 2], "has_bike": True},
        "Settings: running days Monday, Wednesday, bike yes",
    ),
]


@pytest.mark.parametrize(("kind", "payload", "said"), ENTRIES)
def test_an_entry_is_said_in_words(kind: str, payload: dict[str, object], said: str) -> None:
    assert say_entry(kind, payload, miles=False) == said


def test_days_of_the_week_are_words_in_the_settings() -> None:
    said = "\n".join(line.text for line in settings_lines(Settings(running_days=(0, 6))))

    assert "running_days   Monday, Sunday" in said
