"""A sign that is told anew: what was answered about the one before it says nothing of this one."""

from collections.abc import Collection, Iterator

from kneewise.guide.red_flags.asking import CALLED_FOR
from kneewise.guide.red_flags.said import Said
from kneewise.model.catalogue import Catalogue

Standing = frozenset[tuple[str, bool]]
"""The signs that further questions hang on and that count as yes; whether they were told, or assumed."""


def standing(said: Said, catalogue: Catalogue) -> Standing:
    """Name the signs that stand and that further questions hang on."""
    signs = {*catalogue.hanging_on, *CALLED_FOR.values()}
    told = ((key, said.latest.get(key) is True) for key in signs)
    return frozenset((key, is_told) for key, is_told in told if is_told or said.assumed(key))


def forget_old(said: Said, before: Standing, given: Collection[str], catalogue: Catalogue) -> None:
    """Forget what was answered about an earlier sign, where one is new since a moment.

    Args:
        said: With what was told now.
        before: What stood before it was told.
        given: The keys that were told together with it; they speak of this sign.
        catalogue: Which question hangs on which.
    """
    for key, _ in standing(said, catalogue) - before:
        said.forget(set(_hanging_on(key, catalogue)) - {*given})


def _hanging_on(sign: str, catalogue: Catalogue) -> Iterator[str]:
    yield from catalogue.hanging_on.get(sign, ())
    for asked_by, also in CALLED_FOR.items():
        if also == sign:
            yield from catalogue.hanging_on.get(asked_by, ())
