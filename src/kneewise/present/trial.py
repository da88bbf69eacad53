"""A test in words: what today's run is to be, how far it has come, and its answer."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.answers import UNKNOWN
from kneewise.model.insight import Verdict
from kneewise.model.trial import Trial, TrialKind, Way
from kneewise.model.trial_seen import TrialAnswer, TrialSeen, TrialState, TurnSeen, Wait
from kneewise.present.dates import say_date
from kneewise.present.json import Json, plain, record
from kneewise.present.page import Line, Lines, Tone, section, wrapped
from kneewise.present.words import say_decimal, sentence


def name_trial(trial: Trial) -> str:
    """Name a test."""
    return sentence(f"trial.{trial.trial.value}", first=trial.first, second=trial.second)


def name_way(trial: Trial, way: Way) -> str:
    """Name one of its two ways."""
    match trial.trial:
        case TrialKind.CADENCE:
            return sentence(f"trial.way.{way.value}")
        case TrialKind.SHOE:
            return sentence("said.quoted", said=trial.first if way is Way.A else trial.second)


def say_today(seen: TrialSeen) -> str:
    """Say what today's run is to be, or why nothing is asked; nothing where the test is not on."""
    if seen.state is not TrialState.RUNNING:
        return ""
    if seen.way is None:
        return say_wait(seen.wait)
    return sentence(
        f"trial.today.{seen.trial.trial.value}.{seen.way.value}", shoe=_shoe(seen.trial, seen.way)
    )


def _shoe(trial: Trial, way: Way) -> str:
    return trial.first if way is Way.A else trial.second


def say_wait(wait: Wait | None) -> str:
    """Say why a test asks nothing today."""
    return sentence(f"trial.wait.{wait.value}") if wait else ""


def say_place(seen: TrialSeen) -> str:
    """Say how far a test has come."""
    runs = 2 * seen.trial.pairs
    return _("%(done)s of %(runs)s runs") % {"done": len(seen.turns), "runs": runs}


def say_before(*, least: int, runs: int) -> str:
    """Say before the start how many runs an answer takes."""
    return _(
        "A test has %(runs)s runs, two and two, in an order drawn by lot. With fewer than %(least)s of them "
        "scored no answer is possible, and before its end none is given."
    ) % {"runs": runs, "least": least}


def say_answer(seen: TrialSeen) -> str:
    """Say the answer in one sentence; nothing before there is one."""
    if seen.state is TrialState.STOPPED:
        return sentence("trial.stopped")
    if seen.answer is None:
        return ""
    match seen.answer.verdict:
        case Verdict.MORE_PAIN | Verdict.LESS_PAIN:
            said = sentence(
                f"trial.{seen.answer.verdict.value}",
                b=name_way(seen.trial, Way.B),
                a=name_way(seen.trial, Way.A),
            )
            return f"{said} {_say_effect(seen, seen.answer)}"
        case Verdict.NOT_ENOUGH:
            pairs = 2 * seen.least_pairs
            return sentence("trial.not_enough", least=pairs, runs=2 * seen.answer.pairs)
        case Verdict.NOT_TOLD_APART | Verdict.NOTHING_TO_COMPARE:
            return f"{sentence('trial.not_told_apart')} {_say_effect(seen, seen.answer)}"


def _say_effect(seen: TrialSeen, answer: TrialAnswer) -> str:
    """Say the middle difference in points with its interval, second way less first."""
    if answer.effect_0_10 is None or answer.low is None or answer.high is None:
        return ""
    return sentence(
        "trial.effect",
        effect=_points(answer.effect_0_10),
        low=_points(answer.low),
        high=_points(answer.high),
        runs=2 * answer.pairs,
        b=name_way(seen.trial, Way.B),
    )


def _points(amount: float) -> str:
    said = say_decimal(f"{abs(amount):.1f}".removesuffix(".0"))
    return f"\N{MINUS SIGN}{said}" if amount < 0 else said


def say_other_way(seen: TrialSeen) -> str:
    """Count the runs that were not run as told, or of which nobody knows; nothing where there are none."""
    other = sum(turn.as_told is not True for turn in seen.turns)
    if not other:
        return ""
    return ngettext(
        "%(count)s run was not run as told, or it is not known. It counts as it was drawn.",
        "%(count)s runs were not run as told, or it is not known. They count as they were drawn.",
        other,
    ) % {"count": other}


def say_turn(seen: TrialSeen, turn: TurnSeen) -> str:
    """Say one run: the day, which way it was to be, its score, and whether it was run so."""
    score = "–" if turn.score_0_10 is None else str(turn.score_0_10)
    told = "" if turn.as_told is True else f", {say_as_told(turn)}"
    return f"{say_date(turn.on, 'j M')}: {name_way(seen.trial, turn.way)}, {score}{told}"


def say_as_told(turn: TurnSeen) -> str:
    """Say whether a run was run as told."""
    if turn.as_told is True:
        return _("as told")
    return _("not known") if turn.as_told in {UNKNOWN, None} else _("not as told")


def trial_lines(seen: TrialSeen) -> Lines:
    """Lay a test out: today's way, how far it has come, the answer, every run once it is over."""
    head = Line(text=f"{name_trial(seen.trial)} ({say_place(seen)})", tone=Tone.TITLE)
    today = wrapped(say_today(seen), tone=Tone.STRONG) if say_today(seen) else ()
    return (head, *today, *(line for said in _said(seen) for line in wrapped(said)), *_runs(seen))


def _said(seen: TrialSeen) -> Iterator[str]:
    if seen.state is TrialState.RUNNING:
        yield sentence("trial.no_peeking")
        return
    yield say_answer(seen)
    if other := say_other_way(seen):
        yield other
    if seen.answer is not None and seen.answer.verdict in {Verdict.MORE_PAIN, Verdict.LESS_PAIN}:
        yield sentence("trial.lot")
    yield sentence("insight.plan")


def _runs(seen: TrialSeen) -> Lines:
    if seen.state is TrialState.RUNNING:
        return ()
    return section(
        sentence("head.trial_runs"), *(wrapped(say_turn(seen, turn), first="  ") for turn in seen.turns)
    )


def trial_json(seen: TrialSeen) -> dict[str, Json]:
    """Say a test; while it goes on without scores, so that nobody peeks."""
    runs = [_turn(turn, over=seen.state is not TrialState.RUNNING) for turn in seen.turns]
    sentences = [said for said in (say_today(seen), *_said(seen)) if said]
    hidden = {**record(seen), "trial": {**record(seen.trial), "seed": _seed(seen)}}
    return {**hidden, "turns": list[Json](runs), "sentences": list[Json](sentences)}


def _turn(turn: TurnSeen, *, over: bool) -> dict[str, Json]:
    told = record(turn)
    return told if over else {**told, "score_0_10": None}


def _seed(seen: TrialSeen) -> Json:
    """Show the seed at the end; one that was stopped goes on where the stop is taken back."""
    return plain(seen.trial.seed) if seen.state is TrialState.OVER else None
