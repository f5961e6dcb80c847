"""`each` with a memory: what was answered before is not worked out again.

Nothing declares what depends on what: work is a function of its values, so that equal values have
an equal answer.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Protocol

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


class Store(Protocol):
    """Answers by key."""

    def key_maker(self, work: Callable[[Any], Any]) -> Callable[[Any], Hashable] | None:
        """What turns items for `work` into keys: equal ones for equal values only.

        None where it takes no longer to do `work` than to look up what came of it.
        """

    def get(self, keys: list[Hashable]) -> dict[Hashable, Any]:
        """Those of `keys` that are known, with their answers."""

    def put(self, key: Hashable, answer: Any) -> None:
        """Remember `answer` under `key`."""


def remembering(each: Each, store: Store) -> Each:
    """`each`, with answers from `store` where it has them."""

    def each_remembered(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        key_of = store.key_maker(work)
        return each(work, items) if key_of is None else _looked_up(each, store, key_of, work, items)

    return each_remembered


def _looked_up(
    each: Each,
    store: Store,
    key_of: Callable[[Any], Hashable],
    work: Callable[[Any], Any],
    items: Iterable[Any],
) -> Iterator[Any]:
    asked = [(key_of(item), item) for item in items]
    known = store.get([key for key, _ in asked])
    answers = iter(each(work, [item for key, item in asked if key not in known]))
    for key, _ in asked:
        if key in known:
            yield known[key]
        else:
            answer = next(answers)
            store.put(key, answer)
            yield answer
