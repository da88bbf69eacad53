"""Cadence: the band, how the runs lay to it, and the metronome with its sound file."""

import re
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import cadence as steps
from kneewise.present.beats import LEAST_SPM, MOST_SPM, start_spm
from kneewise.present.cadence import has_metronome
from kneewise.present.click_track import file_of, loop_of, wav
from kneewise.web.pages.cadence import show_cadence
from kneewise.web.pages.metronome import show_metronome
from kneewise.web.visit import Visit

LOOP_MIN = 4
"""Whole minutes hold whole beats, and four of them whole groups of four."""
RANGE = re.compile(r"bytes=([0-9]{1,12})-([0-9]{0,12})")


def cadence(request: HttpRequest) -> HttpResponse:
    """Show own steps at own pace, the band, the minutes of each run inside it, and the metronome."""
    return _page(request, Visit.of(request))


def _page(request: HttpRequest, visit: Visit, *, slip: str = "") -> HttpResponse:
    decision, block = visit.decide(), steps.block(visit.runner, visit.on)
    page = show_cadence(
        decision,
        block,
        steps.own_steps(visit.runner, visit.on),
        steps.runs_of_block(visit.runner, visit.on),
        miles=visit.settings.miles,
    )
    parts = steps.parts_of_today(decision.plan, block)
    metronome = show_metronome(decision.found.cadence, block, parts) if has_metronome(decision) else None
    said = {"place": "cadence", "page": page, "metronome": metronome, "slip": slip}
    return render(request, "web/cadence.html", said, status=400 if slip else 200)


def click_track(request: HttpRequest) -> HttpResponseBase:
    """Send the beat as a sound file, or a stretch of it: the whole session of today, or a loop."""
    visit = Visit.of(request)
    decision, block = visit.decide(), steps.block(visit.runner, visit.on)
    spm = _spm(request, start_spm(decision.found.cadence, block))
    if spm is None:
        limits = {"low": LEAST_SPM, "high": MOST_SPM}
        return _page(request, visit, slip=_("Give a number from %(low)s to %(high)s.") % limits)
    stress, loops = bool(request.GET.get("stress")), bool(request.GET.get("loop"))
    parts = steps.parts_of_today(decision.plan, block)
    track = loop_of(spm, LOOP_MIN, stress=stress) if loops else file_of(parts, spm, stress=stress)
    first, end = _asked(request, track.bytes_in_all)
    answer = _sound(wav(track, first, end), first, end, track.bytes_in_all)
    if not loops and "inline" not in request.GET:
        answer["Content-Disposition"] = f'attachment; filename="kneewise-{spm}.wav"'
    return answer


def _spm(request: HttpRequest, usual: int) -> int | None:
    told = request.GET.get("spm", str(usual))
    is_right = re.fullmatch("[0-9]{1,3}", told) and LEAST_SPM <= int(told) <= MOST_SPM
    return int(told) if is_right else None


def _asked(request: HttpRequest, size: int) -> tuple[int, int]:
    """Read which bytes a player asks for; all of them where it does not, or asks oddly."""
    found = RANGE.fullmatch(request.headers.get("Range", ""))
    if found is None:
        return 0, size
    first, end = int(found[1]), int(found[2] or size - 1) + 1
    return (first, min(end, size)) if first < min(end, size) else (0, size)


def _sound(content: Iterator[bytes], first: int, end: int, size: int) -> StreamingHttpResponse:
    is_part = (first, end) != (0, size)
    answer = StreamingHttpResponse(content, content_type="audio/wav", status=206 if is_part else 200)
    answer["Accept-Ranges"] = "bytes"
    answer["Content-Length"] = str(end - first)
    if is_part:
        answer["Content-Range"] = f"bytes {first}-{end - 1}/{size}"
    return answer
