"""A runner who does not exist: twelve plausible weeks on a watch, and how the knee began to hurt."""

from kneewise.app.sample_runner.archive import ZONE, make_archive
from kneewise.app.sample_runner.story import Said, Story, tell_story

__all__ = ["ZONE", "Said", "Story", "make_archive", "tell_story"]
