"""The texts inside records."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from explainer.model.prose import Prose
from explainer.model.site import Site


def prose_of(value: Any) -> Iterator[Prose]:
    """Every text in a record or a tuple of them, in the order of the fields."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from prose_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from prose_of(getattr(value, field.name))


def prose_of_site(site: Site) -> Iterator[Prose]:
    """Every text of the site, those that need no source too."""
    yield from prose_of(site.settings)
    for record in site.records():
        yield from prose_of(record)
    yield from prose_of(site.corrections)
    yield from prose_of(site.about)


def with_prose(value: Any, change: Callable[[Prose], Prose]) -> Any:
    """A record, or a tuple of them, with every text in it changed; itself where none is."""
    if isinstance(value, Prose):
        return change(value)
    if isinstance(value, tuple):
        changed = tuple(with_prose(one, change) for one in value)
        return (
            changed
            if any(new is not old for new, old in zip(changed, value, strict=True))
            else value
        )
    if is_dataclass(value) and not isinstance(value, type):
        new = {
            field.name: with_prose(getattr(value, field.name), change) for field in fields(value)
        }
        differs = {name: one for name, one in new.items() if one is not getattr(value, name)}
        return replace(value, **differs) if differs else value
    return value
