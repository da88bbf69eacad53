"""What the parts of a FHIR bundle are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "fhir.pain": _("Pain in the knee, 0 to 10"),
    "fhir.test_pain": _("Pain in a test at home, 0 to 10"),
    "fhir.test_count": _("How many were done"),
    "fhir.body_mass": _("Body mass"),
    "fhir.heart_rate": _("Heart rate in the session"),
    "fhir.sleep": _("Hours of sleep"),
    "fhir.duration": _("Duration of the session"),
    "fhir.running": _("Time of running in it"),
    "fhir.distance": _("Distance"),
    "fhir.cadence": _("Steps a minute, both feet"),
    "fhir.ascent": _("Metres up"),
    "fhir.distance_cm": _("Knee-to-wall distance"),
    "fhir.duration_min": _("Brisk walk"),
    "fhir.session": _("A session, measured by a watch"),
    "fhir.told_session": _("A session, told by the runner"),
    "fhir.plan": _("The way back to running"),
    "fhir.not_reviewed": _(
        "Made by the rules of Kneewise from what the runner said and the watch measured. The rules have not "
        "been reviewed by a clinician. This is not a diagnosis."
    ),
}
