"""A Python file's text and its syntax tree, and where each part of the one stands in the other."""

import ast
from collections.abc import Iterator


class Source:
    """A file's text, its tree, and where each node of it stands."""

    def __init__(self, text: str) -> None:
        self.whole = text.encode()
        self.tree = ast.parse(text)
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self._starts = [0]
        for line in text.encode().splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Say where a node stands, in bytes."""
        start = self._starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]  # Nodes of code.
        return start, self._starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]  # Same.

    def words(self, node: ast.AST) -> str:
        """Give the text of a node."""
        start, end = self.span(node)
        return self.whole[start:end].decode()

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield what a node stands in, from the inside out."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def line(self, node: ast.AST) -> str:
        """Give the text of a node on one line; of a statement with a body only its head."""
        start, end = self.span(node)
        if (body := getattr(node, "body", None)) and isinstance(body, list):
            end = self.span(body[0])[0]
        return on_one_line(self.whole[start:end].decode())


def on_one_line(words: str) -> str:
    """Make one line of several."""
    return " ".join(words.split())
