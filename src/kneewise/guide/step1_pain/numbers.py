"""Numbers of step 1: how answers become patterns, and the green line of a knee."""

from dataclasses import dataclass

from kneewise.model.catalogue import Catalogue
from kneewise.model.evidence import Number, Row
from kneewise.model.patterns import PatternTable


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``; one set is itself and no other."""

    green_steady_0_10: Number
    green_tendon_0_10: Number
    temper: Number
    feature_ratio_least: Number
    feature_ratio_most: Number
    place_ratio_least: Number
    place_ratio_most: Number
    place_share_from: Number
    place_ratio_from: Number
    first_share_from: Number
    first_ahead_by: Number
    fits_well_from: Number
    fits_partly_from: Number
    well_needs_features: Number
    speaks_from_ratio: Number
    bone_points_from: Number
    bone_tenderness_points: Number
    earlier_bone_injury_points: Number
    high_arches_points: Number
    more_running_points: Number
    adult_from_years: Number
    older_from_years: Number
    younger_below_years: Number
    watch_days: Row
    recovered_half_days: Number
    tendon_weeks: Row
    in_runs_days: Number
    ask_most: Number
    ask_from_bits: Number
    table: PatternTable
    catalogue: Catalogue
