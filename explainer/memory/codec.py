"""Values of the model as MessagePack and back: nothing that was written to disk is ever unpickled.

Bytes are read as a value of a type that is known beforehand, and held to it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from msgspec import MsgspecError, msgpack

_ENCODER = msgpack.Encoder(order="deterministic")
_FOREIGN = (Mapping, list, set)
"""What would come back as something else, or in another order."""


class UnwritableError(ValueError):
    """A value that says what has no form here: half a letter, or a number of more than 64 bits."""


def to_bytes(value: Any) -> bytes:
    """`value` as MessagePack: a tree of forms, tuples, texts, numbers, bytes, sets of texts.

    Equal bytes stand for equal values only. Raises `UnwritableError`, and `TypeError` for a class of
    values that has no form here, which is a mistake of ours.
    """
    _refuse_foreign(value)
    try:
        return _ENCODER.encode(value)
    except (UnicodeEncodeError, OverflowError) as error:
        raise UnwritableError(str(error)) from error


def from_bytes(content: bytes, kind: Any) -> Any:
    """The value of the type `kind` that `to_bytes` made `content` from; `ValueError` for all else."""
    try:
        return _decoder(kind).decode(content)
    except (MsgspecError, RecursionError) as error:
        raise ValueError(f"no value of ours: {error}") from error


@cache
def _decoder(kind: Any) -> msgpack.Decoder[Any]:
    return msgpack.Decoder(kind)


def _refuse_foreign(value: Any) -> None:
    kind: Any = type(value)
    if kind is tuple:
        for one in value:
            _refuse_foreign(one)
    elif name := _foreign_field(kind):
        raise TypeError(f"{name} has no form in MessagePack here")


@cache
def _foreign_field(kind: type) -> str:
    """What in values of `kind` may be foreign: the class itself, or a field deeper down; empty for none."""
    seen = {kind}
    todo: list[tuple[str, Any]] = [(kind.__name__, kind)]
    for place, hint in todo:
        plain = get_origin(hint) or hint
        if isinstance(plain, type) and issubclass(plain, _FOREIGN):
            return place
        for one in [(place, one) for one in get_args(hint)] + list(_fields(plain)):
            if one[1] not in seen:
                seen.add(one[1])
                todo.append(one)
    return ""


def _fields(kind: Any) -> Iterator[tuple[str, Any]]:
    for base in getattr(kind, "__mro__", ()):
        for name, hint in getattr(base, "__annotations__", {}).items():
            yield f"{kind.__name__}.{name}", hint
