"""Doubt what no runner can have done and no watch can have seen, before anything is measured of it."""

from kneewise.observe.doubts.believe import Believed, believe

__all__ = ["Believed", "believe"]
