"""Insights: what pain went with; a stop that is in force stands in its place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import insights as use
from kneewise.app.opinions import opinions
from kneewise.web.pages.guide import show_opinions
from kneewise.web.pages.insights import show_insights
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit


def insights(request: HttpRequest) -> HttpResponse:
    """Show every question; nothing here reassures beside a stop."""
    visit = Visit.of(request)
    if stop := stopped(request, visit, visit.decide(), place="insights"):
        return stop
    page = show_insights(use.insights(visit.runner, visit.on), miles=visit.settings.miles)
    told = show_opinions(opinions(visit.runner, visit.on))
    return render(request, "web/insights.html", {"place": "insights", "page": page, "opinions": told})
