"""Who may clear a runner or prescribe an insert: a clinician, by English and German words for one."""

import re
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from kneewise.model.errors import UsageError
from kneewise.store.codec import Json

WHOLE: Final = "dr|doc|gps?|md|pt|a ?& ?e|a and e|medic"
BEGINS: Final = (
    "doctor|practitioner|physician|surgeon|consultant|specialist|nurse|medical|midwife|paramedic"
    "|physio|physical therap|therapist|orthop|rheumatolog|radiolog|cardiolog|neurolog|haematolog"
    "|hematolog|vascular|podiatr|chiropod"
    "|osteopath|chiropract|athletic trainer|sports medicine|emergency|urgent care|casualty|hospital|clinic"
    "|doktor|mediziner|internist|kardiolog|gynäkolog|spezialist|sanitäter|krankengymnast|krankenschwester"
    "|pfleger|pflegekr|pflegefach|notaufnahme|notfall|ambulan|spital|podolog"
)
"""How a word for one begins."""
HOLDS: Final = "arzt|ärzt|aerzt|chirurg|orthopäd|klinik|krankenhaus|krankenpfleg|therapeut|sportdoc"
"""What stands somewhere in a German one, as in “Sportärztin”."""
NOBODY: Final = (
    r"no|not|nobody|none|never|without|vet|veterinar\w*|horse|dog|kein\w*|nicht|niemand|ohne|tier\w*|pferde\w*"
    r"|google|internet|chatgpt|gpt|chatbot|ai|ki"
)
"""What takes it back."""
NOT_YET: Final = (
    r"(?:have|has|had|did|do|does|could|can|was|is|will|wo)n['’]?t|cannot|wait(?:ing|s)?|yet|tomorrow|soon"
    r"|(?:will|shall|to|want) (?:see|be|go|ask|call|visit|come)|going to|next (?:week|month)"
    r"|warten?|wird|werden?|bald|nächste\w* (?:woche|monat)"
)
"""What says that nobody saw the runner so far."""

NAMES: Final = re.compile(rf"\b(?:{WHOLE})\b|\b(?:{BEGINS})|{HOLDS}")
DENIALS: Final = re.compile(rf"\b(?:{NOBODY}|{NOT_YET})\b")

FITS: Final = re.compile(r"\borthotist|\borthetist")
"""Who makes an insert, and clears nobody."""


def see_clinician(clearance: Mapping[str, Json]) -> None:
    """See that it is a clinician who clears a knee; whoever says not to run is heard.

    Raises:
        UsageError: The words name nobody who may clear one.
    """
    if clearance["may_run"] is False or _is_clinician(clearance["by"]):
        return
    raise UsageError(
        _(
            "Only a clinician can clear the knee. Say of which kind: doctor, sports doctor, physiotherapist, "
            "nurse or emergency department, for example."
        ),
        field="by",
    )


def see_prescriber(insert: Mapping[str, Json]) -> None:
    """See that it is a clinician who prescribed a wedge or an orthotic.

    Raises:
        UsageError: The words name nobody who may prescribe one.
    """
    if _is_clinician(insert["prescribed_by"]) or FITS.search(str(insert["prescribed_by"]).casefold()):
        return
    raise UsageError(
        _(
            "The guide allows a wedge or an orthotic only on prescription. Say which kind of clinician "
            "prescribed it: doctor, physiotherapist or podiatrist, for example."
        ),
        field="prescribed_by",
    )


def _is_clinician(told: Json) -> bool:
    by = str(told).casefold().replace("_", " ")
    return NAMES.search(by) is not None and DENIALS.search(by) is None
