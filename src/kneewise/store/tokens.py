"""Tokens of a runner, by their hashes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kneewise.store.models import Token
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptToken:
    """What is kept of a token.

    Attributes:
        runner: Whose history it opens.
        scope: ``read``, ``log`` or ``all``.
    """

    runner: RunnerRef
    name: str
    scope: str
    made_at: datetime


def keep_token(runner: RunnerRef, *, name: str, scope: str, sha256: str, at: datetime) -> bool:
    """Keep a token; no where the runner has one of that name."""
    _row, is_new = Token.objects.get_or_create(
        runner_id=runner.runner_id, name=name, defaults={"scope": scope, "sha256": sha256, "made_at": at}
    )
    return is_new


def recall_tokens(runner: RunnerRef) -> Sequence[KeptToken]:
    """List the tokens of a runner, by name."""
    return tuple(_kept(row) for row in Token.objects.filter(runner_id=runner.runner_id).order_by("name"))


def recall_token(sha256: str) -> KeptToken | None:
    """Find the token of that hash: it says by itself whose it is."""
    row = Token.objects.filter(sha256=sha256).first()
    return None if row is None else _kept(row)


def drop_token(runner: RunnerRef, name: str) -> bool:
    """Let a token go; no where there is none of that name."""
    return bool(Token.objects.filter(runner_id=runner.runner_id, name=name).delete()[0])


def _kept(row: Token) -> KeptToken:
    return KeptToken(runner=RunnerRef(row.runner_id), name=row.name, scope=row.scope, made_at=row.made_at)
