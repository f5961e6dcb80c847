"""Large values told apart by being the same one, which takes no look at what they hold."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """`value`, equal to nothing but itself; as long as this is kept, no other takes its place."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value
