"""The cadence block is dropped where its first sessions are no point better."""

from dataclasses import replace

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.engine import cadence_block
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.cadence import BlockEnd, CadenceBlock, TargetBand
from kneewise.model.diary import Score
from kneewise.model.plan import SessionKind
from kneewise.observe import observer
from kneewise.present.day import steps_of
from kneewise.present.words import sentence
from tests.engine.made import Runner, sore_runner, with_cadence

BEFORE, SINCE = (1, 3, 5), (8, 10, 12)


def has_band(before: tuple[Score, ...], since: tuple[Score, ...]) -> bool:
    """Whether the next runs have a band of steps, after these worst scores before and within the block."""
    runner = with_cadence(sore_runner()).each_week(20)
    assert band_of(runner, 8)
    for day, score in (*zip(BEFORE, before, strict=False), *zip(SINCE, since, strict=False)):
        runner.run(day, 28, during=score)
    return band_of(runner, 14)


def band_of(runner: Runner, day: int) -> bool:
    runs = [one for one in runner.decided(day).plan.sessions if one.kind is SessionKind.RUN]
    assert runs
    return all(one.cadence_high_spm is not None for one in runs)


@pytest.mark.parametrize(
    ("since", "kept"),
    [
        ((1, 0), True),
        ((1, 1), True),
        ((1, 2), False),
        ((2, 2), False),
    ],
)
def test_two_sessions_have_to_be_a_whole_point_better(since: tuple[Score, ...], kept: bool) -> None:
    assert has_band((2, 2, 2), since) is kept


@pytest.mark.parametrize(("before", "kept"), [((1, 1, 1), True), ((1, 1, 2), True), ((1, 2, 2), False)])
def test_where_it_hardly_hurt_before_nothing_is_tested(before: tuple[Score, ...], kept: bool) -> None:
    assert has_band(before, (2, 2)) is kept


@pytest.mark.parametrize("since", [(), (2,), (2, UNKNOWN), (UNKNOWN, UNKNOWN)])
def test_before_two_sessions_are_known_the_block_goes_on(since: tuple[Score, ...]) -> None:
    assert has_band((2, 2, 2), since)


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ((), True),
        ((UNKNOWN, UNKNOWN, UNKNOWN), True),
        ((2,), True),
        ((2, 2), True),
        ((2, 2, UNKNOWN), False),
        ((2, UNKNOWN, 2), False),
        ((3, UNKNOWN, 3), True),
        ((2, UNKNOWN, 3), False),
        ((1, UNKNOWN, 2), False),
        ((1, UNKNOWN, 1), True),
    ],
)
def test_it_is_held_against_the_runs_before_that_are_known(before: tuple[Score, ...], kept: bool) -> None:
    assert has_band(before, (2, 2)) is kept


def test_only_the_first_two_sessions_decide() -> None:
    assert has_band((2, 2, 2), (1, 1, 2))
    assert not has_band((2, 2, 2), (2, 2, 0))


FIRST = TargetBand(low_spm=166.0, high_spm=170.0, first=True)
LATER = TargetBand(low_spm=172.0, high_spm=176.0, first=False)
CALF: dict[str, Answer] = {
    **dict.fromkeys(house_numbers().red_flags.catalogue.hanging_on["calf_pain"], False),
    "calf_pain": True,
    "same_effort_calf_or_foot_cramp": False,
}


def block_of(runner: Runner, day: int) -> CadenceBlock:
    look = observer(runner.history, house_numbers().observe)
    return cadence_block(look, on=runner.date(day), numbers=house_numbers())


def days_with_band(runner: Runner, block: CadenceBlock) -> dict[int, TargetBand]:
    days = {one.activity_id: (one.on - runner.start).days for one in runner.activities}
    return {days[name]: band for name, band in block.bands.items()}


def in_block(**felt: Score) -> Runner:
    runner = with_cadence(sore_runner()).each_week(30)
    for day in (*BEFORE, *range(8, 28, 3)):
        runner.run(day, 28, **felt)
    return runner


@pytest.mark.parametrize(
    "said", [CALF, {"places": ("behind_kneecap", "calf")}], ids=["calf pain", "pointed at"]
)
def test_the_block_waits_for_a_calf_that_complains(said: dict[str, Answer]) -> None:
    runner = with_cadence(sore_runner()).each_week(30)
    for day in BEFORE:
        runner.run(day, 28)
    well: dict[str, Answer] = {"calf_pain": False}
    complaining = replace(runner, answers=[*runner.answers])
    complaining.told(6, said, hour=12)

    assert (block_of(complaining, 8).began_on, block_of(complaining, 8).calf_waits) == (None, True)
    assert block_of(runner, 8).began_on == runner.date(7)
    assert block_of(complaining.told(9, well, hour=12), 9).began_on == runner.date(9)


def test_the_first_runs_of_the_plan_tell_the_own_cadence_where_none_before_did() -> None:
    runner = sore_runner().each_week(30)
    for number, day in enumerate((3, 8, 11, 14)):
        runner.ran(day, 28, cadence_spm=158 + 2 * number)
        runner.felt(day)

    known = {day: runner.decided(day).found.cadence.own_spm for day in (11, 12, 15, 20)}

    assert known == {11: None, 12: 160, 15: 160, 20: 160}
    assert [block_of(runner, day).began_on for day in (11, 12, 20)] == [
        None,
        runner.date(12),
        runner.date(12),
    ]


def test_runs_before_the_plan_go_before_those_of_the_plan() -> None:
    runner = with_cadence(sore_runner(), 164)
    for day in (1, 3, 5):
        runner.ran(day, 28, cadence_spm=150)

    assert runner.decided(8).found.cadence.own_spm == 164


