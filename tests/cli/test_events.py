"""``kneewise plan --events``, and the example of its page."""

import json
import re
from pathlib import Path

from tests.cli.conftest import Shell
from tests.cli.test_json_is_documented import shape_faults

PAGE = Path(__file__).parents[2] / "docs" / "events.md"


def example() -> str:
    found = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_of_the_page_is_decided_and_opens_no_home(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_text(example(), encoding="utf-8")

    printed = shell.ran("plan", "--events", file, "--json").json

    assert shape_faults(printed, "Decided events") == []
    assert printed["on"] == "2026-03-08"
    assert {colour["colour"] for colour in printed["colours"]} == {"green"}
    assert not shell.home.exists()


def test_the_day_can_be_named_and_read_by_people(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_text(example(), encoding="utf-8")

    printed = shell.ran("plan", "--events", file, "--on", "2026-03-04").out

    assert printed.startswith("Wednesday 4 March")


def test_a_file_that_cannot_be_read_is_one_sentence(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_text(json.dumps({"version": 1, "events": [{"event": "run"}]}), encoding="utf-8")

    broken = shell("plan", "--events", file)
    missing = shell("plan", "--events", tmp_path / "nothing.json")

    assert broken.err.strip() == "Event 1: “None” is no time for at: write it as 2026-11-23T18:30+01:00."
    assert missing.err.count("\n") == 1
    assert {broken.code, missing.code} <= {1, 2}
