"""What one process sends another comes as it was, whichever form it has."""

import io
import pickle
from dataclasses import FrozenInstanceError, dataclass

import pytest

from explainer.memory.sending import receive, send
from explainer.model.output import Facts, OutputFile
from explainer.model.prose import Block, Link, Prose, Text
from explainer.model.views import Html

FACTS = Facts(("a", "a"), ("x/",), (1, 2), ("main",), "en", "T", 0, False)
LINK = Link("tariff", "tariffs", "", "[[tariff|tariffs]]")
LINKED = Block("paragraph", "<p>", (Text("See "), LINK), "</p>", 3, 4)


@dataclass(frozen=True)
class WithoutSlots:
    """A form with a dictionary of its own, as those that work something out once have."""

    text: str


@dataclass(frozen=True, slots=True)
class Empty:
    """A form without fields."""


@pytest.mark.parametrize(
    "value",
    [
        None,
        ("a\u2028b", 1, True, b"\xff", frozenset({"x"})),
        Html("<b>"),
        Prose("content/sections/a.md", (LINKED,)),
        OutputFile("a/index.html", b"<h1>", FACTS),
        WithoutSlots("a"),
        Empty(),
    ],
)
def test_a_value_comes_as_it_was(value: object) -> None:
    stream = io.BytesIO()
    send(value, stream)
    send("the next one", stream)
    stream.seek(0)
    came = receive(stream)
    assert came == value
    assert type(came) is type(value)
    assert receive(stream) == "the next one"


def test_fields_that_are_worked_out_come_too_and_none_can_be_changed() -> None:
    stream = io.BytesIO()
    send((Prose("a.md", (LINKED,)), OutputFile("a", b"a")), stream)
    stream.seek(0)
    prose, file = receive(stream)
    assert prose.links == (LINK,)
    assert prose.blocks[0].text == LINKED.text
    assert file.sha256 == OutputFile("b", b"a").sha256
    with pytest.raises(FrozenInstanceError):
        file.path = "elsewhere"


def test_a_stream_that_ends_early_is_told() -> None:
    stream = io.BytesIO()
    send(LINKED, stream)
    with pytest.raises((EOFError, pickle.UnpicklingError)):
        receive(io.BytesIO(stream.getvalue()[:-2]))
