"""What whoever looks at the knee would ask is said back: beside the patterns, and where running stops."""

from kneewise.model.answers import Answer
from kneewise.present.page import Lines
from kneewise.present.text import today_lines
from kneewise.present.week import pattern_lines
from tests.engine.made import Runner, sore_runner

TOLD: dict[str, Answer] = {
    "hurts_stairs_down": False,
    "hurts_kneeling": True,
    "hurts_uphill": True,
    "knee_operation_earlier": True,
}


def text(lines: Lines) -> str:
    return " ".join(line.text.strip() for line in lines)


def stopped(**told: Answer) -> str:
    runner = sore_runner(night_pain=True, **told)
    return text(today_lines(runner.decided(0), settings=runner.settings))


def test_what_brings_the_pain_on_stands_beside_the_patterns() -> None:
    said = text(pattern_lines(sore_runner(**TOLD).decided(0)))

    assert "It hurts running uphill, kneeling." in said
    assert "The knee was operated on, longer than a year ago." in said


def test_where_running_stops_it_is_what_to_say_there() -> None:
    assert "Say there too: It hurts running uphill, kneeling." in stopped(**TOLD)
    assert "Say there too" not in stopped(hurts_stairs_down=False)


def test_a_swelling_counts_from_the_day_on_which_it_began() -> None:
    start = Runner().date(0)
    since = Runner().date(-3)
    runner = sore_runner(swelling=True, swelling_since=since, swelling_not_examined=True)

    decision = runner.decided(0)
    page = text(today_lines(decision, settings=runner.settings, today=start))

    assert [flag.since for flag in decision.found.safety.flags] == [since]
    assert "Since Friday 27 February." in page
    assert "Nobody has examined the swelling yet." in page
