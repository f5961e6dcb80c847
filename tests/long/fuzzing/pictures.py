"""Pictures: what passes into a page of an SVG."""

import re

from explainer.text.svg import tidy_svg
from tests.hostile import PAYLOADS
from tests.long.fuzzing.tags import Tags
from tests.long.fuzzing.texts import files_of, texts
from tests.long.fuzzing.trying import Target

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10">'
_SHAPES = tuple(
    f"{_HEAD}{inner}</svg>"
    for inner in (
        '<g id="a" transform="translate(1.25,2)"><text x="1" class="b">word</text></g>',
        '<clipPath id="c"><rect x="1"/></clipPath><g clip-path="url(#c)"><rect x="2.345"/></g>',
        '<linearGradient id="d"><stop offset="1" stop-color="red"/></linearGradient>',
        '<text transform="translate(1,2)"><tspan x="0" dy="1e3">a</tspan>&lt;b&gt;</text>',
        '<path d="M1.25,2.5e-3L9,9Z" fill="url(#d)" stroke="#fff" opacity="1"/>',
        *PAYLOADS,
    )
)
_SVG_SIGNS = (
    *PAYLOADS,
    *("<script>", "</script>", "<style>", "<image href='x'/>", "<use href='#a'/>", "<a href='x'>"),
    *("<foreignObject>", "<animate ", "<set ", "<g>", "</g>", "<text>", "</text>", "<tspan x='0'>"),
    *(" onload='x'", " style='x'", " href='x'", " xlink:href='x'", " fill='url(x)'", " id='a b'"),
    *(
        " fill='url( #a)'",
        " fill='URL(x)'",
        " fill='url(#a) url(x)'",
        " id='\"><script>'",
        " xmlns=''",
    ),
    *(
        "&#0;",
        "&#60;script&#62;",
        "<![CDATA[<script>]]>",
        "<?xml version='1.1'?>",
        "<?xml-stylesheet?>",
    ),
    *(" d='1.0e999'", " x='1.5e-9'", " transform='translate(NaN,1.)'", "<x:script xmlns:x='y'/>"),
    *("<svg:g xmlns:svg='http://www.w3.org/2000/svg'>", "\\75rl(x)", "u\\72l(x)", "image-set('x')"),
)
_ELEMENTS = (
    "svg g path line rect circle ellipse polygon polyline text tspan defs clippath lineargradient "
    "radialgradient stop"
).split()
_ATTRIBUTES = (
    "id d x y x1 y1 x2 y2 dx dy cx cy r rx ry width height points offset transform viewbox fill "
    "fill-opacity stroke stroke-width stroke-dasharray stroke-opacity stroke-linecap stroke-linejoin "
    "opacity text-anchor font-size font-weight font-style clip-path gradientunits gradienttransform "
    "stop-color stop-opacity"
).split()


def _holds_svg(text: str) -> None:
    try:
        picture = tidy_svg(text, "chart")
    except ValueError:
        return
    tags = Tags(picture, _ELEMENTS, _ATTRIBUTES)
    assert not tags.found, tags.found[:3]
    assert not tags.open, tags.open[:3]
    assert all(id.startswith("chart-") for id in re.findall(r'\sid="([^"]*)"', picture))
    outside = re.findall(
        r"url\((?!#chart-)|image-set\(|\\", re.sub(r">[^<]*<", "><", picture), re.I
    )
    assert not outside, outside
    assert len(picture) < 2 * len(text) + 1000, "a picture grew"


SVG = Target(texts((*_SHAPES, *files_of("tests/sites/**/*.svg")), _SVG_SIGNS), _holds_svg)
