"""What can be wrong with what somebody gave us."""

from dataclasses import dataclass


class KneewiseError(Exception):
    """A fault in what someone gave us: one sentence, with the remedy. Shown without a traceback.

    Attributes:
        field: Which part of it, for those who say it beside its field; empty for the whole.
    """

    def __init__(self, said: str = "", *, field: str = "") -> None:
        super().__init__(said)
        self.field = field


class UsageError(KneewiseError):
    """A command or a form was filled in wrongly; nothing was stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One damaged or odd thing among many good ones; it never stops the rest.

    Attributes:
        code: An identifier that ``present`` turns into a sentence, such as ``crc_failed``.
        detail: What was seen, in a few plain words or figures; may be empty.
    """

    code: str
    detail: str = ""
