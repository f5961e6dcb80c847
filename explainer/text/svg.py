"""SVG as the pages take it: small, safe and without ids that could meet another picture's."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from explainer.text.html import escape
from explainer.text.numbers_in_words import in_tenths

_ELEMENTS = frozenset(
    "svg g path line rect circle ellipse polygon polyline text tspan defs clipPath "
    "linearGradient radialGradient stop".split()
)
# Presentation attributes alone: a `style`, a handler or an address would not pass the site's policy.
_ATTRIBUTES = frozenset(
    "id d x y x1 y1 x2 y2 dx dy cx cy r rx ry width height points offset transform viewBox "
    "fill fill-opacity stroke stroke-width stroke-dasharray stroke-opacity stroke-linecap "
    "stroke-linejoin opacity text-anchor font-size font-weight font-style clip-path "
    "gradientUnits gradientTransform stop-color stop-opacity".split()
)
_GEOMETRY = frozenset("d x y x1 y1 x2 y2 dx dy cx cy r width height points transform".split())
_DEFAULTS = {"opacity": "1", "fill-opacity": "1", "stroke-opacity": "1", "clip-path": "none"}
_FUNCTIONS = frozenset(
    "translate scale rotate matrix skewx skewy rgb rgba hsl hsla var light-dark color-mix calc".split()
)
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_TRANSLATE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_OWN = re.compile(r"url\(#([\w-]+)\)")
_BOX = re.compile(r"[-+\d.eE,\s]*", re.ASCII)
_LARGEST = 400_000


class PictureTooLargeError(ValueError):
    """A picture that is larger than a page should carry."""


def tidy_svg(svg: str, prefix: str) -> str:
    """`svg` with nothing in it but shapes, words and colours; ids begin with `prefix`.

    Elements and attributes that are not known to be harmless are left out, so that a picture made
    from a hostile specification cannot load, link or run anything. Numbers keep one decimal, a tenth
    of a pixel. Raises `ValueError` when `svg` is not SVG, or larger than a page should carry.
    """
    if "<!" in svg:
        raise ValueError("not a plain picture")
    if len(svg) > _LARGEST:
        raise PictureTooLargeError(f"the picture has {len(svg):,} signs, more than {_LARGEST:,}")
    try:
        # No document type passes the line above, so there are no entities to expand.
        root = ElementTree.fromstring(svg)  # noqa: S314
    except ElementTree.ParseError as error:
        raise ValueError(f"not a picture: {error}") from error
    return "".join(_written(root, prefix, is_root=True))


def _written(element: Element, prefix: str, *, is_root: bool = False) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    if name not in _ELEMENTS or element.get("display") == "none":
        return
    attributes = dict(_kept(element, prefix))
    if is_root:
        box = element.get("viewBox", "")
        attributes = {"viewBox": box if _BOX.fullmatch(box) else ""}
    if name in ("text", "tspan"):
        _move(name, attributes)
        if "stroke" in attributes:
            # A rim lies behind the letters, else it would eat them.
            attributes["paint-order"] = "stroke"
    inner = escape(element.text or "") if name in ("text", "tspan") else ""
    inner += "".join(part for child in element for part in _written(child, prefix))
    if name == "text" and "x" in attributes:
        inner = inner.replace('<tspan x="0"', f'<tspan x="{attributes["x"]}"')
    if name == "path" and not attributes.get("d"):
        return
    if element.get("class") in ("background", "foreground") and not {"fill", "stroke"} & {
        *attributes
    }:
        return
    if name == "g" and (not inner or not attributes):
        yield inner
        return
    told = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    yield f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>"


def _kept(element: Element, prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name not in _ATTRIBUTES or _DEFAULTS.get(name) == value:
            continue
        if name == "id":
            yield name, f"{prefix}-{value}"
            continue
        value = _OWN.sub(rf"url(#{prefix}-\1)", value)
        if not _is_harmless(_OWN.sub("", value)):
            continue
        if name == "transform" and value == "translate(0,0)":
            continue
        if name == "font-size":
            value = value.removesuffix("px")
        if name in _GEOMETRY:
            value = _NUMBER.sub(lambda number: in_tenths(float(number[0])), value)
        yield name, value


def _is_harmless(value: str) -> bool:
    """Whether `value` calls nothing but what moves and colours; a name may be hidden by an escape."""
    called = re.findall(r"([^\s,(]*)\s*\(", value)
    return "\\" not in value and all(name.lower() in _FUNCTIONS for name in called)


def _move(name: str, attributes: dict[str, str]) -> None:
    """Say the place of a text as x and y, which is shorter than a transform."""
    moved = _TRANSLATE.fullmatch(attributes.get("transform", ""))
    if name == "text" and moved:
        del attributes["transform"]
        attributes.update(x=moved[1], y=moved[2])
