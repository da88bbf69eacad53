"""The bone-stress rule as two rooms count it: its four items, and where tenderness is not bone."""

from typing import Final

BONE_ITEMS: Final = ("bone_tenderness", "earlier_bone_stress_injury", "high_arches", "more_running_lately")

UNDER_BAND: Final = "outer_bump_under_band"
_AT_TENDONS: Final = frozenset({"kneecap_upper_tip", "kneecap_lower_tip", "shin_bump"})
NOT_BONE: Final = _AT_TENDONS | {UNDER_BAND}
"""Where the band passes and where tendons attach: tender there, and not counted as bone."""
