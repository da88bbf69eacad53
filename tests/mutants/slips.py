"""The small slips: each gives what stands where, what comes instead, and what that is called."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kneewise.model import findings, places, plan
from tests.mutants.mutant import Edit
from tests.mutants.source import Source, on_one_line

Slip = tuple[Edit, str]
"""An edit, and what it does in a few words."""

ENUMS: Final = {
    kind.__name__: kind
    for kind in (
        findings.Urgency,
        findings.Colour,
        plan.Phase,
        plan.SessionKind,
        plan.ChangeKind,
        places.Place,
        places.Side,
    )
}
COMPARISONS: Final[dict[type[ast.cmpop], tuple[str, tuple[str, ...]]]] = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
}
ARITHMETIC: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}
TWINS: Final = {"max": "min", "min": "max", "any": "all", "all": "any"}


def _edges(node: ast.AST, source: Source) -> Iterator[Slip]:
    """``<`` becomes ``<=`` and ``>=``, ``is`` becomes ``is not``, and so on."""
    if not isinstance(node, ast.Compare):
        return
    for op, (left, right) in zip(node.ops, pairwise((node.left, *node.comparators)), strict=True):
        sign, others = COMPARISONS[type(op)]
        after, before = source.span(left)[1], source.span(right)[0]
        start = after + source.whole[after:before].index(sign.encode())
        yield from (((start, start + len(sign), other), f"{sign} becomes {other}") for other in others)


def _and_or(node: ast.AST, source: Source) -> Iterator[Slip]:
    """``and`` becomes ``or``, and each part is left out."""
    if not isinstance(node, ast.BoolOp):
        return
    parts = [f"({source.words(part)})" for part in node.values]
    own, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    yield (*source.span(node), f"({f' {other} '.join(parts)})"), f"{own} becomes {other}"
    for index, part in enumerate(node.values):
        rest = parts[:index] + parts[index + 1 :]
        yield (*source.span(node), f"({f' {own} '.join(rest)})"), f"without {source.line(part)}"


def _arithmetic(node: ast.AST, source: Source) -> Iterator[Slip]:
    """``+`` becomes ``-``; ``not`` and a minus are left out."""
    match node:
        case ast.BinOp(left=left, right=right, op=op) if type(op) in ARITHMETIC:
            old, new = ARITHMETIC[type(op)]
            instead = f"(({source.words(left)}) {new} ({source.words(right)}))"
            yield (*source.span(node), instead), f"{old} becomes {new}"
        case ast.UnaryOp(op=ast.Not() | ast.USub() as op, operand=operand):
            sign = "not" if isinstance(op, ast.Not) else "minus"
            yield (*source.span(node), f"({source.words(operand)})"), f"without {sign}"
        case _:
            pass


def _constants(node: ast.AST, source: Source) -> Iterator[Slip]:
    """A number is one more and one less, yes is no, a word another; parts of a row are left out instead."""
    for instead in _other_values(node, source.parents.get(node)):
        yield (*source.span(node), instead), f"{source.line(node)} becomes {instead}"


def _other_values(node: ast.AST, parent: ast.AST | None) -> Iterator[str]:
    in_row = isinstance(parent, ast.Tuple | ast.List | ast.Set | ast.Starred)
    is_key = isinstance(parent, ast.Dict) and node in parent.keys
    match node:
        case ast.Constant(value=bool(value)):
            yield str(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield from (str(value + 1), f"({value - 1})")
        case ast.JoinedStr() | ast.Constant(value=str()) if not in_row and not is_key:
            yield '"other"'
        case ast.Attribute(value=ast.Name(id=kind), attr=member) if kind in ENUMS and not in_row:
            names = list(ENUMS[kind].__members__)
            if member in names:
                yield f"{kind}.{names[(names.index(member) + 1) % len(names)]}"


def _answers(node: ast.AST, source: Source) -> Iterator[Slip]:
    """A function gives nothing back, or always the same."""
    if not isinstance(node, ast.Return) or node.value is None or isinstance(node.value, ast.Constant):
        return
    function = next(one for one in source.above(node) if isinstance(one, ast.FunctionDef))
    says_yes = isinstance(function.returns, ast.Name) and function.returns.id == "bool"
    for instead in ("True", "False") if says_yes else ("None",):
        yield (*source.span(node.value), instead), f"gives {instead}"


def _left_out(node: ast.AST, source: Source) -> Iterator[Slip]:
    """A statement is forgotten, where what comes after it can do without."""
    match node:
        case ast.Expr() | ast.AugAssign() | ast.Delete() | ast.Continue() | ast.Break():
            yield (*source.span(node), "pass"), "forgotten"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript() | ast.Tuple(elts=[ast.Attribute(), *_])]):
            yield (*source.span(node), "pass"), "forgotten"
        case ast.Assign(targets=[ast.Name(id=name)]) if _is_bound_before(name, node, source):
            yield (*source.span(node), "pass"), "forgotten"


def _is_bound_before(name: str, node: ast.Assign, source: Source) -> bool:
    function = next((one for one in source.above(node) if isinstance(one, ast.FunctionDef)), None)
    if function is None:
        return False
    named = {arg.arg for arg in (*function.args.args, *function.args.kwonlyargs)}
    bound = {
        one.id
        for one in ast.walk(function)
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store) and one.lineno < node.lineno
    }
    return name in named | bound


def _conditions(node: ast.AST, source: Source) -> Iterator[Slip]:
    """An ``if`` is always or never, a filter lets everything through, a case never comes."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test):
            yield (*source.span(test), "True"), "always"
            yield (*source.span(test), "False"), "never"
        case ast.While(test=test):
            yield (*source.span(test), "False"), "never"
        case ast.comprehension(ifs=ifs):
            yield from (((*source.span(test), "True"), f"any, not if {source.line(test)}") for test in ifs)
        case ast.match_case(pattern=pattern):
            yield (*source.span(pattern), "_ if False"), "never"
        case ast.MatchOr(patterns=patterns):
            for one in patterns:
                rest = " | ".join(source.words(each) for each in patterns if each is not one)
                yield (*source.span(node), rest), f"without {source.words(one)}"
        case _:
            pass


