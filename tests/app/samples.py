"""Small things to offer and to say, and the moment at which it is said."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kneewise.app.sample_runner.season import run
from kneewise.app.sample_runner.watch import write_fit
from kneewise.files import read_recordings

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=BERLIN)


def fit_bytes(days_ago: int = 2, minutes: float = 4) -> bytes:
    """A short evening run, as a watch writes it."""
    outing = run("Round the pond", days_ago, minutes, 2.8)
    return write_fit(outing, datetime(2026, 11, 23 - days_ago, 17, 45, tzinfo=BERLIN), 1)[0]


def gpx_of(fit: bytes) -> bytes:
    """The same session as a website would hand it out, two seconds late."""
    recording = read_recordings("a.fit", fit).recordings[0]
    points = [
        f'<trkpt lat="{latitude}" lon="{longitude}"><ele>{altitude}</ele>'
        f"<time>{at:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for latitude, longitude, altitude, at in zip(
            recording.columns["latitude_deg"][2:],
            recording.columns["longitude_deg"][2:],
            recording.columns["altitude_m"][2:],
            (recording.start + timedelta(seconds=float(second)) for second in recording.time_s[2:]),
            strict=True,
        )
    ]
    body = "".join(points)
    return (
        '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><type>running</type><trkseg>{body}</trkseg></trk></gpx>"
    ).encode()
