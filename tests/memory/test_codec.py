"""What is remembered on disk comes back as it was, and nothing else does."""

import json
from pathlib import Path

import pytest

from explainer.memory.codec import from_text, to_text
from explainer.memory.keys import key_of, key_of_work
from explainer.model.options import Options
from explainer.model.output import Facts, OutputFile
from explainer.model.problems import Origin, Problem
from explainer.model.sources import Sources
from explainer.text.markdown.inline import Inline

FACTS = Facts(("a", "a"), ("x/",), (1, 2), ("main",), "en", "T", 0, False)


@pytest.mark.parametrize(
    "value",
    [
        None,
        (),
        ("", "a\u2028b", 1, -1.5, True, None),
        frozenset({"x", "y"}),
        OutputFile("a/index.html", "<h1>“é”\n</h1>".encode(), FACTS),
        OutputFile("a.png", b"\x89PNG\0\xff"),
        OutputFile("b.bin", b"\xff\xfe"),
        Problem(Origin("a", 2, 3), "m", "h", "c"),
    ],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    again = from_text(to_text(value))
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "[[]]",
        "[[],1",
        "[[];1]",
        '[[],{"#0":[]}]',
        '[[],{"x":[]}]',
        '[[],{"t":"a","b":"a"}]',
        '[[],{"b":"a"}]',
        '[[],{"s":[[1]]}]',
        '[["os:system"],{"#0":["true"]}]',
        '[["explainer.disk.files:Path"],{"#0":["a"]}]',
        '[["explainer.memory.codec:from_text"],{"#0":["a"]}]',
        '[["explainer.nowhere:Thing"],{"#0":[]}]',
        '[["explainer.model.problems:Origin"],{"#0":["a"]}]',
        '[["explainer.model.problems:Origin"],{"#0":"abc"}]',
        '[["explainer.model.problems:Origin"],{"#1":["a",1,1]}]',
        '[["explainer.model.problems:SiteError"],{"#0":[[]]}]',
        f'[["{Inline.__module__}:Inline"],{{"#0":[null,[],0]}}]',
        "[" * 100_000,
    ],
)
def test_a_text_that_is_no_value_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_text(text)


@pytest.mark.parametrize("value", [{1, 2}, [1], {"a": 1}, object(), Path("a"), 1j, Sources(None)])
def test_what_has_no_form_is_a_mistake_of_ours(value: object) -> None:
    with pytest.raises(TypeError):
        to_text(value)


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
    assert key_of(key_of_work("other engine", work), 1) != key_of(shared, 1)
    assert key_of(key_of_work("engine", fails_at_five), 1) != key_of(shared, 1)
