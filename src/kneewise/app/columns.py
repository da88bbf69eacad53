"""List what the kept file of a session holds."""

from kneewise.app.known import known
from kneewise.app.runs import read_kept
from kneewise.app.with_run import find_run
from kneewise.files import held_messages, held_points
from kneewise.model.errors import UsageError
from kneewise.model.held import HeldTable
from kneewise.present.words import sentence
from kneewise.store.activities import recall_sources
from kneewise.store.originals import recall_original
from kneewise.store.ref import RunnerRef


def columns(runner: RunnerRef, activity_id: str) -> tuple[HeldTable, ...]:
    """List the columns of a session's points and, of a FIT file, every kind of message.

    Raises:
        UsageError: There is no such session, or no file of it.
    """
    activity = find_run(known(runner).history, activity_id)
    sources = recall_sources(runner, activity.activity_id)
    recording, problem = read_kept(runner, sources)
    if recording is None:
        raise UsageError(sentence(problem.code if problem else "original_lost"))
    return (held_points(recording), *held_messages(recall_original(runner, sources[0].sha256)))
