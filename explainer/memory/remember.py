"""`each` with a memory: what was answered before is not worked out again.

Nothing declares what depends on what: work is a function of its values, so that equal values have
an equal answer.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from explainer.model.each import Each


class Store(Protocol):
    """Answers of earlier builds."""

    def answered(
        self, each: Each, work: Callable[[Any], Any], items: Iterable[Any]
    ) -> Iterable[Any]:
        """What `work` makes of `items`: remembered for equal values, else by `each`."""


def remembering(each: Each, store: Store) -> Each:
    """`each`, with answers from `store` where it has them."""

    def each_remembered(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        return store.answered(each, work, items)

    return each_remembered
