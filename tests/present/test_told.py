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


def test_each_feature_is_said_to_be_published_or_an_estimate() -> None:
    decision = sore_runner(places=("behind_kneecap",), hurts_squat=True, hurts_hop=False).decided(0)
    best = decision.found.pain.patterns[0]

    said = text(pattern_lines(decision))

    assert best.published
    assert set(best.speaks_for) - set(best.published)
    assert "for, from published figures: squatting" in said
    assert "for, by our estimate: around or behind the kneecap" in said


def test_a_bone_that_comes_before_the_pattern_is_the_reason_that_none_is_put_first() -> None:
    clear = sore_runner().decided(0)
    bone = Runner().screened(high_arches=True, more_running_lately=True).decided(0)
    nothing = sore_runner(places=("whole_knee",)).decided(0)

    said = [text(pattern_lines(one)) for one in (clear, bone, nothing)]

    assert [one.found.pain.first for one in (clear, bone, nothing)] == ["patellofemoral", None, None]
    assert "None is put first: your answers also speak for a bone under too much load" in said[1]
    assert "Unclear so far" not in said[1]
    assert "Unclear so far: no single pattern stands out." in said[2]


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
    assert "Known since Friday 27 February." in page
    assert "Nobody has examined the swelling yet." in page
