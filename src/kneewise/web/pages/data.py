"""Your data: how much there is, and what has been kept by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.app.automatic import Automatic
from kneewise.app.erase import Erased
from kneewise.app.home import Holding
from kneewise.present.dates import say_date
from kneewise.web.pages.parts import Fact
from kneewise.web.pages.settings import say_holding, say_size


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """The whole page.

    Attributes:
        kept: The backups that were made by themselves, the newest first.
        size: About what a backup takes.
        slips: What is wrong with a field, by its name.
    """

    facts: tuple[Fact, ...]
    kept: tuple[Fact, ...]
    size: str
    has_rows: bool
    problem: str
    slips: Mapping[str, str]


def show_data(
    holding: Holding,
    kept: Sequence[Automatic],
    *,
    aside: Sequence[Path],
    problem: str,
    slips: Mapping[str, str],
) -> DataPage:
    """Set the page out."""
    return DataPage(
        facts=(
            Fact(name=_("Folder"), said=holding.folder),
            Fact(name=_("It holds"), said=say_holding(holding)),
            *(Fact(name=_("Kept beside it"), said=path.name) for path in aside),
        ),
        kept=tuple(
            Fact(name=say_date(one.made_at, "j F, H:i"), said=f"{one.path.name}, {say_size(one.bytes)}")
            for one in kept
        ),
        size=say_size(holding.bytes),
        has_rows=holding.has_rows,
        problem=problem,
        slips=slips,
    )


def show_erased(done: Erased) -> Mapping[str, str]:
    """Say that everything is gone, and what is not."""
    said = ngettext("%(count)s file is gone.", "%(count)s files are gone.", done.files) % {
        "count": done.files
    }
    left = _("Left where it is: %(names)s.") % {"names": ", ".join(path.name for path in done.left)}
    copies = _(
        "Backups and exports that you put elsewhere are still there. Close this page, and stop Kneewise with "
        "Ctrl-C where you started it."
    )
    return {
        "code": "",
        "said": _("Everything is erased"),
        "remedy": " ".join((said, *([left] if done.left else []), copies)),
    }
