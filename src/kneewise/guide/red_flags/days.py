"""The flags of many days of one history, in time order, without telling the whole record anew each day."""

from kneewise.guide.red_flags.ages import Ages
from kneewise.guide.red_flags.events import Event, events
from kneewise.guide.red_flags.finding import ages_of, judge
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.record import Record
from kneewise.model.findings import SafetyFinding
from kneewise.model.observations import Observations


class Days:
    """Finds what ``assess`` finds; a later day goes on where the one before it ended."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._ages: Ages | None = None
        self._happened: list[Event] = []
        self._record: Record | None = None

    def assess(self, seen: Observations) -> SafetyFinding:
        """Find the flags of one day; where the past reads otherwise than before, all is told again."""
        ages = ages_of(seen, self._numbers)
        happened = events(seen, self._numbers)
        known = len(self._happened)
        record = self._record
        if record is None or ages != self._ages or happened[:known] != self._happened:
            record, known = Record(ages=ages), 0
        for event in happened[known:]:
            record.follow(event, self._numbers)
        self._ages, self._happened, self._record = ages, happened, record
        return judge(seen, record, self._numbers)
