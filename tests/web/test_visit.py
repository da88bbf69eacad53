"""One request is one visit: what it shows and what it is marked with are of one day."""

import re
from datetime import timedelta
from itertools import count

import pytest
from django.test import Client

from kneewise.app import clock
from tests.app.samples import NOW


def test_a_page_that_is_made_over_midnight_is_of_one_day(
    page: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.get("/diary/")
    later = count()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=20 * next(later)))

    said = page.get("/diary/").content.decode()

    marked = re.search(r'data-day="([^"]+)"', said)
    assert next(later) > 0
    assert marked is not None
    assert marked[1] == str(NOW.date())
