"""The line that shows how far work has come."""

import io
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from explainer.commands import progress
from explainer.commands.progress import Progress


class Screen(io.StringIO):
    """A terminal of the mind."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if more than a second had gone by before each look at the clock."""
    monkeypatch.setattr(progress, "_SHOWN_AFTER", -1.0)
    monkeypatch.setattr(progress, "_BETWEEN", -1.0)


@pytest.mark.usefixtures("at_once")
def test_long_work_shows_one_line_and_takes_it_away() -> None:
    screen = Screen()
    shown = Progress(screen)
    shown.entering("render")
    assert list(shown.watched(map)(str, [1, 2, 3])) == ["1", "2", "3"]
    shown.done()
    assert "render: 2 of 3 …" in screen.getvalue()
    assert "\n" not in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_work_begins_when_it_is_asked_for_though_it_is_shown() -> None:
    begun: list[int] = []

    def beginning(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        begun.append(len(tuple(items)))
        return map(work, items)

    results = Progress(Screen()).watched(beginning)(str, [1, 2, 3])
    assert begun == [3]
    assert list(results) == ["1", "2", "3"]


def test_work_under_a_second_shows_nothing() -> None:
    screen = Screen()
    shown = Progress(screen)
    shown.entering("render")
    list(shown.watched(map)(str, [1, 2, 3]))
    shown.done()
    assert screen.getvalue() == ""


@pytest.mark.usefixtures("at_once")
def test_nothing_is_shown_where_nobody_looks() -> None:
    pipe = io.StringIO()
    shown = Progress(pipe)
    shown.entering("render")
    assert shown.watched(map) is map
    shown.done()
    assert pipe.getvalue() == ""


def test_a_stage_entered_twice_has_its_times_added() -> None:
    shown = Progress(io.StringIO())
    for stage in ("read", "parse", "read"):
        shown.entering(stage)
    shown.done()
    assert list(shown.seconds) == ["read", "parse"]
