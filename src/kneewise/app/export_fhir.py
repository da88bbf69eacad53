"""Hand the record over as a FHIR R4B bundle, for a clinic's program."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.app.hand_over import write_file
from kneewise.app.review import review_now
from kneewise.model.errors import KneewiseError
from kneewise.present.fhir import bundle
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef


class FhirError(KneewiseError):
    """The bundle could not be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FhirExported:
    """What was written."""

    path: Path
    resources: int


def export_fhir(runner: RunnerRef, path: Path, *, at: datetime) -> FhirExported:
    """Write the bundle into a new file, after the classes of R4B have read it.

    Raises:
        FhirError: There is such a file, or the package that knows FHIR is missing.
        KneewiseError: It could not be written.
    """
    if path.exists():
        raise FhirError(_("There is a %(path)s already: name another file.") % {"path": path})
    told = bundle(recall_history(runner, bands=False), review_now(runner, at).plan, made_at=at)
    write_file(path, f"{_as_r4b(told)}\n".encode())
    return FhirExported(path=path, resources=len(told["entry"]))


def _as_r4b(told: dict[str, object]) -> str:
    try:
        from fhir.resources.R4B.bundle import Bundle
    except ImportError as fault:
        raise FhirError(
            _("FHIR needs a package that is not installed: install Kneewise with its extra fhir.")
        ) from fault
    return str(Bundle.model_validate(told).model_dump_json(indent=1, exclude_none=True))
