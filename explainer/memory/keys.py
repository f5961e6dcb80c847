"""What a piece of work depends on, as one hash: the engine, the function, every value it is given."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any

from explainer.memory.codec import to_bytes

_QUICK = frozenset({"in_text", "leads_of", "in_bytes", "audit_page"})
"""Work that takes no longer than looking up what came of it, or sending it to another process."""
_ASIDE = frozenset({"draw_chart", "draw_card", "compile_template"})
"""Work that others wait for, and that waits for little itself."""
_FORGOTTEN = frozenset({"compile_template"})
"""Work whose answers are code: nothing from a disk is ever run."""


def is_quick(work: Callable[[Any], Any]) -> bool:
    """Whether `work` is best done at once, whoever could be asked."""
    return _function_of(work).__name__ in _QUICK


def is_done_aside(work: Callable[[Any], Any]) -> bool:
    """Whether `work` is best begun early, in one process that does nothing else."""
    return _function_of(work).__name__ in _ASIDE


def is_remembered(work: Callable[[Any], Any]) -> bool:
    """Whether what came of `work` may be looked up by another build."""
    return _function_of(work).__name__ not in _QUICK | _FORGOTTEN


def answer_of(work: Callable[[Any], Any]) -> Any:
    """The type of what comes of `work`."""
    return _function_of(work).__annotations__["return"]


def _function_of(work: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The function itself; of work that has other work done, the function of that."""
    while isinstance(work, partial):
        work = work.args[0] if work.args and callable(work.args[0]) else work.func
    return work


def key_of_work(engine: str, work: Callable[[Any], Any]) -> bytes:
    """The part of a key that all items of one call share; `UnwritableError` as of `key_of`."""
    function, *given = way_of(work)
    return _digest((engine, function.__module__, function.__qualname__, tuple(given)))


def way_of(work: Callable[[Any], Any]) -> tuple[Any, ...]:
    """The function and what is bound to it, which two equal partials do not say by `==`."""
    if isinstance(work, partial):
        return (*way_of(work.func), work.args, tuple(sorted(work.keywords.items())))
    return (work,)


def key_of(work: bytes, item: Any) -> str:
    """What an answer is remembered under: equal for equal values only.

    Raises `UnwritableError` for a value that can be under nothing.
    """
    return hashlib.sha256(work + _digest(item)).hexdigest()


def _digest(value: Any) -> bytes:
    return hashlib.sha256(to_bytes(value)).digest()
