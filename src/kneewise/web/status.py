"""How a form is answered that was not stored."""

from http import HTTPStatus

from kneewise.app.home import FailingHomeError
from kneewise.model.errors import KneewiseError


def status_of(fault: KneewiseError) -> HTTPStatus:
    """Say whether it is to be mended, or sent again as it is: what waits in a browser goes by it."""
    if isinstance(fault, FailingHomeError):
        return HTTPStatus.SERVICE_UNAVAILABLE
    return HTTPStatus.UNPROCESSABLE_ENTITY
