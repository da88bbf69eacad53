"""What an export's table says of one of its files."""

from dataclasses import dataclass

from kneewise.model.sport import Sport


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What an export's table says of one of its files.

    Attributes:
        sport: ``None`` where the table's word says nothing to us.
        gear: The shoe or bike by the runner's name for it.
        exertion_0_10: How hard the runner said that it was.
    """

    activity: str = ""
    name: str = ""
    description: str = ""
    sport: Sport | None = None
    gear: str = ""
    exertion_0_10: float | None = None
