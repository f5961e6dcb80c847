"""`each` on several processors, where that pays."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from explainer.memory.keys import is_done_aside, is_quick
from explainer.memory.sending import receive, send
from explainer.text.lazily import in_sequence

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]

_FEWEST = 8
"""Fewer items than this are done before another process has begun."""


_PIPE = 1 << 20
"""Bytes of answers that may wait to be read before the process that made them waits too."""


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
        others = [_started(work, listed[n::count]) for n in range(count)]
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


@dataclass(frozen=True, slots=True)
class _Other:
    """Another process, and the stream its answers come from."""

    process: int
    stream: BinaryIO

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
    try:
        for place in range(len(items)):
            yield _received(others[place % len(others)].stream, work, items, place)
    finally:
        for other in others:
            other.end()


def _started(work: Callable[[Any], Any], items: Sequence[Any]) -> _Other:
    """A process that does `items`."""
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
            for item in items:
                send(work(item), stream)
    except BaseException:  # whatever it is, the first process meets it again and tells of it
        os._exit(1)
    os._exit(0)


def _received(
    stream: BinaryIO, work: Callable[[Any], Any], items: Sequence[Any], place: int
) -> Any:
    """The next answer from `stream`, which our own fork has written; ours where it failed."""
    try:
        answer = receive(stream)
    except (EOFError, OSError, pickle.UnpicklingError):
        return work(items[place])
    return answer
