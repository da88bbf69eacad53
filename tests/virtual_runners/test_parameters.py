"""Every number of the virtual knee says what it is, where it comes from, and how far it is swept."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from bench.virtual_runners.model import Traits
from bench.virtual_runners.parameters import FILE, Parameter, parameters

ROOT = Path(__file__).parents[2]
KNOWN = tomllib.loads((ROOT / "src/kneewise/knowledge/sources.toml").read_text(encoding="utf-8"))
OWN = tomllib.loads(FILE.read_text(encoding="utf-8"))["sources"]


def test_runners_are_made_of_exactly_the_numbers_of_the_file() -> None:
    assert [one.name for one in fields(Traits)] == list(parameters())


@pytest.mark.parametrize("one", parameters().values(), ids=parameters())
def test_a_number_is_swept_below_and_above_what_it_is(one: Parameter) -> None:
    assert one.least <= one.low <= one.value <= one.high <= one.most
    assert one.low < one.high
    assert one.unit


@pytest.mark.parametrize("one", parameters().values(), ids=parameters())
def test_a_number_has_a_known_basis_and_its_sources_are_listed(one: Parameter) -> None:
    assert one.basis in {"checked", "derived", "memory", "design"}
    assert set(one.sources) <= KNOWN.keys() | OWN.keys()
    assert one.sources or one.basis in {"memory", "design"}


def test_every_source_that_is_listed_is_used_and_says_where_it_is() -> None:
    used = {source for one in parameters().values() for source in one.sources}

    assert set(OWN) <= used
    assert not set(OWN) & KNOWN.keys()
    assert all("https://" in said for said in OWN.values())


def test_no_runner_is_drawn_beyond_the_bounds() -> None:
    one = parameters()["headroom"]

    assert one.of_runner(-9, one.value) == one.least
    assert one.of_runner(9, one.value) == one.most
    assert one.of_runner(0, one.high) == one.high
