import re

from kneewise import __version__
from kneewise.app.versions import in_one_line


def test_the_version_names_what_decides_measures_and_reads() -> None:
    told = re.fullmatch(r"kneewise (\S+) \(rules (\d+), measuring (\d+), reading (\d+)\)", in_one_line())

    assert told is not None
    assert told[1] == __version__
