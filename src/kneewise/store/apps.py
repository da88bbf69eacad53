"""The Django app that holds all tables."""

from typing import Any

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Kneewise's store."""

    name = "kneewise.store"
    label = "store"
    default_auto_field: Any = "django.db.models.BigAutoField"
