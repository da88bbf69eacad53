"""Who may clear a runner: a clinician, by the words that people have for one, in English and German."""

import re
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.model.errors import UsageError

WHOLE: Final = ("dr", "gp", "md", "pt", "a&e")
BEGINS: Final = (
    *("doctor", "physician", "surgeon", "consultant", "specialist", "nurse", "medic", "paramedic"),
    *("orthop", "rheumatolog", "radiolog", "cardiolog", "haematolog", "hematolog", "vascular"),
    *("physio", "physical therap", "podiatr", "chiropod", "osteopath", "chiropract", "athletic trainer"),
    *("sports medicine", "emergency", "hospital", "clinic"),
    *("mediziner", "internist", "krankengymnast", "notaufnahme", "notfall", "spital", "podolog"),
)
"""How a word for one begins."""
HOLDS: Final = ("arzt", "ärzt", "aerzt", "chirurg", "orthopäd", "klinik", "krankenhaus", "medizin")
"""What stands somewhere in a German one, as in “Sportärztin”."""

NAMES: Final = re.compile(rf"\b(?:{'|'.join(WHOLE)})\b|\b(?:{'|'.join(BEGINS)})|{'|'.join(HOLDS)}")


def read_clinician(raw: object) -> str:
    """Read who it was that saw the knee; empty where nothing is said.

    Raises:
        UsageError: The words name no kind of clinician.
    """
    said = parse.text(raw)
    if said and not NAMES.search(said.casefold()):
        raise UsageError(
            _(
                "Only a clinician can clear the knee. Say of which kind: doctor, sports doctor, "
                "physiotherapist, nurse or emergency department, for example."
            ),
            field="by",
        )
    return said
