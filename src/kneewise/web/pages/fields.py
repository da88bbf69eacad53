"""Fields of a form, as they are filled in: what is asked, what was typed, and what is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kneewise.web.pages.parts import Choice
from kneewise.web.pages.scale import Scale, plain_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is asked.

    Attributes:
        id: Its own within the page, where several forms may ask for the same.
        kind: ``text``, ``number``, ``date``, ``one`` of some choices, or ``many`` of them.
        note: What stands below its name.
        latest: Of a date: the last day it can be.
        slip: What is wrong with what was typed.
        scale: Of a score: its steps.
        offers: Of a text: what is usual there; something else may be typed.
    """

    id: str
    name: str
    kind: str
    said: str
    note: str = ""
    value: str = ""
    choices: tuple[Choice, ...] = ()
    latest: str = ""
    slip: str = ""
    scale: Scale | None = None
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallForm:
    """A form of a page with several."""

    id: str
    fields: tuple[Field, ...]
    problem: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that came back, or none; ``form`` is its name on a page with several."""

    form: str = ""
    typed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    slips: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What fills the fields of one form: what was sent, where it was this form, else what is kept."""

    form: str
    sent: Sent
    kept: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def is_back(self) -> bool:
        """Whether this very form came back with something wrong in it."""
        return self.sent.form == self.form

    @property
    def problem(self) -> str:
        """Say what is wrong with the form."""
        return self.sent.problem if self.is_back else ""

    def text(self, name: str, said: str, *, note: str = "", kind: str = "text", latest: str = "") -> Field:
        """Ask for a word, a number or a day."""
        value = next(iter(self._told(name)), "")
        return self._field(name, kind, said, note=note, value=value, latest=latest)

    def offered(self, name: str, said: str, offers: Sequence[str], *, note: str = "") -> Field:
        """Ask for a word that is mostly one of many."""
        return replace(self.text(name, said, note=note), offers=tuple(offers))

    def number(self, name: str, said: str, *, note: str = "") -> Field:
        """Ask for a number."""
        return self.text(name, said, note=note, kind="number")

    def day(self, name: str, said: str, *, note: str = "", latest: str = "") -> Field:
        """Ask for a day."""
        return self.text(name, said, note=note, kind="date", latest=latest)

    def one(self, name: str, said: str, choices: Mapping[str, str], *, note: str = "") -> Field:
        """Ask for one of several."""
        return self._field(name, "one", said, note=note, choices=self._choices(name, choices.items()))

    def score(self, name: str, said: str, words: Mapping[int, str]) -> Field:
        """Ask for a score, with what some of its steps mean."""
        chosen = next(iter(self._told(name)), "")
        scale = plain_scale(name, said, chosen, slip=self._slip(name), notes=(), words=words)
        return replace(self._field(name, "score", said), scale=scale)

    def many(self, name: str, said: str, choices: Mapping[str, str], *, note: str = "") -> Field:
        """Ask which of several."""
        return self._field(name, "many", said, note=note, choices=self._choices(name, choices.items()))

    def _slip(self, name: str) -> str:
        return self.sent.slips.get(name, "") if self.is_back else ""

    def _told(self, name: str) -> Sequence[str]:
        return (self.sent.typed if self.is_back else self.kept).get(name, ())

    def _choices(self, name: str, choices: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
        told = self._told(name)
        return tuple(Choice(id=value, said=said, chosen=value in told) for value, said in choices)

    def _field(
        self,
        name: str,
        kind: str,
        said: str,
        *,
        note: str = "",
        value: str = "",
        latest: str = "",
        choices: tuple[Choice, ...] = (),
    ) -> Field:
        return Field(
            id=f"{self.form}-{name}",
            name=name,
            kind=kind,
            said=said,
            note=note,
            value=value,
            choices=choices,
            latest=latest,
            slip=self._slip(name),
        )
