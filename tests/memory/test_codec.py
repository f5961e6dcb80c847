"""What is remembered on disk comes back as it was, and nothing else does."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import msgpack

from explainer.memory.codec import UnwritableError, from_bytes, to_bytes
from explainer.memory.keys import key_of, key_of_work
from explainer.model.form import Form
from explainer.model.options import Options
from explainer.model.output import Facts, OutputFile
from explainer.model.passages import Figure
from explainer.model.problems import Origin, Problem
from explainer.model.prose import Block, Link, Prose, Text
from explainer.model.sources import Sources

FACTS = Facts(("a", "a"), ("x/",), (1, 2), ("main",), "en", "T", 0, ("onclick",), (), False)
BLOCK = Block("item", "<li>", (Text("a"), Link("eel", "b")), "</li>", 1, 2)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, None),
        ((), tuple[str, ...]),
        (("", "a\u2028b", "é"), tuple[str, ...]),
        (frozenset({"x", "y"}), frozenset[str]),
        (OutputFile("a/index.html", "<h1>“é”\n</h1>".encode(), FACTS), OutputFile),
        (OutputFile("a.png", b"\x89PNG\0\xff"), OutputFile),
        (Problem(Origin("a", 2, 3), "m", "h", "c"), Problem | OutputFile),
        (Prose("a.md", (BLOCK,)), Prose),
        (Figure("1.5 to 2", 1.5, 2, "tonnes", "", ""), Figure),
    ],
)
def test_a_value_comes_back_as_it_was(value: object, kind: Any) -> None:
    again = from_bytes(to_bytes(value), kind)
    assert again == value
    assert repr(again) == repr(value)


@pytest.mark.parametrize(
    "tree",
    [
        None,
        {},
        [],
        ["Origin"],
        ["Origin", "a", "1", 1],
        ["Origin", b"a", 1, 1],
        ["Origin", ["a"], 1, 1],
        ["Other", "a", 1, 1],
        ["SiteError", []],
        {"class": "Origin", "path": "a"},
        "Origin",
    ],
)
def test_bytes_that_are_no_value_of_the_type_are_refused(tree: object) -> None:
    with pytest.raises(ValueError):
        from_bytes(msgpack.encode(tree), Origin)


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x91" * 100_000, to_bytes(Origin("a"))[:-1]])
def test_bytes_that_are_no_value_at_all_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        from_bytes(content, Origin)


class Deep(Form, frozen=True):
    """A form with a table far inside."""

    sources: tuple[Sources | None, ...] = ()


class Table(Form, frozen=True):
    table: Mapping[str, int]


@pytest.mark.parametrize(
    "value",
    [{1, 2}, [1], {"a": 1}, object(), Path("a"), 1j, Sources(None), Deep(), Table({}), (1, ([],))],
)
def test_what_has_no_form_is_a_mistake_of_ours(value: object) -> None:
    with pytest.raises(TypeError):
        to_bytes(value)


@pytest.mark.parametrize("value", ["\ud800", (1, 10**30)])
def test_what_cannot_be_written_is_told_apart(value: object) -> None:
    with pytest.raises(UnwritableError):
        to_bytes(value)


def work(item: object) -> str:
    return json.dumps(str(item))


def fails_at_five(item: int) -> int:
    if item == 5:
        raise KeyError(item)
    return item * 2


def test_equal_values_have_equal_keys_and_others_have_others() -> None:
    shared = key_of_work("engine", work)
    text = "".join(["a", "b"])
    assert key_of(shared, ("ab", "ab")) == key_of(shared, (text, "a" + "b"))
    items = [1, True, 1.0, "1", b"1", (1,), ("1",), Options(), Options(drafts=True), None, ""]
    assert len({key_of(shared, item) for item in items}) == len(items)
    assert key_of(shared, frozenset("abcdefgh")) == key_of(shared, frozenset("hgfedcba"))
    assert key_of(key_of_work("other engine", work), 1) != key_of(shared, 1)
    assert key_of(key_of_work("engine", fails_at_five), 1) != key_of(shared, 1)
