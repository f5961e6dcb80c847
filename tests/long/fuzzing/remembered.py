"""Values that builds remember, and texts that are none of them."""

import json
from dataclasses import is_dataclass
from typing import Any

from hypothesis import strategies as st

from explainer.memory.codec import from_text, to_text
from explainer.model.output import DataFile, Facts, OutputFile
from explainer.model.problems import Origin, Problem
from tests.long.fuzzing.locks import BEAM
from tests.long.fuzzing.texts import texts
from tests.long.fuzzing.trying import Target

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
    st.just(BEAM),
)
_values = st.recursive(
    st.one_of(_plain, _forms),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)
_KEPT = tuple(
    to_text(value)
    for value in (
        (1, None, "a", -1.5, True, b"\x00", b"a", frozenset({"x"})),
        OutputFile("a/index.html", b"x", Facts(("a",), (), (1,), (), "en", "T", 0, False)),
        (Problem(Origin("a", 2, 3), "m", "h", "c"), Origin("b")),
        BEAM,
    )
)
_CODEC_SIGNS = (
    *('{"b":"', '{"t":"', '{"#0":[', '{"#1":[', '{"s":[', '{"x":1}', "[[],", '{"#-1":', '{"#0":{'),
    *(
        '{"t":true',
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
        st.dictionaries(st.sampled_from(("t", "b", "s", "x", "#0", "#1")), inner, max_size=2),
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
    if isinstance(value, tuple | frozenset):
        for one in value:
            _is_ours(one)
    elif is_dataclass(value):
        assert type(value).__module__.startswith("explainer."), value
        assert getattr(type(value), "__dataclass_params__").frozen, value  # noqa: B009
    else:
        assert type(value) in (type(None), bool, int, float, str, bytes), type(value)


CODEC = Target(st.tuples(_values, texts(_KEPT, _CODEC_SIGNS), _json), _holds_codec)
