"""A file is what its bytes say."""

import gzip

import pytest

from kneewise.files import Kind
from kneewise.files.sniff import sniff
from tests.files.made import fit, gpx, gpx_points, tcx

KML = b'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>'
APPLE = b'<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Me)>\n]>\n<HealthData/>'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (fit(), Kind.FIT),
        (tcx(), Kind.TCX),
        (tcx(before="  \n"), Kind.TCX),
        (gpx(gpx_points([0, 1])), Kind.GPX),
        (b"\xef\xbb\xbf" + gpx(gpx_points([0, 1])), Kind.GPX),
        (b"<!-- a note --><gpx></gpx>", Kind.GPX),
        ('<?xml version="1.0" encoding="UTF-16"?><gpx></gpx>'.encode("utf-16"), Kind.GPX),
        (gzip.compress(b"x", mtime=0), Kind.GZIP),
        (b"<!doctype html><html></html>", Kind.WEB_PAGE),
        (b"\n<HTML><body>Log in</body></HTML>", Kind.WEB_PAGE),
        (APPLE, Kind.APPLE_HEALTH),
        (b'<Workout workoutActivityType="HKWorkoutActivityTypeRunning"/>', Kind.APPLE_HEALTH),
        (KML, Kind.MAP),
        (b"a,b\n1,2\n", Kind.TABLE),
        (b"%PDF-1.7", Kind.DOCUMENT),
        (b"\x89PNG\r\n", Kind.PICTURE),
        (b"", Kind.EMPTY),
        (bytes(64), Kind.EMPTY),
        (b"only words", Kind.OTHER),
    ],
)
def test_the_content_tells_the_kind(content: bytes, kind: Kind) -> None:
    assert sniff(content, "named.bin") is kind


def test_a_damaged_fit_file_is_known_by_its_name() -> None:
    assert sniff(b"\x01\x02\x03\x04" * 8, "run.fit") is Kind.FIT
