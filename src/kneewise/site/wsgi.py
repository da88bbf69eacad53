"""The door for a web server."""

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application


def make_application() -> WSGIHandler:
    """Set Django up and hand over the application."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kneewise.site.settings")
    return get_wsgi_application()


application = make_application()
