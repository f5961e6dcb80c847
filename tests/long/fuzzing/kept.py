"""What is kept or made by machines and may come back changed: locks, pictures, remembered values."""

import json
import re
from dataclasses import is_dataclass
from typing import Any

from hypothesis import strategies as st

from explainer.memory.codec import from_text, to_text
from explainer.model.output import DataFile, Facts, OutputFile
from explainer.model.passages import Source
from explainer.model.problems import Origin, Problem
from explainer.model.sources import SourceFile
from explainer.stages.parse.sources import parse_source
from explainer.text.lock import compare, lock_of
from explainer.text.svg import tidy_svg
from explainer.text.verified import compare_with_text
from tests.conftest import ROOT
from tests.hostile import PAYLOADS
from tests.long.fuzzing.tags import Tags
from tests.long.fuzzing.texts import files_of, parts_of, texts
from tests.long.fuzzing.trying import Target

_SITE = ROOT / "tests/sites/lighthouse"
_ARTICLE = (_SITE / "seeds/beam.txt").read_text("utf-8")
_LOCK = (_SITE / "seeds/beam.lock.yaml").read_text("utf-8")
_RECORD = (_SITE / "seeds/beam.yaml").read_text("utf-8")
_LOCK_SIGNS = (
    "- id: p1\n",
    "  text: ",
    "  seal: ",
    "seal: ",
    "  compared:\n",
    "source: ",
    "a" * 64,
)


def _source(record: str) -> Source | None:
    parsed = parse_source(SourceFile("seeds/beam.yaml", record), language="en")
    return next((one for one in parsed.records if isinstance(one, Source)), None)


_BEAM = _source(_RECORD)


def _holds_lock(given: tuple[str, str, str]) -> None:
    lock, record, article = given
    assert _BEAM is not None
    _is_told_if_changed(_BEAM, lock)
    source = _source(record)
    if source is None:
        return
    list(compare(source, lock))
    list(compare_with_text(source, article, {}))
    fresh = [d for d in compare(source, lock_of(source, article)) if d.needles != ("sha256:",)]
    assert not fresh, fresh


def _is_told_if_changed(source: Source, lock: str) -> None:
    found = list(compare(source, lock))
    assert bool(found) == (lock.rstrip("\n") != _LOCK.rstrip("\n")), found
    lines = lock.count("\n") + 1
    for difference in found:
        assert 0 <= difference.line <= lines, difference
        assert difference.message and difference.hint


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


_plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.binary(),
    st.frozensets(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=4),
)
_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
_forms = st.one_of(
    st.builds(Origin, _words, st.integers(), st.integers()),
    st.builds(Problem, st.builds(Origin, _words), _words, _words, _words),
    st.builds(OutputFile, _words, st.binary()),
    st.builds(DataFile, _words, _words),
    st.just(Facts(("a",), ("x/",), (1,), ("main",), "en", "T", 0, False)),
    st.just(_BEAM),
)
_values = st.recursive(
    st.one_of(_plain, _forms),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(tuple), st.dictionaries(_words, inner, max_size=4)
    ),
    max_leaves=12,
)
_KEPT = tuple(
    to_text(value)
    for value in (
        (1, None, "a", -1.5, True, b"\x00", b"a", {"a": (1,)}, frozenset({"x"})),
        OutputFile("a/index.html", b"x", Facts(("a",), (), (1,), (), "en", "T", 0, False)),
        (Problem(Origin("a", 2, 3), "m", "h", "c"), Origin("b")),
        _BEAM,
    )
)
_CODEC_SIGNS = (
    *('{"b":"', '{"t":"', '{"d":[[', '{"s":[', '{"x":1}', "[[],", "[-1,", "[-1]", "[0,", "[0.5,"),
    *(
        "[true,",
        '"explainer.model.problems:Origin"',
        '"explainer.memory.codec:from_text"',
        "[1e999]",
    ),
    *(
        '"explainer.model.records.common:Record"',
        '"explainer.text.yaml:_Walk"',
        '"os:system"',
        "NaN",
    ),
    *(
        '"explainer.model.problems:SiteError"',
        '"explainer.text.yaml:yaml"',
        '"\\ud800"',
        "[[[[[[[[",
    ),
    *("Infinity", "-Infinity", "9" * 5000, "null", "{}", "[]", ",", ":", "]", "}", '"a"', "=", "é"),
)
_json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.floats(), _words),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from("tbsdx"), inner, max_size=2),
    ),
    max_leaves=12,
)


_NAMED = [
    "explainer.model.problems:Origin",
    "explainer.model.prose:Prose",
    "explainer.text.yaml:_Walk",
    "explainer.text.markdown.blocks:Builder",
]


def _holds_codec(given: tuple[Any, str, Any]) -> None:
    value, text, tree = given
    again = from_text(to_text(value))
    assert again == value and type(again) is type(value)
    for one in (text, json.dumps(tree), json.dumps([_NAMED, tree])):
        try:
            value = from_text(one)
        except ValueError:
            continue
        _is_ours(value)


def _is_ours(value: Any) -> None:
    """`value` is made of nothing but what the codec knows, whatever the text was."""
    if isinstance(value, dict):
        value = (*value, *value.values())
    if isinstance(value, tuple | frozenset):
        for one in value:
            _is_ours(one)
    elif is_dataclass(value):
        assert type(value).__module__.startswith("explainer."), value
        assert getattr(type(value), "__dataclass_params__").frozen, value  # noqa: B009
    else:
        assert type(value) in (type(None), bool, int, float, str, bytes), type(value)


LOCK = Target(
    st.tuples(
        texts((_LOCK,), _LOCK_SIGNS),
        texts((_RECORD,)),
        texts((_ARTICLE, *parts_of("tests/articles/*.txt"))),
    ),
    _holds_lock,
)
SVG = Target(texts((*_SHAPES, *files_of("tests/sites/**/*.svg")), _SVG_SIGNS), _holds_svg)
CODEC = Target(st.tuples(_values, texts(_KEPT, _CODEC_SIGNS), _json), _holds_codec)
