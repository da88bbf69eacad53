"""Put a mutant into a program that is already running, so that nothing has to be imported anew."""

import gc
import sys
import tomllib
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, Final

from kneewise.engine import GateNumbers
from kneewise.guide import red_flags
from kneewise.knowledge import read_numbers, read_questions
from kneewise.knowledge.toml import ROOT, read_toml
from kneewise.model.catalogue import Catalogue, catalogue
from tests.mutants.listed import text_of
from tests.mutants.mutant import Mutant

NUMBERS: Final[dict[str, tuple[str, type[Any]]]] = {
    "engine/gate.toml": ("kneewise.engine", GateNumbers),
    "guide/red_flags/knowledge.toml": ("kneewise.guide.red_flags", red_flags.Numbers),
}


HELD: Final[dict[type[Any], list[Any]]] = {}
"""Every table of numbers and questions that somebody holds, as far as they were looked for."""


def look_for_tables() -> None:
    """Find who holds which tables, once, so that no fork has to."""
    for shape in (GateNumbers, red_flags.Numbers, Catalogue):
        HELD[shape] = [one for one in gc.get_objects() if type(one) is shape]


def put_in(mutant: Mutant) -> None:
    """Change the running program; only for a process that ends soon."""
    text = mutant.applied(text_of(mutant.file))
    if mutant.file.endswith(".py"):
        _put_in_module(import_module(module_of(mutant.file)), text)
    else:
        _put_in_tables(mutant.file, text)


def module_of(file: str) -> str:
    """Name the module of a file."""
    return ".".join(("kneewise", *Path(file).with_suffix("").parts)).removesuffix(".__init__")


def _put_in_module(module: ModuleType, text: str) -> None:
    """Run the text apart, and give what came of it to all who hold the old."""
    fresh = ModuleType(module.__name__)
    exec(compile(text, str(module.__file__), "exec"), vars(fresh))  # noqa: S102 - our own text, with one slip.
    for name, new in vars(fresh).items():
        old = vars(module)[name]
        if name.startswith("__") or old is new:
            continue
        match old:
            case FunctionType():
                old.__code__, old.__defaults__ = new.__code__, new.__defaults__
                old.__kwdefaults__ = new.__kwdefaults__
            case type():
                _put_in_class(old, new)
            case _ if old != new:
                _hand_out(name, old, new)


def _put_in_class(old: type, new: type) -> None:
    for name, value in vars(new).items():
        match value:
            case FunctionType():
                setattr(old, name, _of_its_module(value))
            case staticmethod():
                setattr(old, name, staticmethod(_of_its_module(value.__func__)))
            case property():
                setattr(old, name, property(_of_its_module(value.fget)))
            case _:
                pass


def _of_its_module(function: Any) -> FunctionType:
    """Make a function look its names up in the module that is loaded, or wherever else it looked."""
    names = function.__globals__
    if names.get("__name__") == function.__module__:
        names = vars(sys.modules[function.__module__])
    made = FunctionType(
        function.__code__, names, function.__name__, function.__defaults__, function.__closure__
    )
    made.__kwdefaults__ = function.__kwdefaults__
    return made


def _hand_out(name: str, old: object, new: object) -> None:
    """Whoever imported a constant holds it by the same name."""
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", {}).get(name) is old:
            setattr(module, name, new)


def _put_in_tables(file: str, text: str) -> None:
    held: Any = read_toml(ROOT / file)
    held.clear()
    held.update(tomllib.loads(text))
    if file in NUMBERS:
        package, shape = NUMBERS[file]
        _replace_all(shape, read_numbers(package, shape, name=Path(file).name))
    else:
        read_questions.cache_clear()
        _replace_all(Catalogue, catalogue(read_questions()))


def _replace_all(shape: type[Any], new: Any) -> None:
    """Tests and caches hold what was read; it is changed where it is."""
    for held in HELD[shape]:
        for field in fields(shape):
            object.__setattr__(held, field.name, getattr(new, field.name))
