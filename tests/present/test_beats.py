"""Where in a session the metronome beats."""

from datetime import date

from kneewise.model.plan import Block, Session, SessionKind
from kneewise.present.beats import beat_parts

ON = date(2026, 11, 25)


def cut(*blocks: Block, one_of_each_min: float | None = None) -> list[tuple[str, float, float]]:
    session = Session(on=ON, kind=SessionKind.RUN, warm_up_min=8, blocks=blocks)
    parts = beat_parts(session, one_of_each_min=one_of_each_min)
    return [(part.kind, part.from_s / 60, part.to_s / 60) for part in parts]


def test_later_all_of_the_running_is_beaten_and_no_walk() -> None:
    assert cut(Block(run_min=4, walk_min=1, times=2)) == [
        ("warm", 0, 8),
        ("beat", 8, 12),
        ("walk", 12, 13),
        ("beat", 13, 17),
        ("walk", 17, 18),
    ]


def test_at_first_the_last_of_every_five_running_minutes_is_beaten() -> None:
    assert cut(Block(run_min=12, walk_min=0, times=1), one_of_each_min=5) == [
        ("warm", 0, 8),
        ("run", 8, 12),
        ("beat", 12, 13),
        ("run", 13, 17),
        ("beat", 17, 18),
        ("run", 18, 20),
    ]


def test_short_runs_add_up_to_their_fifth_minute() -> None:
    parts = cut(Block(run_min=2, walk_min=2, times=3), one_of_each_min=5)

    assert [part for part in parts if part[0] == "beat"] == [("beat", 16, 17)]
    assert parts[-3:] == [("beat", 16, 17), ("run", 17, 18), ("walk", 18, 20)]


def test_the_parts_meet_without_a_gap() -> None:
    parts = cut(Block(run_min=7, walk_min=1.5, times=3), one_of_each_min=5)

    assert [part[1] for part in parts[1:]] == [part[2] for part in parts[:-1]]
