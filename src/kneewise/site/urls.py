"""All addresses: those of the page."""

from django.urls import include, path

from kneewise.site import checks

__all__ = ["checks", "urlpatterns"]

urlpatterns = [path("", include("kneewise.web.urls"))]
