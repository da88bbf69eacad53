"""The private address of the calendar."""

from pathlib import Path

from kneewise.app.feed import has_feed, is_feed, make_feed, revoke_feed


def test_its_token_opens_and_no_other(tmp_path: Path) -> None:
    token = make_feed(tmp_path)

    assert has_feed(tmp_path)
    assert is_feed(tmp_path, token)
    assert not any(is_feed(tmp_path, other) for other in ("", "x", token[:-1], token + "x", "\udcff"))


def test_the_home_holds_the_hash_alone_and_for_its_owner_only(tmp_path: Path) -> None:
    token = make_feed(tmp_path)

    (file,) = tmp_path.iterdir()
    assert token not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


def test_a_new_one_voids_the_old(tmp_path: Path) -> None:
    old, new = make_feed(tmp_path), make_feed(tmp_path)

    assert is_feed(tmp_path, new)
    assert not is_feed(tmp_path, old)


def test_what_is_void_opens_nothing_and_may_be_voided_again(tmp_path: Path) -> None:
    token = make_feed(tmp_path)

    revoke_feed(tmp_path)
    revoke_feed(tmp_path)

    assert not has_feed(tmp_path)
    assert not is_feed(tmp_path, token)


def test_an_empty_file_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "feed.key").touch()

    assert not is_feed(tmp_path, "")
