"""Take in what is offered: any file, folder or zip -> recordings, and one clear reason for all the rest."""

from kneewise.files.as_sport import as_sport
from kneewise.files.folder import Stamp, open_offered, stamps
from kneewise.files.held import held_messages, held_points
from kneewise.files.names import plain
from kneewise.files.notes import Notes
from kneewise.files.offered import Examined, Offered, examine
from kneewise.files.read import read_recordings
from kneewise.files.reading import Kind, Reading, Verdict

__all__ = [
    "Examined",
    "Kind",
    "Notes",
    "Offered",
    "Reading",
    "Stamp",
    "Verdict",
    "as_sport",
    "examine",
    "held_messages",
    "held_points",
    "open_offered",
    "plain",
    "read_recordings",
    "stamps",
]
