"""Which test stands at the edge of which number: just below, at, just above, and where nothing is known."""

import ast
from collections.abc import Callable, Iterator
from typing import TypeVar

from kneewise.knowledge.toml import ROOT

Test = TypeVar("Test", bound=Callable[..., None])

EDGES: dict[str, list[str]] = {}
"""By number, such as ``step3_cadence.skip_from_spm``: the tests at its edge."""

Takers = dict[str, set[str]]
"""By function of a room: its parameters that something is held against."""

Finder = Callable[[ast.AST], set[str]]

NO_NUMBERS = {"catalogue", "table"}


def edge(*numbers: str) -> Callable[[Test], Test]:
    """Name the numbers at whose edge a test stands."""

    def register(test: Test) -> Test:
        for number in numbers:
            EDGES.setdefault(number, []).append(test.__name__)
        return test

    return register


def compared(room: str) -> set[str]:
    """Read out of a room's code which of its numbers something is held against.

    A number is, where it stands in a comparison, in ``min`` or ``max``, by itself or under another name, or
    is handed to a function of the room that holds something against it.
    """
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "guide" / room).glob("*.py")]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    takers: Takers = {}
    while (wider := {one.name: _compared_parameters(one, takers) for one in functions}) != takers:
        takers = wider
    return {name for one in functions for name in _compared_numbers(one, takers)} - NO_NUMBERS


def _compared_parameters(function: ast.FunctionDef, takers: Takers) -> set[str]:
    named = _other_names(function, _plain_names)
    own = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)}
    return {name for place in _places(function, takers) for name in _all_of(place, named, _plain_names)} & own


def _compared_numbers(function: ast.FunctionDef, takers: Takers) -> Iterator[str]:
    named = _other_names(function, _numbers)
    for place in _places(function, takers):
        yield from _all_of(place, named, _numbers)


def _places(function: ast.FunctionDef, takers: Takers) -> Iterator[ast.AST]:
    """Yield what is compared: comparisons, ``min`` and ``max``, and arguments that a function compares."""
    for node in ast.walk(function):
        if isinstance(node, ast.Compare):
            yield node
        elif isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name in {"min", "max"}:
                yield node
            elif name in takers:
                yield from _handed_over(node, name, takers)


def _handed_over(call: ast.Call, name: str, takers: Takers) -> Iterator[ast.AST]:
    """Yield the arguments of a call that may be compared in the function; by name, or any without one."""
    wanted = takers[name]
    yield from (each.value for each in call.keywords if each.arg in wanted)
    if wanted - {each.arg for each in call.keywords}:
        yield from (each for each in call.args if not isinstance(each, ast.Name) or each.id != "numbers")


def _other_names(function: ast.FunctionDef, find: Finder) -> dict[str, set[str]]:
    """Follow what is given another name within a function."""
    named: dict[str, set[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name in _plain_names(target):
                    named.setdefault(name, set()).update(_all_of(node.value, named, find))
    return named


def _all_of(node: ast.AST, named: dict[str, set[str]], find: Finder) -> set[str]:
    return find(node) | {name for other in _plain_names(node) for name in named.get(other, ())}


def _plain_names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _numbers(node: ast.AST) -> set[str]:
    """Find ``numbers.name`` in an expression."""
    return {
        each.attr
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "numbers"
    }
