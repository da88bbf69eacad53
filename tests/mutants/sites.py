"""Where a Python file could be a little wrong: every small slip is one mutant, named by what it changes."""

import ast
from collections.abc import Iterator
from typing import Final

from tests.mutants.mutant import Edit, Mutant
from tests.mutants.slips import SLIPS
from tests.mutants.source import Source, on_one_line

LONGEST_CONTEXT: Final = 90


def python_mutants(file: str, text: str) -> Iterator[Mutant]:
    """Yield every small slip of a Python file, each by a name of its own."""
    source = Source(text)
    seen: dict[tuple[str, str], int] = {}
    for node in ast.walk(source.tree):
        if _is_left_alone(node, source):
            continue
        for slip in SLIPS:
            for edit, what in slip(node, source):
                where, change = _function(node, source), f"{what} in: {_context(node, edit, source)}"
                times = seen[where, change] = seen.get((where, change), 0) + 1
                numbered = change if times == 1 else f"{change} ({times})"
                yield Mutant(file=file, where=where, change=numbered, edit=edit)


def _is_left_alone(node: ast.AST, source: Source) -> bool:
    """Docstrings, types, decorators, imports and the names of a door decide nothing."""
    inside = node
    for outer in source.above(node):
        if _is_no_decision(inside) or _is_beside(inside, outer):
            return True
        inside = outer
    return False


def _is_no_decision(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == "__all__" or (name[0].isupper() and not name.isupper())
        case _:
            return False


def _is_beside(node: ast.AST, outer: ast.AST) -> bool:
    match outer:
        case ast.JoinedStr():
            return True
        case ast.FunctionDef():
            return node in outer.decorator_list or node is outer.returns
        case ast.ClassDef():
            return node in outer.decorator_list or node in outer.bases
        case ast.AnnAssign() | ast.arg():
            return node is outer.annotation
        case _:
            return False


def _function(node: ast.AST, source: Source) -> str:
    """Name the function or class that a node stands in, the outermost first."""
    names = [one.name for one in source.above(node) if isinstance(one, ast.FunctionDef | ast.ClassDef)]
    return ".".join(reversed(names))


def _context(node: ast.AST, edit: Edit, source: Source) -> str:
    """Give the most words around an edit that fit into a line."""
    context = on_one_line(source.whole[edit[0] : edit[1]].decode())
    for one in (node, *source.above(node)):
        if isinstance(one, ast.match_case):
            break
        if not isinstance(one, ast.expr | ast.stmt | ast.keyword | ast.pattern):
            continue
        wider = source.line(one)
        if len(wider) > LONGEST_CONTEXT:
            break
        context = wider
        if isinstance(one, ast.stmt):
            break
    return context if len(context) <= LONGEST_CONTEXT else f"{context[:LONGEST_CONTEXT]} ..."
