"""The rules of the house that no other tool holds."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
THIS = "tests/test_house.py"
LONGEST_MODULE = 400

# Longer modules that read better whole, each with the reason.
LONG_MODULES = {
    "src/kneewise/fit/messages.py": "A table of the protocol's messages, one field a line.",
}

# What would tie a committed file to one machine, or to one package registry.
MACHINE_PATHS = re.compile(
    r"(?<![\w.])/(?:work|root|home|Users)/\w|(?<![\w.])/opt/(?:pypi|wheels)|file:///|\+cpu\b"
)
REGISTRIES = re.compile(
    r"(?:pypi|npmjs|pythonhosted)\.(?:org|com)|--(?:extra-)?index-url|--find-links|deb\.debian\.org",
    re.IGNORECASE,
)
UNESCAPED = re.compile(r"\bmark_safe\b|\|\s*safe\b|\{%\s*autoescape\s+off|\bSafeString\(")
CALLS_OUT = re.compile(r"\burllib\.request\b|\bhttp\.client\b|\burlopen\b")
LOCK_FILES = {"uv.lock", "package-lock.json", "poetry.lock", "Pipfile.lock", "yarn.lock", "pnpm-lock.yaml"}
TEXT = {
    ".cfg",
    ".css",
    ".html",
    ".js",
    ".json",
    ".md",
    ".po",
    ".py",
    ".svg",
    ".toml",
    ".txt",
    ".xml",
    ".yml",
    "",
}


def ours() -> list[Path]:
    """List the files that git holds or would hold."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    """Read every text file of ours but this one, which names what it looks for."""
    named = {str(path.relative_to(ROOT)): path for path in ours() if path.suffix in TEXT}
    return {name: path.read_text(encoding="utf-8") for name, path in named.items() if name != THIS}


def lines_with(pattern: re.Pattern[str], files: dict[str, str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def sources() -> dict[str, str]:
    return {name: text for name, text in texts().items() if name.startswith("src/")}


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    long = {
        name
        for name, text in sources().items()
        if name.endswith(".py") and len(text.splitlines()) > LONGEST_MODULE and "/migrations/" not in name
    }

    assert long == set(LONG_MODULES)
    assert all(LONG_MODULES.values())


def test_no_file_names_a_machine() -> None:
    assert lines_with(MACHINE_PATHS, texts()) == []


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES, texts()) == []


def test_every_requirement_is_pinned_with_its_hash() -> None:
    for path in ROOT.glob("requirements*.txt"):
        pins = [line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\w", line)]

        assert pins
        assert [pin for pin in pins if not re.match(r"[\w.\-]+(\[[\w,]+\])?==[^ ]+ .*\\$", pin)] == []


def test_no_lock_file_is_kept() -> None:
    assert [path.name for path in ours() if path.name in LOCK_FILES] == []


def test_nothing_leaves_a_page_unescaped() -> None:
    assert lines_with(UNESCAPED, sources()) == []


def test_markup_is_made_in_code_for_pictures_only() -> None:
    """`format_html` escapes what it is given; its patterns are ours and hold tags of drawings."""
    using = {name for name, text in texts().items() if name.startswith("src/") and "format_html" in text}

    assert using == {"src/kneewise/web/pages/figures.py"}


def test_nothing_calls_out_to_the_network() -> None:
    assert lines_with(CALLS_OUT, sources()) == []


def test_every_exemption_from_a_lint_rule_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    rule = re.compile(r'^\s*"[A-Z]+\d*",(.*)$', re.MULTILINE)

    assert tomllib.loads(text)["tool"]["ruff"]["lint"]["select"] == ["ALL"]
    assert [rest for rest in rule.findall(text) if not re.match(r"\s+# .{8,}\.$", rest)] == []


@pytest.mark.parametrize("mark", ["noqa", "type: ignore", "pragma: no cover"])
def test_every_exemption_in_the_code_has_its_reason(mark: str) -> None:
    bare = re.compile(rf"#\s*{mark}(?:: ?[A-Z0-9, ]+|\[[\w, -]+\])?\s*$")
    python = {name: text for name, text in texts().items() if name.endswith(".py")}

    assert lines_with(bare, python) == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name
        for name, text in sources().items()
        if name.endswith(".py")
        and text.strip()
        and not re.match(r'\s*r?"""\S', text)
        and "/migrations/" not in name
    ]

    assert silent == []
