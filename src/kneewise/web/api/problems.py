"""Refusals as ``application/problem+json`` (RFC 9457), with the sentence that the page would say."""

from http import HTTPStatus

from django.http import JsonResponse

TYPE = "application/problem+json"


class Refusal(Exception):  # noqa: N818 - it is an answer, and no fault of ours.
    """A call that is not let through.

    Attributes:
        wait_s: After how many seconds it may be tried again.
    """

    def __init__(self, status: HTTPStatus, said: str, *, wait_s: int = 0) -> None:
        super().__init__(said)
        self.status = status
        self.wait_s = wait_s


def problem(status: HTTPStatus, said: str, *, field: str = "", wait_s: int = 0) -> JsonResponse:
    """Answer with what is wrong; ``field`` names the part of the body that it is about."""
    body: dict[str, object] = {"type": "about:blank", "title": status.phrase, "status": status.value}
    body |= {"detail": said, "field": field or None}
    answer = JsonResponse(body, status=status.value, content_type=TYPE)
    if status is HTTPStatus.UNAUTHORIZED:
        answer["WWW-Authenticate"] = "Bearer"
    if wait_s:
        answer["Retry-After"] = str(wait_s)
    return answer
