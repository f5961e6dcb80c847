"""Answers from one build of the preview to the next, in this process alone."""

from collections.abc import Callable, Hashable
from typing import Any

from explainer.memory.keys import way_of


class InProcess:
    """Answers by the function and the values it was given, found again by equality.

    What the last build did not ask for is forgotten by the next.
    """

    def __init__(self) -> None:
        self._ways: dict[Hashable, int] = {}
        self._known: dict[Hashable, Any] = {}
        self._asked: dict[Hashable, Any] = {}

    def key_maker(self, work: Callable[[Any], Any]) -> Callable[[Any], Hashable]:
        """What turns items for `work` into keys."""
        # What is bound to the function may be large: it is looked at once for all items.
        way = self._ways.setdefault(way_of(work), len(self._ways))
        return lambda item: _Key(way, item)

    def get(self, keys: list[Hashable]) -> dict[Hashable, Any]:
        """Those of `keys` that are known, with their answers."""
        found = {key: self._known[key] for key in keys if key in self._known}
        self._asked |= found
        return found

    def put(self, key: Hashable, answer: Any) -> None:
        """Remember `answer` under `key`."""
        self._known[key] = self._asked[key] = answer

    def turn(self) -> None:
        """A build is over: keep what it asked for."""
        self._known, self._asked = self._asked, {}


class _Key:
    """A way and a value, hashed once: the hash of a page is that of everything on it."""

    __slots__ = ("_hash", "_item", "_way")

    def __init__(self, way: int, item: Any) -> None:
        self._way, self._item = way, item
        self._hash = hash((way, item))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._way == other._way and self._item == other._item