def test_before_the_block_it_is_known_when_it_may_begin() -> None:
    block = block_of(in_block(), 5)

    assert (block.began_on, block.not_before, block.band) == (None, in_block().date(7), None)
    assert block.bands == {}


def test_each_run_of_the_block_has_the_band_of_its_day() -> None:
    runner = in_block()

    block = block_of(runner, 24)

    assert (block.began_on, block.not_before, block.ended) == (runner.date(7), None, None)
    assert block.band == LATER
    assert days_with_band(runner, block) == {
        **dict.fromkeys((8, 11, 14, 17, 20), FIRST),
        23: LATER,
    }


def test_each_run_that_is_planned_has_the_band_of_its_own_day() -> None:
    runner = in_block()

    for day in (8, 12, 20, 21, 24):
        runs = [one for one in runner.decided(day).plan.sessions if one.kind is SessionKind.RUN]
        assert runs
        for run in runs:
            band = LATER if run.on >= runner.date(8 + 14) else FIRST
            assert (run.cadence_low_spm, run.cadence_high_spm) == (band.low_spm, band.high_spm)
    assert block_of(runner, 21).band == FIRST


def test_the_block_ends_without_relief_and_later_runs_have_no_band() -> None:
    runner = in_block(during=2)

    block = block_of(runner, 24)

    assert (block.ended, block.band) == (BlockEnd.NO_RELIEF, None)
    assert days_with_band(runner, block) == dict.fromkeys((8, 11), FIRST)


def test_the_block_ends_with_a_calf_that_complains_and_later_runs_have_no_band() -> None:
    runner = in_block().told(13, CALF).cleared(14)

    block = block_of(runner, 24)

    assert (block.ended, block.band) == (BlockEnd.CALF, None)
    assert days_with_band(runner, block) == dict.fromkeys((8, 11), FIRST)


@pytest.mark.parametrize("key", ["places", "places_other_knee"])
@pytest.mark.parametrize(("place", "ends"), [("calf", True), ("back_calf", True), ("thigh", False)])
def test_a_calf_that_is_pointed_at_complains(key: str, place: str, *, ends: bool) -> None:
    runner = in_block().told(13, {key: ("behind_kneecap", place)}).cleared(14)

    assert (block_of(runner, 24).ended is BlockEnd.CALF) is ends


def test_a_run_made_while_running_was_out_had_no_band() -> None:
    runner = in_block().told(16, {"giving_way": True}).cleared(18)

    block = block_of(runner, 20)

    assert block.ended is None
    assert 17 not in days_with_band(runner, block)
    assert {14, 20} <= days_with_band(runner, block).keys()


def test_who_steps_quickly_already_has_no_block() -> None:
    runner = sore_runner().each_week(30)

    assert block_of(runner, 20) == CadenceBlock()
    assert block_of(Runner(), 3) == CadenceBlock()


def test_a_run_while_two_reds_beside_a_bone_point_stop_running_has_no_band() -> None:
    runner = with_cadence(sore_runner()).each_week(30).told(17, {"high_arches": True})
    for day in (*BEFORE, 8, 11):
        runner.run(day, 28)
    for day in (14, 17):
        runner.run(day, 28, during=6)
    runner.run(19, 28)

    block = block_of(runner, 20)

    assert not runner.decided(19).plan.may_run
    assert days_with_band(runner, block) == dict.fromkeys((8, 11, 14, 17), FIRST)


def advised(runner: Runner, day: int) -> dict[str, object]:
    """What the plan of a day says of the band; empty where it says nothing."""
    plan = runner.decided(day).plan
    room = [one for one in plan.advice if one.room == "step3_cadence"]
    assert {one.action for one in room} in (set(), {"cadence.raise", "cadence.calf"})
    return next((dict(one.amounts) for one in room if one.action == "cadence.raise"), {})


@pytest.mark.parametrize(
    ("day", "band", "percent", "rule"),
    [(8, FIRST, 5, "own_raise"), (21, FIRST, 5, "own_raise"), (22, LATER, 9, "later_raise")],
)
def test_the_advice_names_the_band_of_the_day(day: int, band: TargetBand, percent: int, rule: str) -> None:
    runner = in_block()

    amounts = advised(runner, day)

    assert (amounts["low_spm"], amounts["high_spm"]) == (band.low_spm, band.high_spm)
    assert amounts["raise_percent"] == percent
    raised = next(one for one in runner.decided(day).plan.advice if one.action == "cadence.raise")
    assert raised.because[0].rule == f"step3_cadence.{rule}"
    assert len({reason.rule for reason in raised.because}) == 5


def test_the_advice_ends_with_the_block() -> None:
    assert advised(in_block(), 6) == {}
    assert advised(in_block(during=2), 10)
    assert advised(in_block(during=2), 24) == {}


def test_the_advice_ends_with_a_calf_that_complains() -> None:
    runner = in_block().told(22, CALF)

    assert runner.decided(23).plan.may_run
    assert advised(runner, 23) == {}


@pytest.mark.parametrize(
    ("day", "each_min", "said"), [(10, 5, "in one minute of every 5"), (24, None, "running")]
)
def test_in_its_first_weeks_the_band_is_for_one_minute_of_each_few(
    day: int, each_min: float | None, said: str
) -> None:
    runner = in_block(during=0)
    runs = [one for one in runner.decided(day).plan.sessions if one.cadence_low_spm]

    assert [one.cadence_each_min for one in runs[:1]] == [each_min]
    band = steps_of(runs[0])
    assert band is not None
    assert sentence(f"session.{band[0]}", **band[1]).endswith(said)
