"""One small slip in one file, by a name that a moved line does not change."""

from dataclasses import dataclass

Edit = tuple[int, int, str]
"""What stands from one byte to another, and what comes instead."""

Name = tuple[str, str, str]
"""File, function or table, and change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One small slip in one file.

    Attributes:
        file: Below ``src/kneewise``.
        where: The function, or the table of a TOML file; empty for the module itself.
        change: What became what, and in which words; with the two before it the mutant's name.
        edit: The same in bytes.
    """

    file: str
    where: str
    change: str
    edit: Edit

    @property
    def name(self) -> Name:
        return self.file, self.where, self.change

    def applied(self, text: str) -> str:
        """Make the slip in the text of the file."""
        start, end, instead = self.edit
        whole = text.encode()
        return (whole[:start] + instead.encode() + whole[end:]).decode()
