"""Reviewed numbers, sources, questions and patterns, read from the package's TOML into typed values."""

from kneewise.knowledge.emergency import countries, emergency_number
from kneewise.knowledge.exercises import read_exercises
from kneewise.knowledge.hashing import knowledge_hash
from kneewise.knowledge.numbers import read_all, read_numbers
from kneewise.knowledge.patterns import read_patterns
from kneewise.knowledge.questions import read_questions
from kneewise.knowledge.sources import read_sources, read_units

__all__ = [
    "countries",
    "emergency_number",
    "knowledge_hash",
    "read_all",
    "read_exercises",
    "read_numbers",
    "read_patterns",
    "read_questions",
    "read_sources",
    "read_units",
]
