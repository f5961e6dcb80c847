"""The seam for speed: how work is run, and values that are made by whoever asks for them."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar, overload

from explainer.model.form import Form

T = TypeVar("T")

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""How work that is done once for each file or page is run: `map`, a pool, or a memory."""


class Lazily(Sequence[T], Generic[T]):
    """What `make` makes of each of `values` and of `world`, made anew each time it is asked for.

    `world` is all that `make` may look anything up in.
    """

    def __init__(
        self, make: Callable[[Any, Any], T], values: Sequence[Any], world: Any = None
    ) -> None:
        self.make = make
        self.values = values
        self.world = world

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Lazily[T]": ...
    def __getitem__(self, place: int | slice) -> "T | Lazily[T]":
        if isinstance(place, slice):
            return Lazily(self.make, self.values[place], self.world)
        return self.make(self.world, self.values[place])


class Shelf:
    """What many of the values show alike, made once."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes, once for all who ask by this `key`."""
        if key not in self._made:
            self._made[key] = make()
        found: T = self._made[key]
        return found


class Whole(Form, Generic[T], frozen=True):
    """A table of which so much is looked up for each value that all of it may as well have been."""

    value: T


def in_sequence(values: Iterable[T]) -> Sequence[T]:
    """`values` by their places, without making those that are made when asked for."""
    return values if isinstance(values, Sequence) else tuple(values)
