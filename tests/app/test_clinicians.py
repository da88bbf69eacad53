"""A clearance is a clinician's word; whoever else was asked clears nothing."""

from contextlib import nullcontext
from datetime import timedelta

import pytest

from kneewise.app.amend import edit
from kneewise.app.clinicians import see_clinician
from kneewise.app.events import decide_events
from kneewise.app.log import log_clearance, log_insert
from kneewise.app.sitting import log_signs
from kneewise.app.writing import write
from kneewise.model.errors import UsageError
from kneewise.store.history import recall_history
from kneewise.store.records import RecordKind
from kneewise.store.ref import RunnerRef
from tests.app.samples import NOW


@pytest.mark.parametrize(
    "said",
    [
        *(
            "Doctor",
            "a GP",
            "Dr. Who",
            "sports physio",
            "Physical therapist",
            "A&E",
            "my doc",
            "Urgent care",
            "Nurse",
            "general practitioner",
            "A & E",
            "nurse practitioner",
            "Dr. Will Young",
        ),
        *("Hausärztin", "Sportarzt", "Notaufnahme", "Universitätsklinik", "Orthopädin", "Physiotherapeut"),
        *("Krankenpflegerin", "Pflegefachkraft", "mein Sportdoc"),
    ],
)
def test_the_words_for_a_clinician_are_heard(said: str) -> None:
    see_clinician({"by": said, "may_run": True})


@pytest.mark.parametrize(
    "said",
    [
        "nobody",
        "myself",
        "x",
        "my mum",
        "a friend",
        "no one",
        "programmer",
        "Perth",
        "ich selbst",
        "no doctor",
        "kein Arzt",
        "Dr Google",
        "orthodontist",
        "orthotist",
        "still waiting for the doctor",
        "I haven't seen a doctor",
        "I haven’t seen a doctor",
        "not yet, the doctor is away",
        "I will see a doctor tomorrow",
        "going to the physio on Monday",
        "ChatGPT doctor",
        "horse doctor",
        "pflegeleicht",
        "ich warte auf den Arzt",
        "der Arzt wird mich sehen",
    ],
)
def test_nobody_else_clears_a_knee(runner: RunnerRef, said: str) -> None:
    log_signs(runner, at=NOW, signs={"chest_pain_breathless_or_coughing_blood": "yes"})

    with pytest.raises(UsageError, match=r"^Only a clinician can clear the knee\. Say of which kind: "):
        log_clearance(runner, at=NOW, by=said, may_run="yes")

    assert recall_history(runner).clearances == ()


def test_whoever_says_not_to_run_is_heard(runner: RunnerRef) -> None:
    log_clearance(runner, at=NOW, by="my mum", may_run="no")

    assert [one.may_run for one in recall_history(runner).clearances] == [False]


def test_a_word_that_was_not_to_run_is_not_made_a_clearance_by_nobody(runner: RunnerRef) -> None:
    told = log_clearance(runner, at=NOW, by="my mum", may_run="no")

    with pytest.raises(UsageError, match="Only a clinician"):
        edit(runner, told.record_id, {"may_run": "yes"}, at=NOW + timedelta(minutes=1))


def test_a_history_out_of_a_file_names_its_clinicians_as_it_likes() -> None:
    said = {"event": "clearance", "at": f"{NOW:%Y-%m-%dT%H:%M:%S+00:00}", "by": "X", "may_run": True}

    assert decide_events({"version": 1, "events": [said]}, on=NOW.date()).plan.on == NOW.date()


@pytest.mark.parametrize(("said", "heard"), [("podiatrist", True), ("Orthotist", True), ("my aunt", False)])
def test_only_a_clinician_prescribes_an_insert(runner: RunnerRef, said: str, *, heard: bool) -> None:
    with nullcontext() if heard else pytest.raises(UsageError, match="only on prescription"):
        log_insert(runner, at=NOW, insert="wedge", prescribed_by=said)


def test_an_insert_of_before_is_ended_whoever_prescribed_it_and_corrected_by_a_clinician_alone(
    runner: RunnerRef,
) -> None:
    worn = log_insert(runner, at=NOW, insert="wedge", prescribed_by="podiatrist")
    said = {"insert": "wedge", "prescribed_by": "Dres. Meier & Klein"}
    old = write(runner, RecordKind.INSERT, said, at=NOW)

    with pytest.raises(UsageError, match="only on prescription"):
        edit(runner, worn.record_id, {"prescribed_by": "my aunt"}, at=NOW)

    assert edit(runner, old.record_id, {"worn_until": NOW.date()}, at=NOW).record_id == old.record_id
