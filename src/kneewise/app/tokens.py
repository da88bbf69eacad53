"""Tokens by which programs of the runner's own ask the API: made, listed, revoked, and recognised."""

import hashlib
import re
import secrets
from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Final

from django.utils.translation import gettext as _

from kneewise.model.errors import UsageError
from kneewise.store.ref import RunnerRef
from kneewise.store.tokens import KeptToken, drop_token, keep_token, recall_token, recall_tokens

__all__ = ["KeptToken", "Scope", "drop", "every", "find", "make", "scope_of"]

BEGINS: Final = "kneewise_"
"""So that whoever finds one in a file knows what it opens."""

NAME: Final = re.compile(r"[\w .-]{1,64}")


class Scope(IntEnum):
    """What a token opens; each opens what stands before it as well."""

    READ = 1
    LOG = 2
    ALL = 3

    @property
    def word(self) -> str:
        """As it is typed."""
        return self.name.lower()


def scope_of(word: str) -> Scope:
    """Read a scope as it was typed."""
    found = next((scope for scope in Scope if scope.word == word), None)
    if found is None:
        raise UsageError(_("A token may “read”, “log” or do “all”: say one of them."), field="scope")
    return found


def make(runner: RunnerRef, *, name: str, scope: Scope, at: datetime) -> str:
    """Make a token of 256 random bits; it is given back this once, and only its hash is kept."""
    if NAME.fullmatch(name) is None:
        raise UsageError(
            _("A token's name has 1 to 64 letters, figures, spaces, points or dashes."), field="name"
        )
    token = BEGINS + secrets.token_urlsafe(32)
    if not keep_token(runner, name=name, scope=scope.word, sha256=_hash(token), at=at):
        raise UsageError(
            _("There is a token “%(name)s” already: revoke it first, or take another name.") % {"name": name},
            field="name",
        )
    return token


def every(runner: RunnerRef) -> Sequence[KeptToken]:
    """List them."""
    return recall_tokens(runner)


def drop(runner: RunnerRef, name: str) -> None:
    """Revoke one, at once and for good."""
    if not drop_token(runner, name):
        raise UsageError(
            _("There is no token “%(name)s”: `kneewise token list` names them.") % {"name": name}
        )


def find(token: str) -> KeptToken | None:
    """Recognise a token by its hash."""
    return recall_token(_hash(token))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
