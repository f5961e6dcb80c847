"""An `each` that remembers: from one build of the preview to the next, in this process alone."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

Key = tuple[Any, ...]


class Memory:
    """Answers of work on one file or page, known again by the work and what it was given.

    Nothing declares what depends on what: work is a function of its values, so that equal values
    have an equal answer. What the last build did not ask for is forgotten by the next.
    """

    def __init__(self) -> None:
        self._known: dict[Key, Any] = {}
        self._asked: dict[Key, Any] = {}

    def each(self, work: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        """As `map`, but for the work that was done before."""
        way = _way(work)
        for item in items:
            key = (*way, item)
            try:
                answer = self._known[key]
            except TypeError:  # something in it has no hash: it is worked out each time
                yield work(item)
                continue
            except KeyError:
                answer = work(item)
            self._asked[key] = answer
            # Asked again within one build it is known, too.
            self._known[key] = answer
            yield answer

    def turn(self) -> None:
        """A build is over: keep what it asked for."""
        self._known, self._asked = self._asked, {}


def _way(work: Callable[[Any], Any]) -> Key:
    """The function and what is bound to it, which two equal partials do not say by `==`."""
    if isinstance(work, partial):
        return (*_way(work.func), *work.args, *sorted(work.keywords.items()))
    return (work,)
