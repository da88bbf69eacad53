"""All addresses: those of the page."""

from django.urls import include, path

from kneewise.site import checks

__all__ = ["checks", "handler500", "urlpatterns"]

handler500 = "kneewise.web.views.failed.failed"
urlpatterns = [path("", include("kneewise.web.urls"))]
