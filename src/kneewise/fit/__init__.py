"""FIT files, as sports watches write them: bytes to numpy columns and back."""

from kneewise.fit.decode import decode
from kneewise.fit.encode import App, DeveloperField, Message, encode
from kneewise.fit.heartbeats import heartbeats
from kneewise.fit.values import Columns, FitEncodeError, FitError, FitFile, Problem, ProblemKind, Table

__all__ = [
    "App",
    "Columns",
    "DeveloperField",
    "FitEncodeError",
    "FitError",
    "FitFile",
    "Message",
    "Problem",
    "ProblemKind",
    "Table",
    "decode",
    "encode",
    "heartbeats",
]
