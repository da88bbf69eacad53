"""The model, its numbers and what is counted stay as they were before any policy was run on them."""

from __future__ import annotations

import hashlib

import pytest

from bench.virtual_runners.parameters import FILE

FROZEN = {
    "model.py": "7e5c5b8e54ac9357",
    "outcomes.py": "cc089f694d240ec5",
    "parameters.py": "c6ecd3eadb0b33fb",
    "parameters.toml": "a5b2bc0573ead8fb",
    "season.py": "575e9a11375cd59f",
}
"""By file; who changes one has made another model, and every figure of docs/virtual-runners.md anew."""


@pytest.mark.parametrize("name", FROZEN)
def test_the_model_is_the_one_that_was_written_down_first(name: str) -> None:
    text = FILE.with_name(name).read_text(encoding="utf-8")

    assert hashlib.sha256(text.encode()).hexdigest()[:16] == FROZEN[name]
