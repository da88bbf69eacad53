"""The screening at a terminal: one question at a time, the emergencies first, what tells most last."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kneewise.app.parse import plain_yes_no
from kneewise.app.screen import ask_next
from kneewise.app.screen_answers import is_settled
from kneewise.cli.ask import ask
from kneewise.cli.ask_question import Stopped, ask_question, or_stop
from kneewise.cli.leaving import STOPPED, Left, listening
from kneewise.cli.terminal import say, show
from kneewise.model.answers import UNKNOWN, Answer, Question
from kneewise.model.diary import Answers
from kneewise.model.runner import Settings
from kneewise.present.page import Line, Tone, bullet, wrapped
from kneewise.present.screening import emergency_lines
from kneewise.present.signs import say_sign
from kneewise.present.words import gettext as _
from kneewise.present.words import has_sentence, sentence

EMERGENCY = "emergency"
"""The list that comes first; a yes in it is answered before anything else is asked."""

TELLS_APART = "tells_apart"
"""The list that comes last: each time the question that would tell most."""


@dataclass(kw_only=True)
class Asking:
    """One person at the questions.

    Attributes:
        questions: Those that may be put.
        on: The day of the answers.
        settings: The runner's.
        signs: Those that one "no" to the whole list of the week answers.
        keep: Writes down what was given so far; called as soon as it must not be lost.
        before: What was answered before in a screening that goes on here; it is not asked once more.
        given: The answers so far.
        listed: Those of them that come in a fixed order.
        put: How many questions were put, and ``telling`` how many of the last list are to be expected.
        left: The exit code of how the person left in the middle; 0 for whoever did not.
    """

    questions: Sequence[Question]
    on: date
    settings: Settings
    keep: Callable[[Mapping[str, Answer]], object]
    signs: Sequence[Question] = ()
    before: Answers = field(default_factory=dict)
    given: dict[str, Answer] = field(default_factory=dict)
    left: int = 0
    listed: Sequence[Question] = ()
    put: int = 0
    telling: int = 0

    @property
    def known(self) -> Answers:
        """Give all that is answered, now or before."""
        return {**self.before, **self.given}

    def ask_all(self, *, tell_apart: bool) -> None:
        """Put the questions; Enter leaves one unasked, and a "no" closes what hangs on it."""
        say(
            _(
                "Answer yes or no. “?” means you do not know. Enter leaves a question for later; “q” stops, "
                "and keeps what you answered."
            )
        )
        try:
            with listening():
                self._ask(tell_apart=tell_apart)
        except Stopped:
            pass
        except (Left, EOFError) as gone:
            self.left = gone.code if isinstance(gone, Left) else STOPPED

    def _ask(self, *, tell_apart: bool) -> None:
        listed = [one for one in self.questions if not one.tells_apart]
        self.telling = len(ask_next(self.before)) if tell_apart else 0
        self.listed = listed
        if any(one.asked == EMERGENCY and self.before.get(one.key) is True for one in listed):
            self._ask_to_go_on()
        if self.signs:
            self._ask_whether_new()
        self._ask_lists(listed)
        if tell_apart:
            self._ask_to_tell_apart({one.key: one for one in self.questions})

    def _ask_whether_new(self) -> None:
        """List every sign once: only a plain "no" answers them all; after any other word each is asked."""
        words = sentence("weekly.any_new")
        show((Line(text=""), *(line for one in self.signs for line in bullet(say_sign(one.key)))))
        typed = ask(
            words, or_stop(lambda said: plain_yes_no(words, said)), hint=sentence("weekly.any_new_hint")
        )
        if typed is False:
            self.given |= dict.fromkeys((one.key for one in self.signs), False)

    def _ask_lists(self, questions: Sequence[Question]) -> None:
        group = ""
        for question in questions:
            if question.key in self.known or not self._is_open(question):
                continue
            if question.asked != group:
                group = question.asked
                _head(group)
            self._take(question)
            if group == EMERGENCY:
                self._see_to_an_emergency(self.given.get(question.key))

    def _see_to_an_emergency(self, answer: Answer | None) -> None:
        """Keep a yes at once; of what is not known, say not to wait until it is asked again."""
        if answer is True:
            self.keep(self.given)
            self._ask_to_go_on()
        elif answer is UNKNOWN:
            show(wrapped(sentence("ask.in_doubt"), tone=Tone.STRONG))

    def _ask_to_go_on(self) -> None:
        """Say what a yes to an emergency sign means; more is asked only of those who want it."""
        show(emergency_lines(self.settings))
        words = sentence("screen.go_on")
        typed = ask(
            words,
            or_stop(lambda said: plain_yes_no(words, said)),
            hint=sentence("screen.go_on_hint"),
        )
        if typed is not True:
            raise Stopped

    def _ask_to_tell_apart(self, questions: Mapping[str, Question]) -> None:
        """Ask what would tell most, again and again, until nothing is worth asking any more."""
        passed: set[str] = set()
        while telling := ask_next(self.known, passed=passed):
            if not passed:
                _head(TELLS_APART)
            passed.add(telling[0].key)
            self.telling = len(telling) - 1
            self._take(questions[telling[0].key])

    def _is_open(self, question: Question) -> bool:
        """A question that hangs on another waits for its yes; an unknown opens it too."""
        opened = not question.only_if or self.known.get(question.only_if, False) is not False
        return opened and not is_settled(question.key, self.known)

    def _take(self, question: Question) -> None:
        self.put += 1
        answer = ask_question(question, self.on, progress=self._progress(question))
        if answer is not None:
            self.given[question.key] = answer

    def _progress(self, question: Question) -> str:
        """Say how far one is; how many there are hangs on the answers."""
        at = self.listed.index(question) if question in self.listed else len(self.listed)
        rest = sum(self._is_open(one) and one.key not in self.known for one in self.listed[at + 1 :])
        total = self.put + rest + self.telling
        return _("%(place)s of about %(total)s") % {"place": self.put, "total": total}


def _head(group: str) -> None:
    key = f"asked.{group}"
    said = sentence(key) if has_sentence(key) else group.replace("_", " ").capitalize()
    show((Line(text=""), Line(text=said, tone=Tone.HEADING)))
