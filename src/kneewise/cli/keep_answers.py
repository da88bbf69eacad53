"""Answers of a screening, kept piece by piece: what was written once is not written again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kneewise.app import screen as use
from kneewise.app.heard_anyway import heard_anyway
from kneewise.app.screen import ScreenResult
from kneewise.cli.leaving import undisturbed
from kneewise.cli.open import Opened
from kneewise.present.diary import ID_SHOWN
from kneewise.present.page import Line, Lines, Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import ngettext


@dataclass(kw_only=True)
class Kept:
    """One screening.

    Attributes:
        at: When the next piece is told: each behind the one before it, because of two answers at one instant
            the worse one stands and what hangs on a sign is asked anew.
        dry_run: Whether nothing is kept.
        weekly: Whether it is the weekly form.
        found: What the answers led to, as far as they were kept.
    """

    opened: Opened
    at: datetime
    dry_run: bool
    weekly: bool
    found: ScreenResult | None = None
    _given: dict[str, object] = field(default_factory=dict)

    def keep(self, raw: Mapping[str, object]) -> ScreenResult:
        """Judge answers, and write down those that were not yet."""
        fresh = {key: said for key, said in raw.items() if self.dry_run or key not in self._given}
        if self.found is not None and not fresh:
            return self.found
        with heard_anyway(self.opened.runner, fresh, at=self.at):
            read = use.parse_file(fresh, on=self.at.date())
        with undisturbed():
            self.found = use.screen(
                self.opened.runner, read, at=self.at, dry_run=self.dry_run, weekly=self.weekly
            )
        self._given |= raw
        self.at += timedelta.resolution
        return self.found

    def lines(self) -> Lines:
        """Say how many answers are kept, and how one of them is corrected."""
        if self.found is None or self.dry_run:
            return ()
        count = len(self._given)
        kept = ngettext("%(count)s answer is kept.", "%(count)s answers are kept.", count)
        if not self._given:
            return ()
        correct = _("To correct one: kneewise log edit %(id)s %(part)s=…")
        named = {"id": self.found.record_id[:ID_SHOWN], "part": list(self._given)[-1]}
        # A command stands on one line, so that it can be copied.
        return (
            *wrapped(kept % {"count": count}, tone=Tone.QUIET),
            Line(text=correct % named, tone=Tone.QUIET),
        )
