import unicodedata

import pytest

from kneewise.files.names import leads_out, plain


@pytest.mark.parametrize("code", range(128))
def test_a_sign_of_every_keyboard_stays_and_a_hidden_one_is_replaced(code: int) -> None:
    sign = chr(code)
    shown = "�" if unicodedata.category(sign) == "Cc" else sign
    assert plain(f"run{sign}.fit") == f"run{shown}.fit"


def test_letters_are_composed_and_what_turns_them_is_replaced() -> None:
    assert plain("La\u0308ufchen\u202e.fit") == "L\u00e4ufchen�.fit"


@pytest.mark.parametrize(
    "name", ["/etc/run.fit", "\\run.fit", "C:run.fit", "../run.fit", "a\\..\\run.fit", "a/\0"]
)
def test_a_name_that_leads_out_is_known(name: str) -> None:
    assert leads_out(name)
    assert not leads_out("activities/run..fit")
