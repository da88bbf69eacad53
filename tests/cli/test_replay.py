"""`kneewise replay`: what came out differently, and with `--all` every decision and every number."""

from tests.cli.conftest import Shell
from tests.cli.test_json_is_documented import shape_faults


def older_numbers(shell: Shell) -> None:
    """Change two numbers behind the decisions that are stored, as if an earlier version had made them."""
    from kneewise.store.models import KnownNumbers, StoredDecision

    kept = KnownNumbers.objects.get()
    kept.numbers["engine"]["red_during_from"]["value"] = 7.0
    kept.numbers["engine"]["rung_run_min"]["values"][0] = 2.0
    kept.knowledge_hash = "0" * 64
    kept.save()
    for row in StoredDecision.objects.all():
        row.knowledge_hash = row.decision["knowledge_hash"] = "0" * 64
        row.save()


def test_without_all_only_what_differs_is_said(shell: Shell) -> None:
    shell.ran("log", "sleep", "--hours", "7")

    short, every = (shell.ran("replay", *arguments).out for arguments in ((), ("--all",)))

    assert "after “Sleep”" not in short
    assert "after “Sleep”: the same." in every
    assert "1 stored decision was made again" in short
    assert "Changed since" not in every


def test_all_names_each_number_that_changed_and_the_json_does_too(shell: Shell) -> None:
    shell.ran("log", "sleep", "--hours", "7")
    older_numbers(shell)

    said = " ".join(shell.ran("replay", "--all").out.split())
    printed = shell.ran("replay", "--json").json

    assert "By the numbers of its time (00000000) it is the same" in said
    assert "Changed since the numbers 00000000" in said
    assert "engine, red_during_from: 7 then, 6 now" in said
    assert "engine, rung_run_min: 2 2 3 4 5 7 11 24 27 30 then, 1 2 3 4 5 7 11 24 27 30 now" in said
    assert shape_faults(printed, "Replay") == []
    assert [one["key"] for one in printed["decisions"][0]["changed_numbers"]] == [
        "red_during_from",
        "rung_run_min",
    ]
