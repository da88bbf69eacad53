"""All addresses: those of the page."""

from django.urls import include, path

urlpatterns = [path("", include("kneewise.web.urls"))]
