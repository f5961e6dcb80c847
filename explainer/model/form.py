"""What every form is: a frozen value, equal to whatever says the same. The door to msgspec."""

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Meta, Struct, field
from msgspec.json import encode, format, schema
from msgspec.structs import replace

__all__ = [
    "Form",
    "Meta",
    "Row",
    "encode",
    "field",
    "fields_of",
    "in_lines",
    "once",
    "replace",
    "schema",
]

F = TypeVar("F", bound="Form")
T = TypeVar("T")


class Form(Struct, frozen=True, array_like=True, tag=True, tag_field="class"):
    """A value whose fields are given once, and read from then on.

    `dict=True` in a class of it makes room for what is worked out when it is first asked for: that
    is no part of the value.
    """


class Row(Struct, frozen=True, rename="camel"):
    """What files for machines say of one thing, under the names of its fields.

    The types say what `schema` makes of them, so that no file has a shape but the one it tells of.
    """


def in_lines(said: Any) -> bytes:
    """`said` as JSON, a line for each thing in it."""
    return format(encode(said), indent=1) + b"\n"


def fields_of(kind: Any) -> tuple[str, ...]:
    """The names of the fields of `kind`, a class of forms; none of any other class."""
    return kind.__struct_fields__ if isinstance(kind, type) and issubclass(kind, Form) else ()


def once(work: Callable[[F], T]) -> Callable[[F], T]:
    """`work` done once for each form of a class with `dict=True`, however often it is asked for.

    What comes of it is kept on the form itself, and goes when that goes. `work` looks at nothing else.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    def asked(form: F) -> T:
        kept = form.__dict__
        if name not in kept:
            kept[name] = work(form)
        found: T = kept[name]
        return found

    return asked
