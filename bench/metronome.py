"""Measures how well the page's metronome keeps time, beside one that is driven by a timer of the page.

Headless Chromium opens the page of cadence and renders ten minutes with the metronome's own modules, topped
up second by second as it does while it plays, on an offline audio clock; the onsets are then searched for in
the samples. The peer is the usual way, a function called by ``setInterval``, which is timed while it runs,
once in peace and once while the page has something to do each second. Run it with
``python -m bench.metronome``.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from playwright.sync_api import sync_playwright

from tests import browser as chromium
from tests.e2e.served import kneewise, serve

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from playwright.sync_api import Page

OURS = """async ([spm, seconds, rate]) => {
    const [{ endless, hits }, { makeSounds, place }] =
        await Promise.all([import("/static/web/beat.js"), import("/static/web/clicks.js")]);
    const audio = new OfflineAudioContext(1, seconds * rate, rate);
    const sounds = makeSounds(audio);
    for (let s = 0; s < seconds; s += 1) {
        place(audio, audio.destination, sounds, hits(endless(), spm, s, s + 1), 0);
    }
    const wave = (await audio.startRendering()).getChannelData(0);
    const found = [];
    for (let at = 0, quiet = rate; at < wave.length; at += 1) {
        if (Math.abs(wave[at]) > 0.1) {
            if (quiet > rate / 10) found.push(at / rate);
            quiet = 0;
        } else quiet += 1;
    }
    return found;
}"""
"""Onsets in seconds: where it is loud after a tenth of a second of quiet."""

TIMER = """([spm, seconds, busy_ms]) => new Promise((done) => {
    const found = [];
    const from = performance.now();
    const beat = setInterval(() => found.push((performance.now() - from) / 1000), 60000 / spm);
    const work = setInterval(() => {
        const until = performance.now() + busy_ms;
        while (performance.now() < until);
    }, 1000);
    setTimeout(() => { clearInterval(beat); clearInterval(work); done(found); }, seconds * 1000);
})"""


def main() -> None:
    """Render, time, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--spm", type=int, default=176)
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--timer-seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=48_000)
    given = parser.parse_args()
    executable = chromium.program()
    if executable is None:
        sys.exit("Chromium is not installed.")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        home = Path(made) / "home"
        kneewise(home, "demo", "--no-serve")
        browser = chromium.launch(playwright, executable)
        with serve(home) as served:
            page = browser.new_page(base_url=served.base)
            page.goto(served.link)
            page.goto("/cadence/")
            print(f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
            print(f"Chromium {browser.version}, {given.spm} steps a minute")
            measure(page, given)
        browser.close()


def measure(page: Page, given: argparse.Namespace) -> None:
    """Measure ours and the timer, each against the steps as they were meant."""
    ours = page.evaluate(OURS, [given.spm, given.minutes * 60, given.rate])
    report(f"Kneewise, {given.minutes} min rendered", np.array(ours), given.spm)
    for busy_ms in (0, 200):
        timed = page.evaluate(TIMER, [given.spm, given.timer_seconds, busy_ms])
        # The first call of a timer is one step late by design.
        name = f"setInterval, {given.timer_seconds} s, page busy for {busy_ms} ms each second"
        report(name, np.array(timed) - 60 / given.spm, given.spm)


def report(name: str, found_s: NDArray[np.float64], spm: int) -> None:
    """Print the worst error of a step, and how far the last minutes are off the first."""
    meant_s = np.arange(len(found_s)) * 60 / spm
    error_ms = 1000 * (found_s - meant_s)
    drift = np.polyfit(meant_s / 60, error_ms, 1)[0]
    print(
        f"{name}: {len(found_s)} steps, worst step {np.abs(error_ms).max():.3f} ms off, "
        f"drift {drift:+.4f} ms a minute"
    )


if __name__ == "__main__":
    main()
