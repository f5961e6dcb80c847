"""Values of the model as JSON text and back: nothing that was written to disk is ever unpickled.

A form is written as `{"#0": [its fields]}`, its class by its place in a list of those met; a tuple as
a list. The json module walks the tree and asks here only for what it does not know, which is what
makes this quick.
"""

import base64
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_origin

_FOREIGN = (Mapping, list, set)
"""What JSON would give back as something else, or in another order."""


def to_text(value: Any) -> str:
    """`value` as JSON: a tree of frozen dataclasses, tuples, texts, numbers, bytes, sets of texts.

    Equal texts stand for equal values only. Raises `TypeError` for what has no form here, which is a
    mistake of ours.
    """
    if type(value) in (dict, list):
        raise TypeError(f"{type(value).__name__} has no form in JSON here")
    classes: dict[type, str] = {}

    def written(one: Any) -> dict[str, Any]:
        kind: Any = type(one)
        number = classes.get(kind)
        if number:
            return {number: _form_of(kind).values(one)}
        if kind is bytes:
            return _bytes_written(one)
        if kind is frozenset:
            return {"s": sorted(one)}
        form = _form_of(kind)
        classes[kind] = number = f"#{len(classes)}"
        return {number: form.values(one)}

    tree = json.dumps(value, default=written, check_circular=False, separators=(",", ":"))
    return f"[{json.dumps([_form_of(kind).name for kind in classes])},{tree}]"


def from_text(text: str) -> Any:
    """The value that `to_text` made `text` from; `ValueError` for any other text."""
    try:
        # The names stand in front of what needs them.
        names, end = json.JSONDecoder().raw_decode(text, 1)
        forms = {f"#{n}": _form_of(_class(name)) for n, name in enumerate(names)}
        if text[0] != "[" or text[end] != "," or text[-1] != "]":
            raise ValueError("no value of ours")

        def read(tree: dict[str, Any]) -> Any:
            ((sign, inside),) = tree.items()
            form = forms.get(sign)
            return form.read(inside) if form else _READ[sign](inside)

        return _frozen(json.loads(text[end + 1 : -1], object_hook=read))
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no value of ours: {error}") from error


def _bytes_written(value: bytes) -> dict[str, str]:
    try:
        return {"t": value.decode()}
    except UnicodeDecodeError:
        return {"b": base64.b64encode(value).decode()}


_READ: dict[str, Callable[[Any], Any]] = {
    "t": lambda text: text.encode(),
    "b": base64.b64decode,
    "s": frozenset,
}


def _frozen(value: Any) -> Any:
    """`value` with tuples where JSON has lists."""
    return tuple(map(_frozen, value)) if type(value) is list else value


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of one class are written and read."""

    name: str
    kind: type
    given: tuple[str, ...]
    """The fields it is made from."""
    values: Callable[[Any], tuple[Any, ...]]

    def read(self, inside: Any) -> Any:
        if type(inside) is not list:
            raise ValueError(f"no {self.name}")
        frozen = [tuple(map(_frozen, one)) if type(one) is list else one for one in inside]
        return self.kind(**dict(zip(self.given, frozen, strict=True)))


@cache
def _form_of(kind: type) -> _Form:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} has no form in JSON here")
    given = [one for one in fields(kind) if one.init]
    odd = [one.name for one in given if _is_foreign(one.type)]
    if odd:
        raise TypeError(f"{kind.__name__} holds `{odd[0]}`, which has no form in JSON here")
    names = tuple(one.name for one in given)
    return _Form(f"{kind.__module__}:{kind.__qualname__}", kind, names, _values_of(names))


def _is_foreign(type_: Any) -> bool:
    kind = get_origin(type_) or type_
    return isinstance(kind, type) and issubclass(kind, _FOREIGN)


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What reads these fields; of fewer than two `attrgetter` would make no tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


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
