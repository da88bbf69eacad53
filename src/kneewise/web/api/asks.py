"""Who asks: a token in the header, what it may do, and how often."""

from collections.abc import Hashable
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from kneewise.app import tokens
from kneewise.app.tokens import KeptToken, Scope
from kneewise.web.api import limits
from kneewise.web.api.problems import Refusal


class May(HttpBearer):
    """Let through whose token has this scope."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self._scope = scope

    @property
    def scope(self) -> Scope:
        """What a token has to have."""
        return self._scope

    def __call__(self, request: HttpRequest) -> KeptToken:  # type: ignore[explicit-override]  # See below.
        """Find the token in the header, and nowhere else."""
        said = request.headers.get("Authorization", "")
        scheme, _space, token = said.partition(" ")
        return self.authenticate(request, token.strip() if scheme.lower() == "bearer" else "")

    def authenticate(  # type: ignore[explicit-override]  # Python 3.11 has no mark for it.
        self,
        request: HttpRequest,  # noqa: ARG002 - as ninja calls it.
        token: str,
    ) -> KeptToken:
        """Give the token that was recognised.

        Raises:
            Refusal: It is missing, wrong, too small for this, or asks too often.
        """
        known = tokens.find(token) if token else None
        if known is None:
            _may_wait(limits.tried, "anybody")
            raise Refusal(
                HTTPStatus.UNAUTHORIZED,
                _("Send a token: “kneewise token make --name NAME” makes one, for the header Authorization."),
            )
        _may_wait(limits.asked, (known.runner.runner_id, known.name))
        if tokens.scope_of(known.scope) < self._scope:
            raise Refusal(
                HTTPStatus.FORBIDDEN,
                _("This token may only “%(has)s”; this takes “%(needs)s”.")
                % {"has": known.scope, "needs": self._scope.word},
            )
        return known


def _may_wait(limit: limits.Limit, who: Hashable) -> None:
    if wait_s := limit.wait_s(who):
        raise Refusal(HTTPStatus.TOO_MANY_REQUESTS, _("Too many calls: wait a minute."), wait_s=wait_s)


read, log, everything = May(Scope.READ), May(Scope.LOG), May(Scope.ALL)
