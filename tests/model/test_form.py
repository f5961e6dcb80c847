"""What every form is, and what is worked out of one once."""

import pickle
from functools import cached_property

import pytest

from explainer.model.form import Form, fields_of, once, replace
from explainer.model.output import OutputFile
from explainer.model.prose import Block, Citation, Link, PassageRef, Prose, Text


class Word(Form, frozen=True, dict=True):
    text: str
    count: int = 1

    @cached_property
    def shout(self) -> str:
        return self.text.upper()


class Name(Form, frozen=True):
    text: str
    count: int = 1


def test_a_form_is_equal_to_what_says_the_same_and_to_no_other() -> None:
    assert Word("eel") == Word("eel", 1)
    assert hash(Word("eel")) == hash(Word("eel"))
    assert Word("eel") != Word("eel", 2)
    assert {Word("eel")}.isdisjoint({Name("eel")})
    assert replace(Word("eel"), count=2) == Word("eel", 2)
    assert fields_of(Word) == ("text", "count")
    assert fields_of(str) == fields_of("eel") == ()


def test_no_field_can_be_changed() -> None:
    with pytest.raises(AttributeError):
        Word("eel").text = "cat"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del Word("eel").text


def test_what_is_worked_out_is_no_part_of_the_value() -> None:
    asked, other = Word("eel"), Word("eel")
    assert asked.shout == "EEL"
    assert asked == other
    assert hash(asked) == hash(other)
    assert pickle.dumps(asked) == pickle.dumps(other)
    assert replace(asked, text="cat").shout == "CAT"


def test_what_is_done_once_is_done_once_for_each_form() -> None:
    done = []

    @once
    def spelt(word: Word) -> str:
        done.append(word.text)
        return "-".join(word.text)

    @once
    def length(word: Word) -> int:
        return len(word.text)

    eel, other = Word("eel"), Word("cat")
    assert [spelt(eel), spelt(other), spelt(eel)] == ["e-e-l", "c-a-t", "e-e-l"]
    assert length(eel) == 3
    assert done == ["eel", "cat"]


def test_a_form_comes_from_another_process_as_it_was() -> None:
    link = Link("tariff", "tariffs", "", "[[tariff|tariffs]]")
    cited = Citation((PassageRef("", "p1"),), "[@p1]")
    block = Block("paragraph", "<p>", (Text("See "), link, cited), "</p>", 3, 4)
    for value in (Prose("a.md", (block,)), OutputFile("a", b"a"), Word("eel")):
        came = pickle.loads(pickle.dumps(value, protocol=5))
        assert came == value
        assert type(came) is type(value)
    prose = pickle.loads(pickle.dumps(Prose("a.md", (block,))))
    assert (prose.links, prose.refs, prose.text) == ((link,), cited.refs, "See tariffs")
    assert pickle.loads(pickle.dumps(OutputFile("a", b"a"))).sha256 == OutputFile("b", b"a").sha256
