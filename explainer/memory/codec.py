"""Values of the model as JSON text and back: nothing that was written to disk is ever unpickled."""

import base64
import json
import sys
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

_TUPLE = -1


def to_text(value: Any) -> str:
    """`value` as JSON: a tree of frozen dataclasses, tuples, mappings, texts, numbers, bytes.

    Raises `TypeError` for anything else, which is a mistake of ours.
    """
    classes: dict[type, int] = {}
    tree = _encoded(value, classes)
    return json.dumps([[_name(c) for c in classes], tree], separators=(",", ":"))


def from_text(text: str) -> Any:
    """The value that `to_text` made `text` from; `ValueError` for any other text."""
    try:
        names, tree = json.loads(text)
        return _decoded(tree, [_class(name) for name in names])
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no value of ours: {error}") from error


def _encoded(value: Any, classes: dict[type, int]) -> Any:
    kind = type(value)
    if value is None or kind in (str, int, float, bool):
        return value
    if kind is tuple:
        return [_TUPLE, *(_encoded(one, classes) for one in value)]
    if is_dataclass(kind):
        number = classes.setdefault(kind, len(classes))
        names = _given_fields(kind)
        return [number, *(_encoded(getattr(value, name), classes) for name in names)]
    if kind is bytes:
        return {"b": base64.b64encode(value).decode()} if b"\0" in value else _as_text(value)
    if kind is dict:
        return {"d": [[_encoded(k, classes), _encoded(v, classes)] for k, v in value.items()]}
    if kind is frozenset:
        return {"s": [_encoded(one, classes) for one in sorted(value)]}
    raise TypeError(f"{kind.__name__} has no form in JSON here")


def _as_text(value: bytes) -> dict[str, str]:
    try:
        return {"t": value.decode()}
    except UnicodeDecodeError:
        return {"b": base64.b64encode(value).decode()}


def _decoded(tree: Any, classes: list[type]) -> Any:
    if type(tree) is list:
        number = tree[0]
        rest = [_decoded(one, classes) if type(one) in (list, dict) else one for one in tree[1:]]
        if number == _TUPLE:
            return tuple(rest)
        if number < 0:
            raise ValueError("no value of ours")
        kind = classes[number]
        return kind(**dict(zip(_given_fields(kind), rest, strict=True)))
    if type(tree) is dict:
        ((sign, inside),) = tree.items()
        if sign == "t":
            return inside.encode()
        if sign == "b":
            return base64.b64decode(inside)
        if sign == "s":
            return frozenset(_decoded(one, classes) for one in inside)
        return {_decoded(k, classes): _decoded(v, classes) for k, v in inside}
    return tree


@cache
def _given_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def _class(name: str) -> type:
    """A frozen dataclass of ours: no other can be asked for, whatever the text says."""
    module, _, qualname = name.partition(":")
    if not module.startswith("explainer."):
        raise ValueError(f"{name} is not ours")
    kind = getattr(sys.modules[module], qualname)
    if not (isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module):
        raise ValueError(f"{name} is no form of ours")
    if not vars(kind)["__dataclass_params__"].frozen:
        raise ValueError(f"{name} is no form of ours")
    return kind
