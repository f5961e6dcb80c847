"""`each` with a memory: what was answered before is not worked out again."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from explainer.memory.keys import is_quick, key_of, key_of_work

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


class Store(Protocol):
    """Answers by key."""

    def get(self, keys: list[str]) -> dict[str, Any]:
        """Those of `keys` that are known, with their answers."""

    def put(self, key: str, answer: Any) -> None:
        """Remember `answer` under `key`."""


def remembering(each: Each, store: Store, engine: str) -> Each:
    """`each`, with answers from `store` where it has them; `engine` stands for the code that runs."""

    def each_remembered(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        if is_quick(work):
            return each(work, items)
        return _looked_up(each, store, key_of_work(engine, work), work, items)

    return each_remembered


def _looked_up(
    each: Each, store: Store, shared: bytes, work: Callable[[Any], Any], items: Iterable[Any]
) -> Iterator[Any]:
    asked = [(key_of(shared, item), item) for item in items]
    known = store.get([key for key, _ in asked])
    answers = iter(each(work, [item for key, item in asked if key not in known]))
    for key, _ in asked:
        if key in known:
            yield known[key]
        else:
            answer = next(answers)
            store.put(key, answer)
            yield answer
