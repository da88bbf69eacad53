"""What the diary answers, in words and in JSON: each question with its count beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kneewise.model.insight import Asked, Insight, Insights, LeftOut, Verdict
from kneewise.model.places import Side
from kneewise.model.plan import Plan
from kneewise.present.json import Json, plain, record
from kneewise.present.outcomes import say_week
from kneewise.present.week_checks import say_checks
from kneewise.present.words import has_sentence, ngettext, say_decimal, sentence

UNITS = {
    Asked.DESCENT: "m",
    Asked.PACE: "m_s",
    Asked.CADENCE: "spm",
    Asked.SLEEP_HOURS: "h",
    Asked.SLEEP_QUALITY: "0_10",
    Asked.LONGEST: "times",
    Asked.FIRST_PAIN: "min",
}
"""What an amount is counted in; of two kinds it is 1 or 0."""
ORDER = (
    Verdict.MORE_PAIN,
    Verdict.LESS_PAIN,
    Verdict.NOT_TOLD_APART,
    Verdict.NOT_ENOUGH,
    Verdict.NOTHING_TO_COMPARE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One question to one knee, with its answers for each score, the one that says most first."""

    asked: Asked
    subject: str
    side: Side
    answers: tuple[Insight, ...]

    @property
    def first(self) -> Insight:
        """The answer that says most."""
        return self.answers[0]


def topics(found: Insights) -> tuple[Topic, ...]:
    """Put the answers for each score of one question together; those that say something come first."""
    groups = groupby(found.answers, key=lambda one: (one.side, one.asked, one.subject))
    gathered = [
        Topic(side=side, asked=asked, subject=subject, answers=tuple(sorted(answers, key=_says_most)))
        for (side, asked, subject), answers in groups
    ]
    return tuple(sorted(gathered, key=lambda one: ORDER.index(one.first.verdict)))


def _says_most(one: Insight) -> tuple[int, float, int]:
    p_value = 1.0 if one.strength is None else one.strength.p_value
    return ORDER.index(one.verdict), p_value, one.runs_more or 0


def say_question(one: Topic) -> str:
    """Say what is asked."""
    return sentence(f"insight.ask.{one.asked.value}", subject=one.subject)


def say_answer(one: Insight) -> str:
    """Say the answer in one sentence."""
    match one.verdict:
        case Verdict.MORE_PAIN | Verdict.LESS_PAIN:
            pain = sentence(f"insight.{one.verdict.value}.{one.lag.value}")
            return sentence(f"insight.with.{one.asked.value}", pain=pain, subject=one.subject)
        case Verdict.NOT_ENOUGH:
            return say_more_runs(one)
        case Verdict.NOT_TOLD_APART | Verdict.NOTHING_TO_COMPARE:
            return sentence(f"insight.{one.verdict.value}")


def say_beside(one: Insight) -> str:
    """Say the answer for a further score of the same question."""
    pain = sentence(f"insight.lag.{one.lag.value}")
    if one.verdict in {Verdict.MORE_PAIN, Verdict.LESS_PAIN}:
        return say_answer(one)
    if one.verdict is Verdict.NOT_TOLD_APART:
        return sentence("insight.no_more_than_chance", pain=pain)
    return f"{pain}: {say_answer(one)}"


def say_more_runs(one: Insight) -> str:
    """Say how many more runs are needed, as well as anybody can say."""
    if one.runs_more is None:
        return sentence("insight.not_enough_yet")
    said = ngettext(
        "Not enough yet: about %(count)s more run.",
        "Not enough yet: about %(count)s more runs.",
        one.runs_more,
    )
    return said % {"count": one.runs_more}


def say_missing(one: Insight) -> str:
    """Say what an answer waits for, where its head says already that it is not enough yet."""
    if one.verdict is not Verdict.NOT_ENOUGH or one.runs_more is None:
        return say_answer(one)
    said = ngettext("About %(count)s more run", "About %(count)s more runs", one.runs_more)
    return said % {"count": one.runs_more}


def say_count(one: Insight) -> str:
    """Say how many runs an answer rests on."""
    return ngettext("%(count)s run", "%(count)s runs", one.runs) % {"count": one.runs}


def say_pairs(one: Insight) -> str:
    """Say the pairs that were counted; nothing where there are none."""
    if not one.pairs.all:
        return ""
    amounts = {**record(one.pairs), "all": one.pairs.all}
    run = sentence(f"insight.run.{one.asked.value}", subject=one.subject)
    return sentence("insight.pairs", run=run, **amounts)


def say_strength(one: Insight) -> str:
    """Say how far scores were sorted, with the interval; nothing where nothing was measured."""
    if one.strength is None:
        return ""
    found = {name: getattr(one.strength, name) for name in ("value", "low", "high")}
    ends = {name: say_decimal(f"{end:.2f}").replace("-", "\N{MINUS SIGN}") for name, end in found.items()}
    return sentence("insight.strength", **ends)


def say_plan(one: Insight) -> str:
    """Say what it would change, which the runner decides."""
    key = f"insight.could.{one.asked.value}.{one.verdict.value}"
    parts = [sentence("insight.plan"), *([sentence(key)] if has_sentence(key) else [])]
    return " ".join(parts)


def say_left_out(left: LeftOut) -> str:
    """Count the runs that say nothing, each kind by its reason; nothing where there are none."""
    said = {
        "ill": ngettext("%(count)s while ill", "%(count)s while ill", left.ill),
        "painkiller": ngettext(
            "%(count)s that a painkiller may have changed",
            "%(count)s that a painkiller may have changed",
            left.painkiller,
        ),
        "no_score": ngettext("%(count)s without a score", "%(count)s without a score", left.no_score),
        "no_amount": ngettext(
            "%(count)s of which it is not known", "%(count)s of which it is not known", left.no_amount
        ),
    }
    counted = [(words, getattr(left, name)) for name, words in said.items()]
    listed = "; ".join(words % {"count": count} for words, count in counted if count)
    return sentence("insight.left_out", listed=listed) if listed else ""


def say_rate(found: Insights) -> str:
    """Say how many answers were looked for at once, and how much of what is said may be wrong."""
    return sentence("insight.rate", asked=found.asked_at_once, one_in=round(100 / found.false_percent))


def insights_json(found: Insights, plan: Plan) -> dict[str, Json]:
    """Say every answer; the stop comes first, and while one is in force there is none."""
    head = {"on": plain(found.on), "urgency": plain(plan.urgency), "may_run": plan.may_run}
    rest = record(found)
    week = list[Json](say_week(found.weeks))
    answers = list(_answers(found.answers))
    said = say_checks(found.checks)
    return {**head, **rest, "answers": answers, "week_sentences": week, "checks_sentence": said}


def _answers(answers: Iterable[Insight]) -> Iterator[Json]:
    for one in answers:
        yield {**record(one), "unit": UNITS.get(one.asked, "either"), "sentence": say_answer(one)}
