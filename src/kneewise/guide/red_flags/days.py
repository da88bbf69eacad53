"""The flags of many days of one history, in time order, without telling the whole record anew each day."""

from collections.abc import Sequence

from kneewise.guide.red_flags.ages import Ages
from kneewise.guide.red_flags.events import Event, Signs, in_order
from kneewise.guide.red_flags.finding import ages_of, judge
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.record import Record
from kneewise.model.findings import SafetyFinding
from kneewise.model.observations import Observations


class Days:
    """Finds what ``assess`` finds; a later day goes on where the one before it ended."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._signs = Signs(numbers)
        self._told: list[Event] = []
        self._happened: list[Event] = []
        self._ages: Ages | None = None
        self._record: Record | None = None

    def assess(self, seen: Observations) -> SafetyFinding:
        """Find the flags of one day."""
        told = self._signs.events(seen)
        if self._record is None or told != self._told:
            self._record = self._go_on(in_order(told), ages_of(seen, self._numbers))
            self._told = told
        return judge(seen, self._record, self._numbers)

    def _go_on(self, happened: Sequence[Event], ages: Ages) -> Record:
        """Take in what is new; where the past reads otherwise than before, all is told again."""
        known, record = len(self._happened), self._record
        if record is None or ages != self._ages or happened[:known] != self._happened:
            record, known = Record(ages=ages), 0
        for event in happened[known:]:
            record.follow(event, self._numbers)
        self._ages, self._happened = ages, [*happened]
        return record
