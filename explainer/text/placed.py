"""Things found in a text, each with where it stands."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Whatever stands in a text from `start` to `end`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)
Spans = Iterable[tuple[int, int]]


def outside(found: Iterable[P], taken: Spans) -> tuple[P, ...]:
    """Those of `found` that overlap none of the spans `taken`: dates, names, quotations."""
    spans = tuple(taken)
    return tuple(one for one in found if not any(s < one.end and one.start < e for s, e in spans))
