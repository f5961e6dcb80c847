"""What values were made from, noted while they were made.

A value is made again only where something that was looked up for it is no longer so. Nobody declares
what a value needs: whoever makes it is given a view of the world, which notes what is looked up.
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from types import FunctionType, MethodType
from typing import Any, TypeVar, get_origin, get_type_hints

from explainer.model.each import Lazily, Shelf
from explainer.model.form import Form, fields_of

T = TypeVar("T")

_Note = tuple[str, Hashable]
"""What was looked up: the way from the world to a form or a table, and the field or key there."""
_MISSING = object()
"""What a table holds under a key that it does not have."""


class Made(Form, frozen=True):
    """Values that one build made, and what it looked up for them."""

    make: Callable[[Any, Any], Any]
    given: tuple[Any, ...]
    values: tuple[Any, ...]
    notes: tuple[frozenset[_Note], ...]
    """For each value."""
    found: Mapping[_Note, Any]
    """By all notes that were ever taken."""


def made(asked: Lazily[Any], before: Made | None) -> Made:
    """The values of `asked`, as they are in `before` where they were made from the same."""
    noting = _Noting()
    view = _Form(asked.world, "", noting)
    given = tuple(asked.values)

    def anew(one: Any) -> tuple[Any, frozenset[_Note]]:
        return noting.made(lambda: asked.make(view, one))

    if before and before.make == asked.make and len(before.given) == len(given):
        noting.found = _found(asked.world, before.found)
        changed = {note for note, now in noting.found.items() if not _is(now, before.found[note])}
        then = zip(before.given, before.values, before.notes, strict=True)
        results = [
            (value, notes) if _is(one, old) and notes.isdisjoint(changed) else anew(one)
            for one, (old, value, notes) in zip(given, then, strict=True)
        ]
    else:
        results = [anew(one) for one in given]
    values, notes = zip(*results, strict=True) if results else ((), ())
    return Made(asked.make, given, values, notes, noting.found)


def _is(now: Any, then: Any) -> bool:
    if now is then:
        return True
    if isinstance(now, Mapping) and isinstance(then, Mapping):
        # Who looks through a table sees its order too.
        return [*now.items()] == [*then.items()]
    return bool(now == then)


def _found(world: Any, notes: Collection[_Note]) -> dict[_Note, Any]:
    """What is found by each of `notes` now."""
    ways = {way: attrgetter(way)(world) if way else world for way in {way for way, _ in notes}}
    tables = {way for way, place in ways.items() if isinstance(place, Mapping)}
    return {
        (way, key): ways[way].get(key, _MISSING) if way in tables else getattr(ways[way], str(key))
        for way, key in notes
    }


class _Noting:
    """The notes for the value that is being made, and what was found by all of them."""

    def __init__(self) -> None:
        self.now: set[_Note] = set()
        self.found: dict[_Note, Any] = {}

    def note(self, way: str, key: Hashable, found: Any) -> None:
        self.now.add((way, key))
        self.found[way, key] = found

    def made(self, make: Callable[[], T]) -> tuple[T, frozenset[_Note]]:
        """What `make` makes, and what it looked up."""
        outer, self.now = self.now, set()
        try:
            value = make()
            return value, frozenset(self.now)
        finally:
            self.now = outer


class _Form:
    """A form as whoever looks something up sees it, its own methods and properties included.

    Forms that hold tables are looked into, and so are the tables; all else is looked up as a whole.
    """

    def __init__(self, form: Any, way: str, noting: _Noting) -> None:
        self._form = form
        self._way = way
        self._noting = noting

    def __getattr__(self, name: str) -> Any:
        written = getattr(type(self._form), name, None)
        if isinstance(written, FunctionType):
            return MethodType(written, self)
        if isinstance(written, property) and written.fget:
            return written.fget(self)
        found = getattr(self._form, name)
        view = self._view(found, f"{self._way}.{name}" if self._way else name)
        if view is None:
            self._noting.note(self._way, name, found)
            return found
        # There from now on, without a call of this.
        setattr(self, name, view)
        return view

    def _view(self, found: Any, way: str) -> Any:
        """How that is seen which is looked into; None for what is looked up as a whole."""
        if isinstance(found, Shelf):
            return _NotedShelf(self._noting)
        if isinstance(found, Mapping):
            return _Table(found, way, self._noting)
        kind: Any = type(found)
        return _Form(found, way, self._noting) if _holds_tables(kind) else None


@cache
def _holds_tables(kind: Any) -> bool:
    hints = get_type_hints(kind) if fields_of(kind) else {}
    kinds = (get_origin(hint) or hint for hint in hints.values())
    return any(isinstance(one, type) and issubclass(one, Mapping) for one in kinds)


class _Table(Mapping[Any, Any]):
    """A table, of which every key that is asked for is noted, be it there or not."""

    def __init__(self, table: Mapping[Any, Any], way: str, noting: _Noting) -> None:
        self._table = table
        self._way = way
        self._noting = noting

    def __getitem__(self, key: Any) -> Any:
        found = self._table.get(key, _MISSING)
        self._noting.note(self._way, key, found)
        if found is _MISSING:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Any]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Mapping[Any, Any]:
        form, _, name = self._way.rpartition(".")
        self._noting.note(form, name, self._table)
        return self._table


class _NotedShelf(Shelf):
    """A shelf on which each thing lies with what was looked up to make it."""

    def __init__(self, noting: _Noting) -> None:
        super().__init__()
        self._noting = noting

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        value, notes = super().once(key, lambda: self._noting.made(make))
        self._noting.now |= notes
        return value
