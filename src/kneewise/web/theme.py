"""The theme that the runner chose, for the pages that name it."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest

from kneewise.web.visit import Visit


def theme(request: HttpRequest) -> Mapping[str, Callable[[], str]]:
    """Look the theme up when a page names it; pages before the door do not, and ask nothing of the home."""
    return {"theme": lambda: Visit.of(request).settings.theme.value}
