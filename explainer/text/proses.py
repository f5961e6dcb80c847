"""The texts inside records."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from explainer.model.form import fields_of, replace
from explainer.model.prose import Prose
from explainer.model.site import Site


def prose_of(value: Any) -> Iterator[Prose]:
    """Every text in a record or a tuple of them, in the order of the fields."""
    kind: Any = type(value)
    if kind is Prose:
        yield value
    elif kind is tuple:
        for one in value:
            yield from prose_of(one)
    else:
        for name in _may_hold_prose(kind):
            yield from prose_of(getattr(value, name))


@cache
def _may_hold_prose(kind: type) -> tuple[str, ...]:
    """The fields of `kind`, one of our forms, in which a text may stand, deeper down too."""
    names = fields_of(kind)
    hints = get_type_hints(kind) if names else {}
    return tuple(name for name in names if _is_prose(hints[name]))


def _is_prose(hint: Any) -> bool:
    return hint is Prose or any(map(_is_prose, get_args(hint))) or bool(_may_hold_prose(hint))


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
    kind: Any = type(value)
    names = _may_hold_prose(kind)
    new = {name: with_prose(getattr(value, name), change) for name in names}
    differs = {name: one for name, one in new.items() if one is not getattr(value, name)}
    return replace(value, **differs) if differs else value
