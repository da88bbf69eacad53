"""What `log` says after each thing that can be done with an entry, and that following it works."""

from tests.cli.conftest import Shell


def after(said: str) -> tuple[str, str]:
    """Give the first sentence, and the command that the sentence after it names."""
    paragraph = " ".join(said.split("\n\n", maxsplit=1)[0].split())
    command = paragraph.rpartition(": kneewise ")[2]
    return paragraph.split(".")[0].split(":")[0], command


def test_what_is_said_after_each_verb_is_true_when_it_is_followed(shell: Shell) -> None:
    kept = shell.ran("log", "sleep", "--hours", "7")
    entry = after(kept.out)[1].split()[-1]
    hours: list[list[object]] = []
    said = []

    for command in (
        ("log", "edit", entry, "hours=8"),
        ("log", "undo", entry),
        ("log", "undo", entry),
        ("log", "undo", entry),
    ):
        answered = shell.ran(*command)
        said.append(after(answered.out))
        entries = shell.ran("log", "list", "--json").json["entries"]
        hours.append([one["payload"]["hours"] for one in entries if one["kind"] == "sleep"])

    undo = f"log undo {entry}"
    assert after(kept.out) == ("Kept", undo)
    assert said == [
        ("Changed", undo),
        ("The change is undone", undo),
        ("Taken back", undo),
        ("Put back", undo),
    ]
    assert hours == [[8], [7], [], [7]]


def test_what_was_done_stands_in_the_json_too(shell: Shell) -> None:
    kept = shell.ran("log", "sleep", "--hours", "7", "--json").json

    done = [shell.ran("log", "undo", kept["id"], "--json").json["done"] for _time in range(2)]

    assert (kept["done"], done) == ("kept", ["taken_back", "put_back"])
