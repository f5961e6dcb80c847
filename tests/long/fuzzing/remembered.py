"""Values that builds remember, and bytes that are none of them."""

from typing import Any

from hypothesis import strategies as st
from msgspec import msgpack

from explainer.memory.codec import from_bytes, to_bytes
from explainer.model.form import Form
from explainer.model.output import DataFile, Facts, OutputFile
from explainer.model.problems import Origin, Problem
from explainer.model.prose import Block, Citation, Link, PassageRef, Prose, Text
from explainer.stages.parse.file import Parsed
from tests.long.fuzzing.trying import Target

_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
_whole = st.integers(-(2**63), 2**64 - 1)
_problems = st.builds(Problem, st.builds(Origin, _words, _whole, _whole), _words, _words, _words)
_facts = st.just(Facts(("a",), ("x/",), (1,), ("main",), "en", "T", 0, (), (), False))
_refs = st.builds(PassageRef, _words, _words)
_pieces = st.one_of(
    st.builds(Text, _words, st.booleans()),
    st.builds(Link, _words, _words),
    st.builds(Citation, st.lists(_refs, max_size=3).map(tuple), _words),
)
_blocks = st.builds(
    Block, st.just("paragraph"), _words, st.lists(_pieces, max_size=4).map(tuple), _words,
    _whole, _whole, st.booleans(), _words,
)  # fmt: skip
_proses = st.builds(Prose, _words, st.lists(_blocks, max_size=3).map(tuple))
_of_kinds: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    Prose | None: st.one_of(st.none(), _proses),
    OutputFile: st.builds(OutputFile, _words, st.binary(), st.one_of(st.none(), _facts)),
    tuple[DataFile, ...]: st.lists(st.builds(DataFile, _words, _words), max_size=3).map(tuple),
    Parsed[Prose]: st.builds(
        Parsed,
        st.lists(_proses, max_size=2).map(tuple),
        st.lists(_problems, max_size=2).map(tuple),
        st.frozensets(_words, max_size=4),
    ),
}
"""What values of each type may be."""
_values = st.one_of(*(st.tuples(st.just(kind), of) for kind, of in _of_kinds.items()))
_names = st.sampled_from(("Prose", "Block", "OutputFile", "Facts", "Path", "Site", "object"))
_trees = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-3, 3), st.floats(), st.binary(), _words, _names
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=6), st.dictionaries(_words, inner, max_size=2)
    ),
    max_leaves=12,
)
_changes = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=3)


def _holds_codec(given: tuple[tuple[Any, Any], list[tuple[int, int]], bytes, Any]) -> None:
    (kind, value), changes, other, tree = given
    content = to_bytes(value)
    again = from_bytes(content, kind)
    assert again == value and type(again) is type(value)
    changed = bytearray(content)
    for place, byte in changes:
        changed[place % len(changed)] = byte
    for one in (bytes(changed), content[: len(other)], other, msgpack.encode(tree)):
        try:
            _is_ours(from_bytes(one, kind))
        except ValueError:
            continue


def _is_ours(value: Any) -> None:
    """`value` is made of nothing but forms, and of what they hold, whatever the bytes were."""
    if isinstance(value, tuple | frozenset):
        for one in value:
            _is_ours(one)
    elif isinstance(value, Form):
        for name in value.__struct_fields__:
            _is_ours(getattr(value, name))
    else:
        assert type(value) in (type(None), bool, int, float, str, bytes), type(value)


CODEC = Target(st.tuples(_values, _changes, st.binary(), _trees), _holds_codec)
