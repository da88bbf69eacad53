"""What the mornings of the fold say: of a day itself, and whether a knee woke too sore for its run."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kneewise.engine.beside import without_run
from kneewise.engine.caps import ONE_DAY
from kneewise.engine.colours import BAD, colour_rest_day, too_sore_to_run
from kneewise.engine.numbers import Numbers
from kneewise.engine.past import Past
from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry
from kneewise.model.places import Side
from kneewise.model.plan import RunColour

Entries = Mapping[tuple[Side, date], list[DiaryEntry]]
"""What the diary has of a knee and a day."""


class Mornings:
    """The mornings of all knees; it lives for one fold."""

    def __init__(self, entries: Entries, past: Past, numbers: Numbers) -> None:
        self._entries = entries
        self._past = past
        self._numbers = numbers
        self._of_runs: dict[tuple[Side, date], Colour] = {}
        self._sore: dict[tuple[Side, date], bool] = {}

    def note_run(self, colour: RunColour) -> None:
        """Note the colour of a run to which the morning of the day after spoke."""
        if "morning" not in colour.missing:
            self._of_runs[colour.side, colour.on + ONE_DAY] = colour.colour

    def of_day(self, side: Side, on: date) -> Iterator[RunColour]:
        """Yield a day's own morning: it coloured no run of the day before, and no run of the day has it."""
        silent, coloured = self._is_silent(side, on), self._of_runs.get((side, on))
        for entry in self._entries.get((side, on), ()):
            # A limp is told once more where the run of the day before does not say as much.
            limps = entry.limp is True and coloured is not Colour.RED
            if not entry.about_run and (limps or not (silent or coloured)):
                yield self._colour(entry)

    def before_run(self, side: Side, on: date) -> tuple[RunColour, ...]:
        """Give what the morning said before the run of its day, for what that run must not decide."""
        if not self._is_silent(side, on) or (side, on) in self._of_runs:
            return ()
        entries = (entry for entry in self._entries.get((side, on), ()) if not entry.about_run)
        return tuple(colour for colour in map(self._colour, entries) if colour.colour is not Colour.UNKNOWN)

    def too_sore(self, side: Side, on: date) -> bool:
        """Whether a knee began a day too sore to run, by all that is known of it."""
        sore = self._sore.get((side, on))
        if sore is None:
            sore = self._sore[side, on] = self._is_too_sore(side, on, self._around(side, on))
        return sore

    def woke_too_sore(self, side: Side, on: date) -> bool:
        """Whether it did without a score that was told of the day's run."""
        return self._is_too_sore(side, on, map(without_run, self._around(side, on)))

    def _is_silent(self, side: Side, on: date) -> bool:
        """Whether a day's own morning is left to speak by its run: not one that asked for days of rest."""
        entries = self._entries.get((side, on), ())
        ran = any(entry.is_run for entry in entries)
        mornings = (self._colour(entry).colour for entry in entries if not entry.about_run)
        return ran and not self.too_sore(side, on) and BAD.isdisjoint(mornings)

    def _colour(self, entry: DiaryEntry) -> RunColour:
        return colour_rest_day(entry, self._past.green(entry.on, entry.side), self._numbers)

    def _is_too_sore(self, side: Side, on: date, entries: Iterable[DiaryEntry]) -> bool:
        green = self._past.green(on, side)
        return any(too_sore_to_run(entry, green, on, self._numbers) is not None for entry in entries)

    def _around(self, side: Side, on: date) -> tuple[DiaryEntry, ...]:
        """List what the diary has of a day and of the one before it."""
        return (*self._entries.get((side, on), ()), *self._entries.get((side, on - ONE_DAY), ()))
