"""Answers from one build of the preview to the next, in this process alone."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.memory.keys import way_of
from explainer.memory.lookups import Made, made
from explainer.model.each import Each, Lazily

_UNKNOWN = object()
"""In the place of an answer that nobody remembers."""


@dataclass(slots=True)
class _Call:
    """One call of `each`: what was asked, and what was answered so far."""

    items: Sequence[Any]
    known: list[Any]
    made: Made | None = None
    """How those items were made that are made when they are asked for."""


class InProcess:
    """Answers by the function and the values it was given, found again by equality.

    What the last build did not ask for is forgotten by the next.
    """

    def __init__(self) -> None:
        self._ways: dict[Hashable, int] = {}
        self._before: dict[tuple[int, int], _Call] = {}
        self._now: dict[tuple[int, int], _Call] = {}

    def begin(self) -> None:
        """A build begins. What one that met problems found out until then is kept."""
        self._before |= self._now
        self._now = {}

    def turn(self) -> None:
        """A build is over: keep what it asked for."""
        self._before, self._now = self._now, {}

    def answered(
        self, each: Each, work: Callable[[Any], Any], items: Iterable[Any]
    ) -> Iterator[Any]:
        """What `work` makes of `items`, by `each` where it is not remembered."""
        call = self._call(work, items)
        pairs = zip(call.items, call.known, strict=True)
        new = iter(each(work, [item for item, answer in pairs if answer is _UNKNOWN]))
        for place, answer in enumerate(call.known):
            if answer is _UNKNOWN:
                call.known[place] = answer = next(new)
            yield answer

    def _call(self, work: Callable[[Any], Any], asked: Iterable[Any]) -> _Call:
        """What is remembered of `work` on the items `asked` about.

        A build asks in the order of the one before: so each item is held against the one that stood
        in its place, which takes far less time than to look all of them up.
        """
        # What is bound to the function may be large: it is looked at once for all items.
        way = self._ways.setdefault(way_of(work), len(self._ways))
        number = sum(1 for other, _ in self._now if other == way)
        before = self._before.get((way, number), _Call([], []))
        call_made = made(asked, before.made) if isinstance(asked, Lazily) else None
        items = call_made.values if call_made else tuple(asked)
        if len(before.items) == len(items):
            pairs = zip(items, before.items, before.known, strict=True)
            # Most are the very same, which is seen sooner than that two are alike.
            known = [
                answer if item is old or item == old else _UNKNOWN for item, old, answer in pairs
            ]
        else:
            by_value = dict(zip(before.items, before.known, strict=True))
            known = [by_value.get(item, _UNKNOWN) for item in items]
        self._now[way, number] = call = _Call(items, known, call_made)
        return call
