"""Pages filled by their types alone: every field full, or every field as empty as it may be."""

import types
from functools import cache
from itertools import count
from pathlib import Path
from string import ascii_uppercase
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from explainer.model import pages, views
from explainer.model.form import fields_of

ROOT = Path(__file__).parents[2]
PAGE_CLASSES: tuple[type, ...] = get_args(pages.Page)
Fill = Literal["full", "empty"]

# What a type cannot say: values that templates look words up by, or that HTML asks a form of.
_BY_NAME = {
    "status": "claim",
    "language": "en",
    "side": "china",
    "iso": "2025-06-10",
}
_BY_FIELD: dict[tuple[type, str], str] = {
    (views.Count, "key"): "quotations",
    (views.SourceCard, "kind"): "reference",
}
# Prose in blocks; all other markup stands within a line.
_BLOCKS = frozenset(
    {
        (views.Bit, "html"),
        (pages.BookletSection, "standfirst"),
        (pages.BookletSection, "key_points"),
    }
)


def kind_of(page_class: type) -> str:
    """The name of the template for `page_class`."""
    return page_class.__name__.removesuffix("Page").lower()


def sample_page(page_class: type, fill: Fill) -> Any:
    """A page of `page_class`; ids and anchors are all different."""
    return _value(page_class, fill, count(1), page_class, "")


@cache
def words() -> dict[str, str]:
    """The words of the templates, in English."""
    text = (ROOT / "templates/words/en.yaml").read_text(encoding="utf-8")
    return {str(key): str(word) for key, word in yaml.safe_load(text).items()}


@cache
def environment() -> Environment:
    """Templates as the engine sets them: everything escaped, unknown names are errors."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(ROOT / "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(page: Any) -> str:
    """The HTML of `page`."""
    template = environment().get_template(f"pages/{kind_of(type(page))}.html")
    return template.render(page=page, words=words())


def _value(kind: Any, fill: Fill, numbers: "count[int]", owner: type, name: str) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        if fill == "empty":
            return None
        return _value(arguments[0], fill, numbers, owner, name)
    if origin is tuple:
        if fill == "empty":
            return ()
        return tuple(_value(arguments[0], fill, numbers, owner, name) for _ in range(2))
    if kind is views.Html:
        prose = "Prose &amp; more."
        if (owner, name) in _BLOCKS:
            prose = f"<p>{prose}</p>"
        return views.Html(prose if fill == "full" else "")
    if names := fields_of(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _value(hints[name], fill, numbers, kind, name) for name in names})
    return _plain(kind, fill, numbers, owner, name)


def _plain(kind: Any, fill: Fill, numbers: "count[int]", owner: type, name: str) -> Any:
    if kind is bool:
        return fill == "full"
    if kind is int:
        return next(numbers)
    assert kind is str, f"{owner.__name__}.{name}: no sample for {kind}"
    if name == "kind" and owner is views.Shell:
        return "sample"
    known = _BY_FIELD.get((owner, name)) or _BY_NAME.get(name)
    if known:
        return known
    if name == "letter":
        return ascii_uppercase[next(numbers) % 26]
    if name in ("id", "anchor"):
        return f"{owner.__name__.lower()}-{next(numbers)}"
    return f"{name} <{next(numbers)}> & “more”" if fill == "full" else ""
