"""Values on their way from one process to another of the same program.

Python would look up the fields of every form anew on both sides; here it is done once for each class.
"""

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, BinaryIO

_Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


def send(value: Any, stream: BinaryIO) -> None:
    """Write `value` to `stream`, for `receive` in the process that this one is a fork of."""
    pickler = pickle.Pickler(stream, protocol=5)
    pickler.dispatch_table = _FORMS
    pickler.dump(value)


def receive(stream: BinaryIO) -> Any:
    """The next value from `stream`, into which nobody else can write.

    Raises what `pickle.load` does when the stream ends before its value.
    """
    return pickle.load(stream)  # noqa: S301


class _Forms(dict[type, Callable[[Any], _Reduced]]):
    """How values of each class of the model are taken apart."""

    def __missing__(self, kind: type) -> Callable[[Any], _Reduced]:
        names = _names(kind)
        if not names:
            raise KeyError(kind)
        # The class stands for the first of two names and more, of which `attrgetter` makes a tuple.
        values = attrgetter("__class__", *names)
        self[kind] = reduce = lambda form: (_form, values(form))
        return reduce


_FORMS = _Forms()


def _names(kind: type) -> tuple[str, ...]:
    """The fields of `kind`; none where they are no slots, which Python sends as it always does."""
    is_form = is_dataclass(kind) and "__slots__" in vars(kind)
    return tuple(field.name for field in fields(kind)) if is_form else ()


def _form(kind: type, *values: Any) -> Any:
    form: Any = object.__new__(kind)
    for set_, value in zip(_setters(kind), values, strict=True):
        set_(form, value)
    return form


@cache
def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    """What writes the fields of `kind`, frozen or not."""
    return tuple(getattr(kind, name).__set__ for name in _names(kind))
