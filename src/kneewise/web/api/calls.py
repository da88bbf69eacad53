"""Every call of the API: each module declares its own when it is loaded."""

from kneewise.web.api import choices, diary, files, looks, running, taken_along, trying
from kneewise.web.api.instance import api

__all__ = ["api", "choices", "diary", "files", "looks", "running", "taken_along", "trying"]
