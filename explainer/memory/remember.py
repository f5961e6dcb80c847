"""`each` with a memory: what was answered before is not worked out again.

Nothing declares what depends on what: work is a function of its values, so that equal values have
an equal answer.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]

UNKNOWN = object()
"""In the place of an answer that nobody remembers."""


class Answers(Protocol):
    """What is remembered of one call of `each`."""

    known: list[Any]
    """An answer for each item, or `UNKNOWN`."""

    def put(self, place: int, answer: Any) -> None:
        """Remember `answer` as that of the item at `place`."""


class Store(Protocol):
    """Answers of earlier builds."""

    def answers(self, work: Callable[[Any], Any], items: list[Any]) -> Answers | None:
        """What is remembered of `work` on `items`: of equal values only.

        None where it takes no longer to do `work` than to look up what came of it.
        """


def remembering(each: Each, store: Store) -> Each:
    """`each`, with answers from `store` where it has them."""

    def each_remembered(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        listed = list(items)
        answers = store.answers(work, listed)
        return each(work, listed) if answers is None else _completed(each, work, listed, answers)

    return each_remembered


def _completed(
    each: Each, work: Callable[[Any], Any], items: list[Any], answers: Answers
) -> Iterator[Any]:
    known = answers.known
    asked = [item for item, answer in zip(items, known, strict=True) if answer is UNKNOWN]
    new = iter(each(work, asked))
    for place, answer in enumerate(known):
        if answer is UNKNOWN:
            answer = next(new)
            answers.put(place, answer)
        yield answer
