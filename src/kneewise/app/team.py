"""Further processes that look at files; a file that takes its process with it is refused, and that is all."""

import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Final

from kneewise.app.look import Looked, refused
from kneewise.files import Offered

Look = Callable[[Offered], Looked]
"""A `Looker.look`, or anything else that another process can be given."""

GIVEN: Final = 8
"""Files a worker is given at once, so that it never waits for the next, also while others are settled."""

FARTHEST: Final = 200
"""Answers that may wait for an earlier one."""

MOST_AT_ONCE_B: Final = 24 * 2**20
"""So long may the files be that are out at the same time; a longer one is out alone.

A file takes about three times its length in memory, and all processes together stay below 400 MB.
"""

LEAVES_S: Final = 10.0
"""For its last file; a process that takes longer is ended."""


def look_together(look: Look, offered: Sequence[Offered], *, workers: int) -> Generator[Looked]:
    """Look at files in so many further processes; the answers come in the order of the files.

    Until they are up, this process looks itself.
    """
    team = _Team(look, offered)
    try:
        team.start(workers)
        for index in range(len(offered)):
            yield team.answer(index)
    finally:
        team.part()


def work(look: Look, pipe: Connection) -> None:
    """Answer until nobody asks any more."""
    try:
        pipe.send(None)
        while True:
            offered = pipe.recv()
            try:
                answer: Looked | OSError = look(offered)
            except OSError as fault:
                answer = fault
            pipe.send(answer)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        # The import has ended, in whatever way.
        return


class _Worker:
    """One process, and the files it was given, the one it looks at first."""

    def __init__(self, look: Look) -> None:
        context = get_context("spawn")
        self.pipe, end = context.Pipe()
        self.process = context.Process(target=work, args=(look, end), daemon=True)
        self.process.start()
        # Closed here, so that the death of the process shows as the end of its answers.
        end.close()
        self.is_up = False
        self.given: deque[int] = deque()


class _Team:
    """The workers, and where each file stands.

    ``following`` is the first file nobody was given; ``own`` are those whose worker died before its turn.
    """

    def __init__(self, look: Look, offered: Sequence[Offered]) -> None:
        self.look, self.offered = look, offered
        self.workers: list[_Worker] = []
        self.following = 0
        self.answers: dict[int, Looked | OSError] = {}
        self.own: set[int] = set()

    def start(self, count: int) -> None:
        with _deaf_to_ctrl_c():
            self.workers.extend(_Worker(self.look) for _ in range(count))

    def answer(self, index: int) -> Looked:
        """Give what was found in a file; they must be asked for in order."""
        self._listen(0)
        self._give(index)
        while index not in self.answers:
            if index == self.following or index in self.own:
                self.following = max(self.following, index + 1)
                return self.look(self.offered[index])
            self._listen(None)
            self._give(index)
        answer = self.answers.pop(index)
        if isinstance(answer, OSError):
            raise answer
        return answer

    def part(self) -> None:
        for worker in self.workers:
            worker.pipe.close()
        for worker in self.workers:
            worker.process.join(LEAVES_S)
            worker.process.terminate()

    def _give(self, index: int) -> None:
        """Give files to whoever has few."""
        for worker in [worker for worker in self.workers if worker.is_up]:
            farthest = min(len(self.offered), index + FARTHEST)
            while len(worker.given) < GIVEN and self.following < farthest and self._has_room():
                try:
                    worker.pipe.send(self.offered[self.following])
                except OSError:
                    # It died. What it answered before is still to be read, and only then whom it died of.
                    break
                worker.given.append(self.following)
                self.following += 1

    def _has_room(self) -> bool:
        """Whether the next file can be out beside those that are."""
        out_b = [self.offered[index].size_b for worker in self.workers for index in worker.given]
        return not out_b or sum(out_b) + self.offered[self.following].size_b <= MOST_AT_ONCE_B

    def _listen(self, timeout_s: float | None) -> None:
        """Take the answers that are there; wait for one where there is none."""
        ready = wait([worker.pipe for worker in self.workers], timeout_s)
        for worker in [worker for worker in self.workers if worker.pipe in ready]:
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if worker.is_up:
                self.answers[worker.given.popleft()] = answer
            worker.is_up = True

    def _bury(self, worker: _Worker) -> None:
        """Refuse the file that a worker died of; the rest of its files come back."""
        self.workers.remove(worker)
        worker.pipe.close()
        if worker.given:
            index = worker.given.popleft()
            self.answers[index] = refused(self.offered[index], "reader_died")
        self.own.update(worker.given)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it reaches this one, which then lets them go."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
