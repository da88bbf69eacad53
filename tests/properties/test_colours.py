"""The second half of law 3: what is sorer all along is nowhere greener."""

from dataclasses import replace
from typing import Any, Final

from hypothesis import assume, given
from hypothesis import strategies as st

from kneewise.app.numbers import house_numbers
from kneewise.engine.colours import RANK, colour_rest_day, colour_run
from kneewise.model.answers import UNKNOWN, Unknown
from kneewise.model.diary import SCORES, History, PainLog
from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.places import Side
from kneewise.model.plan import RunColour
from tests.engine.made import START, Runner, decided
from tests.properties.histories import runners, tried, yes_no

NUMBERS: Final = house_numbers().engine
TOLD: Final = (
    "pain_this_morning",
    "pain_before_last_run",
    "pain_during_last_run",
    "pain_60min_after_last_run",
    "pain_morning_after_last_run",
)


@st.composite
def entries(draw: st.DrawFn, most: int) -> DiaryEntry:
    """What is known of a run, or of a day without one, on the day after; no score above ``most``."""
    at = {key: Runner().at(int(key in {"morning", "after_24h"}), 8 + hour) for hour, key in enumerate(SCORES)}
    given_ = st.one_of(st.integers(0, most), st.just(UNKNOWN), st.none())
    said: dict[str, Any] = {}
    for key in SCORES:
        score = draw(given_)
        known = None if isinstance(score, Unknown) else score
        said[key] = None if score is None else TimedScore(value=known, at=at[key])
    said |= {key: draw(yes_no) for key in ("limp", "painkiller")}
    usual = draw(st.none() | st.integers(0, most))
    about_run = draw(st.booleans())
    return DiaryEntry(
        on=START, side=Side.LEFT, about_run=about_run, activity=None, usual_morning=usual, **said
    )


def sorer(entry: DiaryEntry, by: int) -> DiaryEntry:
    raised: dict[str, Any] = {
        "usual_morning": None if entry.usual_morning is None else entry.usual_morning + by
    }
    for key in SCORES:
        score: TimedScore | None = getattr(entry, key)
        if score is not None and score.value is not None:
            raised[key] = replace(score, value=score.value + by)
    return replace(entry, **raised)


@tried(500)
@given(
    st.integers(1, 10).flatmap(lambda by: st.tuples(entries(10 - by), st.just(by))), st.sampled_from([2, 3])
)
def test_law_3_raising_all_scores_and_earlier_mornings_alike_turns_no_colour_greener(
    made: tuple[DiaryEntry, int], green: int
) -> None:
    entry, by = made
    colour = colour_run if entry.about_run else colour_rest_day

    before, after = (colour(one, green, NUMBERS).colour for one in (entry, sorer(entry, by)))

    assert RANK.index(after) >= RANK.index(before)


@tried(200)
@given(runners(), st.integers(1, 4))
def test_law_3_a_whole_diary_that_is_sorer_is_nowhere_greener(made: tuple[Runner, int], by: int) -> None:
    runner, day = made
    history = runner.history
    assume(all(most <= 10 - by for most in scores_of(history)))

    plain, sore = (
        {key: colour for colour in decided(one, runner.date(day)).colours if (key := of(colour))}
        for one in (history, raised(history, by))
    )

    for key in plain.keys() & sore.keys():
        assert RANK.index(sore[key].colour) >= RANK.index(plain[key].colour), key


def of(colour: RunColour) -> tuple[Any, ...] | None:
    """Tell a colour by what it is of; the third neutral in a row is amber by the others, not by its own."""
    if any(reason.rule == "colour.neutral_row" for reason in colour.because):
        return None
    return colour.on, colour.side, colour.activity_id, colour.walk


def scores_of(history: History) -> list[int]:
    told = [getattr(log, key) for log in history.pain for key in SCORES]
    told += [answers.answers.get(key) for answers in history.answers for key in TOLD]
    told += [test.pain_0_10 for test in history.tests]
    return [score for score in told if isinstance(score, int)]


def raised(history: History, by: int) -> History:
    def more(score: Any) -> Any:
        return score + by if isinstance(score, int) else score

    return replace(
        history,
        pain=tuple(_with(log, {key: more(getattr(log, key)) for key in SCORES}) for log in history.pain),
        answers=tuple(
            replace(
                one, answers={key: more(said) if key in TOLD else said for key, said in one.answers.items()}
            )
            for one in history.answers
        ),
        tests=tuple(replace(test, pain_0_10=more(test.pain_0_10)) for test in history.tests),
    )


def _with(log: PainLog, scores: dict[str, Any]) -> PainLog:
    return replace(log, **scores)


def test_the_third_neutral_in_a_row_is_amber_by_the_row_alone() -> None:
    def third(by: int) -> RunColour:
        runner = Runner(side=Side.RIGHT).usually(40).screened(pain_this_morning=1 + by).each_week(12)
        for day, during in ((1, 2), (4, 0), (7, 0)):
            runner.run(day, 20, during=during + by, after_60min=by, morning=2 + by).morning(day + 2, 1 + by)
        return next(one for one in runner.decided(9).colours if one.on == runner.date(7))

    assert (third(0).colour, third(1).colour) == (Colour.AMBER, Colour.NEUTRAL)
    assert of(third(0)) is None
