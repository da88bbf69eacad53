"""What use cases found, for programs: shapes that take more than a value of the model."""

from kneewise.app.runs import RunView, SourceOf
from kneewise.app.what_if import WhatIf
from kneewise.present import json
from kneewise.present.difference import difference_json
from kneewise.present.json import Json


def run_json(found: RunView) -> dict[str, Json]:
    """Say one session with its diary, its colours and the files it came in."""
    recording = found.recording
    return {
        **json.activity_json(found.activity),
        "impact": json.plain(found.impact),
        "aerobic": json.plain(found.aerobic),
        "own": json.plain(found.own),
        "in_band": None if found.in_band is None else json.band_run_json(found.in_band),
        "colours": [json.colour_json(colour) for colour in found.colours],
        "entries": [json.entry_json(entry) for entry in found.entries],
        "sources": [_source_json(source) for source in found.sources],
        "device": None if recording is None else recording.device,
        "cadence_rule": None if recording is None else recording.cadence_rule,
        "laps": [] if recording is None else [json.plain(lap) for lap in recording.laps],
        "problems": [] if recording is None else [json.plain(problem) for problem in recording.problems],
        "recording_problem": json.plain(found.recording_problem),
    }


def _source_json(source: SourceOf) -> Json:
    return {
        "path": source.name,
        "sha256": source.sha256,
        "format": source.source_format,
        "used": source.wins,
    }


def what_if_json(found: WhatIf) -> dict[str, Json]:
    """Say what was supposed, and both decisions."""
    return {
        **json.only(found, "about_on", "sides", "supposed"),
        "as_it_is": json.week_json(found.as_it_is),
        "then": json.week_json(found.then),
        "difference": difference_json(found.difference),
    }
