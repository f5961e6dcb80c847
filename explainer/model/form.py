"""What every form is: a frozen value, equal to whatever says the same. The door to msgspec."""

from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

__all__ = ["Form", "field", "fields_of", "replace"]


class Form(Struct, frozen=True, array_like=True, tag=True, tag_field="class"):
    """A value whose fields are given once, and read from then on.

    `dict=True` in a class of it makes room for what is worked out when it is first asked for: that
    is no part of the value.
    """


def fields_of(kind: Any) -> tuple[str, ...]:
    """The names of the fields of `kind`, a class of forms; none of any other class."""
    return kind.__struct_fields__ if isinstance(kind, type) and issubclass(kind, Form) else ()
