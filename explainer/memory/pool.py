"""`each` on several processors, where that pays."""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO

from explainer.memory.keys import is_quick
from explainer.text.lazily import in_sequence

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


def pooled(
    jobs: int,
) -> Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]:
    """`map` on `jobs` processes.

    Each is a fork of this one, so that it has functions and values already and none of them need be
    sent. Where there is no safe fork (Windows, macOS, a process with threads), this is `map`.
    """
    if jobs == 1 or sys.platform != "linux":
        return map

    def each(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        # Of values that are made when they are asked for, each process makes its own.
        listed = in_sequence(items)
        if len(listed) < _FEWEST or is_quick(work) or threading.active_count() > 1:
            return map(work, listed)
        return _answers(work, listed, min(jobs, len(listed) // 2))

    return each


def _answers(work: Callable[[Any], Any], items: Sequence[Any], count: int) -> Iterator[Any]:
    """What `work` makes of `items`, in their order; the processes begin now, and not when asked."""
    return _fetched([_started(work, items[n::count]) for n in range(count)], work, items)


def _fetched(
    children: Sequence[tuple[int, BinaryIO]], work: Callable[[Any], Any], items: Sequence[Any]
) -> Iterator[Any]:
    try:
        for place in range(len(items)):
            yield _received(children[place % len(children)][1], work, items, place)
    finally:
        for process, stream in children:
            stream.close()
            os.waitpid(process, 0)


def _started(work: Callable[[Any], Any], items: Sequence[Any]) -> tuple[int, BinaryIO]:
    """A process that does `items`, and the stream its answers come from."""
    reading, writing = os.pipe()
    import fcntl

    with suppress(OSError):
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE)
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    # From here on this is the other process: it leaves by `_exit`, and none of the first one's
    # clearing up is done twice.
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            for item in items:
                pickle.dump(work(item), stream, protocol=5)
    except BaseException:  # whatever it is, the first process meets it again and tells of it
        os._exit(1)
    os._exit(0)


def _received(
    stream: BinaryIO, work: Callable[[Any], Any], items: Sequence[Any], place: int
) -> Any:
    """The next answer from `stream`, which our own fork has written; ours where it failed."""
    try:
        # Nobody else can write into this pipe.
        answer = pickle.load(stream)  # noqa: S301
    except (EOFError, OSError, pickle.UnpicklingError):
        return work(items[place])
    return answer
