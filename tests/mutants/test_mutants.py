"""The mutants themselves: which slips are made, by which names, and that a few of them are noticed."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.mutants.listed import FILES, TESTS, explained, mutants
from tests.mutants.sites import python_mutants
from tests.mutants.tables import table_mutants

ROOT = Path(__file__).parent.parent.parent
HEAD = "def f(a, b):\n    "


def slips(line: str, *, head: str = HEAD) -> set[str]:
    """What one line becomes, as it stands in a function."""
    text = f"{head}{line}\n"
    made = {one.applied(text).removeprefix(head).strip() for one in python_mutants("x.py", text)}
    return {" ".join(one.split()) for one in made}


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("return a < b", {"return a <= b", "return a >= b", "return None"}),
        (
            "return a <= b < 3",
            {"return a < b < 3", "return a <= b <= 3", "return a <= b < 4", "return a <= b < (2)"},
        ),
        ("x = a is not None", {"x = a is None"}),
        ("x = a not in b", {"x = a in b"}),
        ("x = a and b", {"x = ((a) or (b))", "x = ((a))", "x = ((b))"}),
        ("x = not a", {"x = (a)"}),
        ("x = a + b", {"x = ((a) - (b))"}),
        ("x = a[-1]", {"x = a[(1)]", "x = a[-2]", "x = a[-(0)]"}),
        ("x = True", {"x = False"}),
        ('x = "word"', {'x = "other"'}),
        ("x = (a, b)", {"x = (b,)", "x = (a,)"}),
        ("x = {a}", {"x = set()"}),
        ('x = {"k": a}', {"x = {}"}),
        ("x = max(a, default=b)", {"x = min(a, default=b)", "x = max(a)"}),
        ("x = a if b else 0", {"x = a if True else 0", "x = a if False else 0", "x = a if b else 1"}),
        ("x = [y for y in a if b]", {"x = [y for y in a if True]"}),
        ("a.append(b)", {"pass"}),
        ("a = b", {"pass"}),
        ("c = b", set()),
        ("del a[b]", {"pass"}),
        ("x = Urgency.ROUTINE", {"x = Urgency.WITHIN_DAYS"}),
        ('x = f"{a}.b"', {'x = "other"'}),
        ('"""A docstring."""', set()),
        ("x: int = 1", {"x: int = 2", "x: int = (0)"}),
    ],
)
def test_a_line_becomes_every_small_slip_of_it(line: str, becomes: set[str]) -> None:
    assert becomes <= slips(line)
    assert line not in slips(line)


def test_nothing_is_made_of_types_doors_decorators_and_imports() -> None:
    module = 'from a import b\n\n__all__ = ["f"]\nPair = tuple[int, int]\n\n'
    text = f'{module}@cache(1)\ndef f(a: "int") -> "int":\n    """It."""\n'

    assert list(python_mutants("x.py", text)) == []


def test_a_condition_and_a_case_are_always_and_never() -> None:
    text = "def f(a):\n    if a:\n        g()\n    match a:\n        case 1 | 2:\n            g()\n"

    made = {one.change for one in python_mutants("x.py", text)}

    assert {"always in: if a:", "never in: if a:", "never in: 1 | 2", "without 2 in: 1 | 2"} <= made


def test_a_function_that_says_yes_or_no_always_says_either() -> None:
    text = "def f(a) -> bool:\n    return a > 1\n"

    made = {one.applied(text).splitlines()[1].strip() for one in python_mutants("x.py", text)}

    assert {"return True", "return False"} <= made


def test_a_number_of_a_table_is_one_step_less_and_one_more() -> None:
    text = '[limit]\nvalue = 7\nunit = "days"\n'

    made = {one.name: one.applied(text) for one in table_mutants("x.toml", text)}

    assert made == {
        ("x.toml", "limit", "7 becomes 6"): text.replace("7", "6"),
        ("x.toml", "limit", "7 becomes 8"): text.replace("7", "8"),
    }


def test_a_question_is_not_required_not_weekly_of_another_list_and_asked_of_everybody() -> None:
    text = '[pop]\nkind = "yes_no"\nasked = "same_day"\nrequired = true\nonly_if = "injury"\n'

    made = {one.change for one in table_mutants("x.toml", text)}

    assert made == {"not required", "weekly", "same_day becomes within_days", 'not only_if = "injury"'}


def test_a_name_is_of_one_mutant_and_a_moved_line_keeps_it() -> None:
    text = "def f(a, b):\n    g(1)\n    g(1)\n"

    names = [one.name for one in python_mutants("x.py", text)]
    moved = [one.name for one in python_mutants("x.py", f"import g\n\n\n{text}")]

    assert names == moved
    assert Counter(names).most_common(1)[0][1] == 1


def test_every_mutant_has_a_name_of_its_own_and_every_file_has_some() -> None:
    whole = mutants()

    assert len({one.name for one in whole}) == len(whole)
    without = {"engine/gate_numbers.py", "guide/red_flags/__init__.py", "guide/red_flags/numbers.py"}
    assert {one.file for one in whole} == {*FILES} - without


def test_every_explanation_is_of_a_mutant_that_is_still_there() -> None:
    named = {one.name for one in mutants()}

    assert [name for name in explained() if name not in named] == []
    assert all(len(why.split()) > 4 and why.endswith(".") for why in explained().values())


def test_every_test_that_has_to_notice_is_there() -> None:
    assert [test for test in TESTS if not (ROOT / test).is_file()] == []


def test_a_sample_of_the_mutants_is_noticed() -> None:
    command = [sys.executable, "-m", "tests.mutants.runner", "--sample", "40", "--workers", "1"]

    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=900)

    assert done.returncode == 0, done.stdout + done.stderr
