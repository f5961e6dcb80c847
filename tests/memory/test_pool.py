"""`each` on several processes: the same answers as `map`, begun early, and no process left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explainer.memory.on_disk import opened
from explainer.memory.pool import pooled
from explainer.model.each import Each
from tests.commands.run import ROOT

LONG = 30.0
"""Seconds after which a test has failed."""


def work(item: object) -> str:
    return str(item) * 2


def fails_at_five(item: int) -> int:
    if item == 5:
        raise KeyError(item)
    return item * 2


def meet_another(folder: Path) -> int:
    """Wait for another process that does the same work."""
    (folder / str(os.getpid())).touch()
    assert wait_for(lambda: len(list(folder.iterdir())) == 2)
    return os.getpid()


def long_where_even(number: int) -> int:
    time.sleep(0.05 if number % 2 == 0 else 0)
    return os.getpid()


def sleep_beside(folder: Path) -> None:
    (folder / str(os.getpid())).touch()
    time.sleep(LONG)


def draw_chart(_: int) -> int:
    """Work that is done aside, by its name."""
    return os.getpid()


def die_elsewhere(home: int) -> int:
    """Work that only the process `home` survives, as where memory runs out."""
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return home


def wait_for(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + LONG
    while not is_so() and time.monotonic() < end:
        time.sleep(0.01)
    return is_so()


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def each(forking: None) -> Iterator[Each]:
    with pooled(2) as found:
        yield found


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 200])
def test_a_pool_answers_as_map_does(jobs: int, count: int) -> None:
    with pooled(jobs) as each:
        assert list(each(work, range(count))) == list(map(work, range(count)))


def test_a_pool_fails_as_map_does(each: Each) -> None:
    answers = iter(each(fails_at_five, range(100)))
    assert [next(answers) for _ in range(5)] == [0, 2, 4, 6, 8]
    with pytest.raises(KeyError):
        next(answers)


def test_what_a_process_that_was_killed_left_undone_is_done_by_the_first(each: Each) -> None:
    assert list(each(die_elsewhere, [os.getpid()] * 20)) == [os.getpid()] * 20


def test_answers_larger_than_a_pipe_come_through(each: Each) -> None:
    items = ["x" * 3_000_000 + str(n) for n in range(16)]
    assert list(each(work, items)) == list(map(work, items))


def test_processes_begin_before_anybody_asks_for_an_answer(each: Each, tmp_path: Path) -> None:
    answers = each(meet_another, [tmp_path] * 8)
    assert wait_for(lambda: len(list(tmp_path.iterdir())) == 2)
    assert len(set(answers)) == 2


def test_whoever_is_free_does_what_comes_next(each: Each) -> None:
    done_by = list(each(long_where_even, range(40)))
    assert len(set(done_by[::2])) == 2


def test_more_items_than_tickets_are_each_done_once(each: Each) -> None:
    assert list(each(work, range(4321))) == list(map(work, range(4321)))


@pytest.mark.parametrize("count", [1, 20])
def test_what_is_done_aside_is_done_by_one_other_process(
    count: int, each: Each, tmp_path: Path
) -> None:
    (other,) = set(each(draw_chart, range(count)))
    assert other != os.getpid()
    with opened(tmp_path / "a.sqlite", "engine", keeps=True) as store:
        assert store
        (other,) = set(store.answered(each, draw_chart, range(count)))
    assert other != os.getpid()


def test_a_pool_that_is_left_ends_what_nobody_asked_for(forking: None, tmp_path: Path) -> None:
    begun = time.monotonic()
    with pooled(2) as each:
        each(sleep_beside, [tmp_path] * 20)
        assert wait_for(lambda: len(list(tmp_path.iterdir())) == 2)
        others = [int(path.name) for path in tmp_path.iterdir()]
        assert all(map(is_running, others))
    assert not any(map(is_running, others))
    assert time.monotonic() - begun < LONG


_DRAWN_FIRST = """
import os, vl_convert
from explainer.memory.pool import pooled, threads
vl_convert.vegalite_to_svg('{"mark": "bar", "data": {"values": [{"a": 1}]}}')
def who(number):
    return os.getpid()
with pooled(2) as each:
    print(threads() > 1, set(each(who, range(20))) == {os.getpid()})
"""


def test_a_process_in_which_a_library_runs_threads_is_not_forked() -> None:
    # A fork copies the locks that such a thread may hold, and would wait for ever.
    ran = subprocess.run(
        [sys.executable, "-c", _DRAWN_FIRST], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ran.stdout == "True True\n", ran.stderr