def _rows(node: ast.AST, source: Source) -> Iterator[Slip]:
    """A row, a set or a table lacks one of its parts."""
    match node:
        case ast.Dict(keys=keys, values=values):
            pairs = zip(keys, values, strict=True)
            parts = [
                f"{source.words(key)}: {source.words(one)}" if key else f"**{source.words(one)}"
                for key, one in pairs
            ]
            opens, closes, empty = "{", "}", "{}"
        case ast.Set(elts=elts):
            parts, opens, closes, empty = [source.words(one) for one in elts], "{", "}", "set()"
        case ast.List(elts=elts, ctx=ast.Load()):
            parts, opens, closes, empty = [source.words(one) for one in elts], "[", "]", "[]"
        case ast.Tuple(elts=elts, ctx=ast.Load()):
            parts, opens, closes, empty = [source.words(one) for one in elts], "(", ",)", "()"
        case _:
            return
    for index, part in enumerate(parts):
        rest = ", ".join(parts[:index] + parts[index + 1 :])
        yield (
            (*source.span(node), f"{opens}{rest}{closes}" if rest else empty),
            f"without {on_one_line(part)}",
        )


def _calls(node: ast.AST, source: Source) -> Iterator[Slip]:
    """The most becomes the least, any becomes all, and what is given by name is forgotten."""
    if not isinstance(node, ast.Call):
        return
    if isinstance(node.func, ast.Name) and node.func.id in TWINS:
        yield (*source.span(node.func), TWINS[node.func.id]), f"{node.func.id} becomes {TWINS[node.func.id]}"
    given = [*node.args, *node.keywords]
    for one in node.keywords:
        rest = ", ".join(source.words(each) for each in given if each is not one)
        yield (*source.span(node), f"{source.words(node.func)}({rest})"), f"without {source.line(one)}"


SLIPS: Final = (
    _edges,
    _and_or,
    _arithmetic,
    _constants,
    _answers,
    _left_out,
    _conditions,
    _rows,
    _calls,
)
