"""Stories that a clinician can read and sign: what a runner told, day by day, and what was answered."""

from pathlib import Path

import pytest

from tests.stories.answered import decided, differences, sides
from tests.stories.page import PAGES, pages
from tests.stories.read import ENTRIES, Rule, contents, days, read, stories


@pytest.mark.parametrize("name", stories())
def test_a_story_ends_as_it_should(name: str) -> None:
    wrong = {
        f"day {expected['day']}": found
        for expected, decision in decided(name)
        if (found := differences(expected, decision))
    }

    assert wrong == {}


def test_every_story_is_on_one_page_under_a_title_of_its_own() -> None:
    listed = [name for page in contents() for name in page.stories]
    titles = [story["title"] for story in stories().values()]

    assert sorted(listed) == sorted(stories())
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", stories())
def test_a_story_is_answered_in_the_order_of_its_days_and_to_its_end(name: str) -> None:
    story = stories()[name]
    answered = [expected["day"] for expected in story["expect"]]
    told = [day for kind in ENTRIES for entry in story.get(kind, ()) for day in days(entry)]

    assert answered == sorted(answered)
    assert max(told, default=0) <= answered[-1]


@pytest.mark.parametrize(
    "rule", [rule for page in contents() for rule in page.rules], ids=lambda rule: rule.title
)
def test_a_rule_is_told_from_both_sides(rule: Rule) -> None:
    told = [stories()[name] for name in rule.stories]

    answers = {fact for story in told for expected in story["expect"] for fact in sides(expected)}

    assert len(answers) > len({key for key, _ in answers})


def test_the_pages_are_what_the_stories_say() -> None:
    written = {page.name: page.read_text(encoding="utf-8") for page in PAGES.glob("*.md")}

    assert written == pages(), "make stories writes them anew"


def test_a_word_that_is_not_of_the_language_is_a_mistake(tmp_path: Path) -> None:
    story = tmp_path / "story.toml"
    story.write_text("[[run]]\nday = 1\nduration = 28\n", encoding="utf-8")

    with pytest.raises(ValueError, match="duration"):
        read(story)
