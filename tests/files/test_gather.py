import numpy as np
from lxml import etree

from kneewise.files.gather import Points, gather, joined

COLUMNS = {"hr": "heart_rate_bpm", "heartrate": "heart_rate_bpm", "ele": "altitude_m"}


def points(*written: str) -> Points:
    """Gather points that are written as XML, all of one segment."""
    root = etree.fromstring(f"<seg>{''.join(f'<p>{each}</p>' for each in written)}</seg>")
    return gather(list(root), COLUMNS)


def test_the_first_value_of_a_column_counts_however_its_element_is_called() -> None:
    found = points("<hr>140</hr><ext><HeartRate>90</HeartRate></ext>", "<heartrate>150</heartrate>")

    assert found.columns["heart_rate_bpm"].tolist() == [140, 150]


def test_what_is_no_number_is_missing_and_spoils_no_other_point() -> None:
    found = points("<ele>high</ele>", "<ele> 12.5 </ele>", "<ele/>", "<ele>inf</ele>", "")

    np.testing.assert_array_equal(found.columns["altitude_m"], [np.nan, 12.5, np.nan, np.nan, np.nan])


def test_an_element_that_is_empty_everywhere_is_missing() -> None:
    found = points("<hr/>", "<hr/><heartrate/>")

    np.testing.assert_array_equal(found.columns["heart_rate_bpm"], [np.nan, np.nan])


def test_the_first_time_that_is_written_counts() -> None:
    found = points("<time/><time>2024-01-01T10:00:00Z</time><time>2025-01-01T10:00:00Z</time>", "<hr>1</hr>")

    np.testing.assert_array_equal(found.at_s, [1_704_103_200, np.nan])


def test_the_offset_of_the_instants_is_kept() -> None:
    assert points("<time>2024-01-01T10:00:00+02:00</time>").offset_s == 7200
    assert points("<time>2024-01-01T10:00:00Z</time>").offset_s is None


def test_joined_parts_keep_their_segments_apart() -> None:
    whole = joined([points("<hr>1</hr>", "<hr>2</hr>"), points("<ele>3</ele>")])

    assert whole.piece.tolist() == [0, 0, 1]
    np.testing.assert_array_equal(whole.columns["heart_rate_bpm"], [1, 2, np.nan])
    np.testing.assert_array_equal(whole.columns["altitude_m"], [np.nan, np.nan, 3])
