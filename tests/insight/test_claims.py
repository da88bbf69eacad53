"""Many questions at once share one rate of false answers."""

import pytest

from kneewise.insight.claims import claim


def test_the_step_up_rule_is_worked_through_by_hand() -> None:
    asked = (0.039, 0.001, 0.6, 0.008, 0.041, 0.9, 0.2, 0.042)

    chosen = claim(asked, false_rate=0.1)

    assert chosen == (True, True, False, True, True, False, False, True)


def test_one_that_fails_its_own_step_is_carried_by_a_later_one() -> None:
    assert claim((0.06, 0.07), false_rate=0.1) == (True, True)
    assert claim((0.06, 0.11), false_rate=0.1) == (False, False)


@pytest.mark.parametrize("asked", [(), (0.11,), (0.2, 0.3, 1.0)])
def test_nothing_is_claimed_where_chance_would_do_as_well(asked: tuple[float, ...]) -> None:
    assert not any(claim(asked, false_rate=0.1))


def test_an_answer_alone_needs_more_the_more_is_asked_beside_it() -> None:
    assert claim((0.03,), false_rate=0.1) == (True,)
    assert not any(claim((0.03, *(0.5,) * 9), false_rate=0.1))
