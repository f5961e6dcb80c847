"""`each` on several processors, where that pays."""

import os
import pickle
import signal
import struct
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO

from explainer.memory.keys import is_done_aside, is_quick
from explainer.model.each import Each, in_sequence
from explainer.model.form import Form

_FEWEST = 8
"""Fewer items than this are done before another process has begun."""


_PIPE = 1 << 20
"""Bytes of answers that may wait to be read before the process that made them waits too."""
_RUN = struct.Struct("II")
"""A ticket: the place of the first item of a run, and the place behind its last."""
_MOST_TICKETS = 1000
"""So many are less than any pipe holds."""


def processes(jobs: int) -> int:
    """How many processes `jobs` asks for; 0 asks for as many as there are processors for this one."""
    if jobs:
        return jobs
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def pooled(jobs: int) -> Iterator[Each]:
    """`map` on `jobs` processes, which begin when `each` is called and end with the block at the latest.

    Each is a fork of this one, so that it has functions and values already and none of them need be
    sent. Who asks for the answers later has other things done meanwhile. Where there is no safe fork
    (Windows, macOS, a process with threads), this is `map`.
    """
    if jobs == 1 or sys.platform != "linux":
        yield map
        return
    begun: list[_Other] = []

    def each(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        # Of values that are made when they are asked for, each process makes its own.
        listed = in_sequence(items)
        count = _count(work, len(listed), jobs)
        if not count:
            return map(work, listed)
        tickets = _tickets(len(listed))
        others = [_started(work, listed, tickets) for _ in range(count)]
        os.close(tickets)
        begun.extend(others)
        return _answers(others, work, listed)

    try:
        yield each
    finally:
        for other in begun:
            other.end()


def threads() -> int:
    """How many threads this process has, those among them that Python did not start."""
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208
    except OSError:
        return threading.active_count()


def _count(work: Callable[[Any], Any], items: int, jobs: int) -> int:
    """On how many other processes so many items are best done; 0 where it is best done here."""
    if not items or is_quick(work) or threads() > 1:
        return 0
    if is_done_aside(work):
        return 1
    return 0 if items < _FEWEST else min(jobs, items // 2)


class _Other(Form, frozen=True):
    """Another process, and the stream its answers come from."""

    process: int
    stream: BinaryIO

    def answer(self) -> tuple[int, tuple[Any, ...]] | None:
        """The place of an item, and what came of it, if anything; None when no more come."""
        try:
            place, found = pickle.load(self.stream)  # noqa: S301  (only a fork of this process can write there)
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        return place, found

    def end(self) -> None:
        """End it, whatever it is at."""
        if self.stream.closed:
            return
        self.stream.close()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _answers(
    others: Sequence[_Other], work: Callable[[Any], Any], items: Sequence[Any]
) -> Iterator[Any]:
    """What `work` makes of `items`, in their order."""
    waiting: dict[int, tuple[Any, ...]] = {}
    at_work = deque(others)
    try:
        for place in range(len(items)):
            while place not in waiting and at_work:
                answer = at_work[0].answer()
                if answer:
                    waiting[answer[0]] = answer[1]
                    at_work.rotate()
                else:
                    at_work.popleft()
            found = waiting.pop(place, ())
            # What another process failed at is met again here, where it can be told.
            yield found[0] if found else work(items[place])
    finally:
        for other in others:
            other.end()


def _tickets(count: int) -> int:
    """A pipe from which processes take the places of so many items, each the next when it is free."""
    reading, writing = os.pipe()
    step = -(-count // _MOST_TICKETS)
    runs = ((start, min(start + step, count)) for start in range(0, count, step))
    os.write(writing, b"".join(_RUN.pack(*run) for run in runs))
    os.close(writing)
    return reading


def _started(work: Callable[[Any], Any], items: Sequence[Any], tickets: int) -> _Other:
    """A process that does those of `items` that it finds `tickets` for."""
    reading, writing = os.pipe()
    import fcntl

    with suppress(OSError):
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE)
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        os.close(writing)
        return _Other(process, os.fdopen(reading, "rb"))
    # From here on this is the other process: it leaves by `_exit`, and none of the first one's
    # clearing up is done twice.
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            while run := os.read(tickets, _RUN.size):
                for place in range(*_RUN.unpack(run)):
                    pickle.dump((place, _tried(work, items, place)), stream, protocol=5)
    except BaseException:  # whatever it is, the first process does what is missing
        os._exit(1)
    os._exit(0)


def _tried(work: Callable[[Any], Any], items: Sequence[Any], place: int) -> tuple[Any, ...]:
    """What `work` makes of the item at `place`; nothing where it fails."""
    try:
        return (work(items[place]),)
    except Exception:  # whatever it is, the first process meets it again and tells of it
        return ()
