"""Results are tried once, kept, compared on the same runners, and shown with what does not win first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.virtual_runners import trial
from bench.virtual_runners.outcomes import Outcome
from bench.virtual_runners.parameters import parameters
from bench.virtual_runners.tables import (
    MEASURES,
    Verdict,
    compare,
    of_each_policy,
    of_each_setting,
    where_it_does_not_win,
)
from bench.virtual_runners.trial import AS_IT_IS, Result, Setting, all_settings, try_all

CHEAP = {name: make for name, make in trial.POLICIES.items() if name != "Kneewise"}
AS_IS = Setting(changed={})


def outcome(red_days: int = 0, usual: int | None = 50, lost: float = 1.0) -> Outcome:
    return Outcome(
        red_days=red_days,
        days_to_usual=usual,
        days_to_usual_without_red=usual,
        weeks_lost=lost,
        hurt_again=False,
        recovered=True,
    )


def result(number: int, ours: Outcome, theirs: Outcome, setting: str = AS_IT_IS) -> Result:
    outcomes = {name: ours if name == "Kneewise" else theirs for name in trial.POLICIES}
    return Result(
        setting=setting, number=number, outcomes=outcomes, seconds=dict.fromkeys(trial.POLICIES, 0.1)
    )


def test_every_number_is_swept_both_ways_and_once_plans_are_partly_followed() -> None:
    settings = all_settings()

    assert settings[0].name == AS_IT_IS
    assert len({one.name for one in settings}) == 2 + 2 * len(parameters())
    assert [one.follows for one in settings if one.follows < 1] == [0.8]


def test_what_is_kept_is_not_tried_again_and_comes_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "POLICIES", CHEAP)
    kept = tmp_path / "results"

    first = list(try_all(1, [(AS_IS, 2)], workers=1, kept=kept))
    more = list(try_all(1, [(AS_IS, 3)], workers=1, kept=kept))

    assert more[:2] == first
    assert [one.number for one in more] == [0, 1, 2]
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 3


def test_the_same_seed_gives_the_same_outcomes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "POLICIES", CHEAP)

    once, again = (list(try_all(1, [(AS_IS, 2)], workers=1)) for _ in range(2))

    assert [one.outcomes for one in once] == [one.outcomes for one in again]


@pytest.mark.parametrize(("ours", "verdict"), [(1, Verdict.WINS), (3, Verdict.OPEN), (5, Verdict.LOSES)])
def test_a_difference_on_the_same_runners_says_who_wins(ours: int, verdict: Verdict) -> None:
    results = [result(number, outcome(ours), outcome(3)) for number in range(9)]

    assert compare(results, MEASURES[0]).verdict is verdict


def test_never_counts_as_the_whole_season() -> None:
    compared = compare([result(0, outcome(usual=None), outcome(usual=60))], MEASURES[1])

    assert (compared.ours, compared.theirs) == (182, 60)


def test_the_first_table_begins_with_what_loses_and_counts_the_settings() -> None:
    results = {
        AS_IT_IS: [result(0, outcome(lost=2), outcome(lost=1))],
        "a": [result(0, outcome(lost=2), outcome(lost=1), "a")],
        "b": [result(0, outcome(lost=0), outcome(lost=1), "b")],
    }

    line = where_it_does_not_win(results).splitlines()[2]

    expected = "| Weeks of running lost | loses | 2.00 | 1.00, guide | +1.00 (+1.00 to +1.00) | 1 | 0 | 1 |"
    assert line == expected


def test_who_never_got_there_is_counted_and_the_median_says_so() -> None:
    results = [result(number, outcome(usual=None if number else 60), outcome()) for number in range(4)]

    line = of_each_policy(results).splitlines()[2]

    assert line.startswith("| Kneewise | 0.0 [0.0 to 0.0] | never [60 to never] (60 to never), 75 % |")


def test_a_setting_has_a_line_with_who_did_best_of_the_others() -> None:
    line = of_each_setting({"a": [result(0, outcome(1), outcome(2))]}).splitlines()[2]

    assert line.startswith("| a | 1 | 1.00, guide 2.00: **wins** | 50.00, guide 50.00: open |")
