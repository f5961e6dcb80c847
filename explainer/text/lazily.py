"""Values that are made when they are asked for: by whoever asks, and so in another process too."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Lazily(Sequence[T], Generic[T]):
    """What `make` makes of each of `values`, made anew each time it is asked for."""

    def __init__(self, make: Callable[[Any], T], values: Sequence[Any]) -> None:
        self._make = make
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Lazily[T]": ...
    def __getitem__(self, place: int | slice) -> "T | Lazily[T]":
        if isinstance(place, slice):
            return Lazily(self._make, self._values[place])
        return self._make(self._values[place])


def in_sequence(values: Iterable[T]) -> Sequence[T]:
    """`values` by their places, without making those that are made when asked for."""
    return values if isinstance(values, Sequence) else tuple(values)
