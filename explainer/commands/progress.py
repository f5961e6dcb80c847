"""One line on what is going on, and the time each stage took."""

import time
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any, TextIO

from explainer.commands.terminal import is_terminal
from explainer.model.each import Each

_SHOWN_AFTER = 1.0
"""Seconds of work before a line is worth showing."""
_BETWEEN = 0.1
"""Seconds between two changes of the line."""


class Progress:
    """Notes the time of each stage, and shows one line on a terminal when work goes on.

    It has no thread of its own: it looks at the clock as stages begin and as `each` gets ahead.
    """

    def __init__(self, stream: TextIO, *, is_shown: bool = True) -> None:
        self.stream = stream
        self.is_shown = is_shown and is_terminal(stream)
        self.begun = time.perf_counter()
        self.seconds: dict[str, float] = {}
        """By stage, in the order they began; the last one is not complete before `done`."""
        self._stage = ""
        self._since = self.begun
        self._next = self.begun + _SHOWN_AFTER
        self._has_line = False

    def entering(self, stage: str) -> None:
        """`stage` begins, and the one before has ended."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now
        self._show(stage)

    def done(self) -> float:
        """Ends the last stage, takes the line away; seconds since the beginning."""
        self.entering("")
        if self._has_line:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self._has_line = False
        return time.perf_counter() - self.begun

    def watched(self, each: Each) -> Each:
        """`each`, showing how far it has come."""
        if not self.is_shown:
            return each

        def watched_each(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
            total = f" of {len(items)}" if isinstance(items, Sized) else ""
            # Asked now, for work may begin before anybody asks for its results.
            return self._counting(each(work, items), total)

        return watched_each

    def _counting(self, results: Iterable[Any], total: str) -> Iterator[Any]:
        for count, result in enumerate(results, 1):
            self._show(f"{self._stage}: {count}{total}")
            yield result

    def _show(self, text: str) -> None:
        now = time.perf_counter()
        if not self.is_shown or now < self._next or not text:
            return
        self._next = now + _BETWEEN
        self._has_line = True
        self.stream.write(f"\r\x1b[K{text} … {now - self.begun:.0f} s")
        self.stream.flush()
