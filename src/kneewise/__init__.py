"""Kneewise: from "my knee hurts" back to the usual running, one day at a time."""

__version__ = "0.2.0.dev0"
