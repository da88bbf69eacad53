"""What was sent of a session, as entries of the diary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kneewise.app.training import is_held
from kneewise.web.pages.session import BOTH, LEGS

Entry = Mapping[str, str | None]

ENDS: Final[Mapping[str, str]] = {"in_reserve": "reserve", "load_kg": "load", "during": "pain"}
"""What the core calls a part, and the end of the name of its field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry, and the name of the field that its row came from."""

    entry: Entry
    row: str


def read_session(names: Sequence[str], sent: Mapping[str, str]) -> tuple[Told, ...]:
    """Make an entry of each exercise that anything was said of, two where the legs did differently."""
    return tuple(one for name in names for one in _told(name, sent))


def _told(name: str, sent: Mapping[str, str]) -> Iterator[Told]:
    measure = "hold_s" if is_held(name) else "repetitions"
    beside = {part: sent.get(f"{name}-{end}") or None for part, end in ENDS.items()}
    rows = {leg: " ".join(sent.get(f"{name}-{leg}", "").replace(",", " ").split()) for leg in (*LEGS, BOTH)}
    filled = {leg: row for leg, row in rows.items() if row}
    if not filled:
        if any(beside.values()):
            yield Told(entry={"exercise": name, **beside}, row=f"{name}-{BOTH}")
        return
    alike = len(filled) > 1 and len(set(filled.values())) == 1
    for leg, row in list(filled.items())[: 1 if alike else None]:
        side = None if alike or leg == BOTH else leg
        done = {"side": side, "sets": str(len(row.split())), measure: row}
        yield Told(entry={"exercise": name, **done, **beside}, row=f"{name}-{leg}")


def find_slips(slip_field: str, said: str, told: Sequence[Told]) -> dict[str, str]:
    """Find the field that a slip is of; what is of the whole form has none."""
    part, _space, place = slip_field.partition(" ")
    if not place:
        return {part: said} if part else {}
    one = told[int(place)]
    name = one.entry["exercise"]
    return {f"{name}-{ENDS[part]}" if part in ENDS else one.row: said}
