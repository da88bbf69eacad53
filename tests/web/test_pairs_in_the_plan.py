"""Of two pairs in turn, each run of the plan and the board of today name theirs."""

from dataclasses import replace

import pytest

from kneewise.model.plan import Decision, SessionKind
from kneewise.web.pages.plan import show_plan
from kneewise.web.pages.today import show_today
from tests.web.made import make_decision


def in_turn(*pairs: str) -> Decision:
    """Give the runs of the week these pairs, one after the other."""
    decision = make_decision()
    turns = iter(pairs * 7)
    sessions = tuple(
        replace(one, shoe=next(turns)) if one.kind is SessionKind.RUN else one
        for one in decision.plan.sessions
    )
    return replace(decision, plan=replace(decision.plan, sessions=sessions))


def test_each_run_of_the_plan_names_its_pair() -> None:
    notes = [one.note for one in show_plan(in_turn("Red", "Blue")).days if "running" in one.note]

    assert [note.rpartition(", ")[2] for note in notes] == ["in Red", "in Blue"] * 2


@pytest.mark.parametrize(("pairs", "named"), [(("Red", "Blue"), ["Red"]), (("",), [])])
def test_today_names_the_pair_of_its_run(pairs: tuple[str, ...], named: list[str]) -> None:
    assert [fact.said for fact in show_today(in_turn(*pairs)).facts if fact.name == "Shoes"] == named
