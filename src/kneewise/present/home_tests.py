"""What has to go well at home before Calm ends, in words."""

from django.utils.text import capfirst

from kneewise.model.plan import HomeTest, Plan
from kneewise.present.dates import say_date
from kneewise.present.page import Lines, bullet, section
from kneewise.present.words import sentence


def home_test_lines(plan: Plan) -> Lines:
    """Say how each of them stands, and how one is told; nothing once all went well."""
    if all(test.passed for test in plan.home_tests):
        return ()
    said = (bullet(f"{name_home_test(test, plan)}. {how_it_stands(test)}") for test in plan.home_tests)
    return section(sentence("head.home_tests"), *said, bullet(sentence("home.log")))


def name_home_test(test: HomeTest, plan: Plan) -> str:
    """Name one, and so many; with its knee where both are in Calm."""
    what = sentence(f"home.{test.kind.value}", count=test.count)
    if len({one.side for one in plan.home_tests}) == 1:
        return what
    return sentence("why.side", side=capfirst(sentence(f"side.{test.side.value}")), said=what)


def how_it_stands(test: HomeTest) -> str:
    """Say when it went well, or what it lacks and how much it may hurt."""
    day = "" if test.told_on is None else say_date(test.told_on, "l j F")
    return sentence(f"home.{test.state.value}", day=day, limit=test.pain_0_10)
