"""Answers on disk: who is asked for what is not remembered, and what is not asked again."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from explainer.memory import on_disk
from explainer.memory.on_disk import opened
from explainer.memory.pool import pooled
from explainer.model.each import Lazily
from explainer.model.sources import SourceFile
from explainer.stages.render.environment import compile_template


class Asked:
    """`map`, which notes what it was asked; and the items that were made for it."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.made: list[int] = []

    def each(self, work: Callable[[Any], Any], items: Iterable[Any]) -> Iterable[Any]:
        self.items += items
        return map(work, self.items)

    def make(self, world: None, number: int) -> int:
        self.made.append(number)
        return number


def double(number: int) -> int:
    return number * 2


def answers(path: Path, items: Iterable[int], asked: Asked) -> list[int]:
    with opened(path, "engine", keeps=True) as store:
        assert store
        return list(store.answered(asked.each, double, items))


def test_what_is_not_remembered_is_asked_of_each_and_of_nobody_else(tmp_path: Path) -> None:
    # Some work starts threads, after which no process may be forked: it is never done here first.
    first = Asked()
    assert answers(tmp_path / "a.sqlite", [3, 4, 5], first) == [6, 8, 10]
    assert first.items == [3, 4, 5]


def test_what_is_remembered_is_asked_of_nobody(tmp_path: Path) -> None:
    answers(tmp_path / "a.sqlite", [3, 4, 5], Asked())
    then = Asked()
    assert answers(tmp_path / "a.sqlite", [3, 4, 5, 6], then) == [6, 8, 10, 12]
    assert then.items == []


def test_each_process_makes_the_values_it_works_on(forking: None, tmp_path: Path) -> None:
    asked = Asked()
    items = Lazily(asked.make, range(40))
    with pooled(2) as each, opened(tmp_path / "a.sqlite", "engine", keeps=True) as store:
        assert store
        found = list(store.answered(each, double, items))
    assert found == [n * 2 for n in range(40)]
    assert asked.made == []


def test_what_is_made_when_asked_for_is_made_elsewhere_though_it_is_remembered(
    forking: None, tmp_path: Path
) -> None:
    answers(tmp_path / "a.sqlite", range(40), Asked())
    then = Asked()
    with pooled(2) as each, opened(tmp_path / "a.sqlite", "engine", keeps=True) as store:
        assert store
        found = list(store.answered(each, double, Lazily(then.make, range(40))))
    assert found == [n * 2 for n in range(40)]
    assert then.made == []


def test_answers_are_written_while_others_are_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_disk, "_MOST_WAITING", 5)
    path = tmp_path / "a.sqlite"
    with opened(path, "engine", keeps=True) as store:
        assert store
        found = iter(store.answered(map, double, range(20)))
        written = []
        for _ in range(20):
            next(found)
            with closing(sqlite3.connect(path)) as other:
                written += other.execute("SELECT count(*) FROM answers").fetchone()
    assert written[0] == 0
    assert 10 < written[-1] < 20
    assert answers(path, range(20), asked := Asked()) == [n * 2 for n in range(20)]
    assert asked.items == []


def test_a_build_goes_on_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_disk, "_MOST_WAITING", 5)
    path = tmp_path / "a.sqlite"
    with opened(path, "engine", keeps=True) as store, closing(sqlite3.connect(path)) as other:
        assert store
        other.execute("DROP TABLE answers")
        other.commit()
        assert list(store.answered(map, double, range(20))) == [n * 2 for n in range(20)]


def test_code_is_never_kept(tmp_path: Path) -> None:
    template = SourceFile("templates/a.html", "<p>{{ page }}</p>")
    with opened(tmp_path / "a.sqlite", "engine", keeps=True) as store:
        assert store
        assert all(store.answered(map, compile_template, [template]))
    with opened(tmp_path / "a.sqlite", "engine", keeps=True) as store:
        assert store
        asked = Asked()
        list(store.answered(asked.each, compile_template, [template]))
    assert asked.items == [template]


def test_a_pool_of_values_made_when_asked_for_answers_as_map_does() -> None:
    items = Lazily(lambda world, number: number * world, range(50), 2)
    with pooled(3) as each:
        assert list(each(double, items)) == list(map(double, items))
    assert list(items[10:12]) == [20, 22]
