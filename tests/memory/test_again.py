"""What was typed is typed again: told at once where nothing has changed, and only there."""

import os
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from explainer.commands.main import main
from explainer.commands.making import make_site
from explainer.commands.progress import Progress
from explainer.memory import inputs
from explainer.memory.again import told_again
from explainer.memory.last import LastBuilds
from explainer.model.options import Options
from tests.commands.run import ROOT, run
from tests.memory.test_same_bytes import run_python


@pytest.fixture
def typed(
    small: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> list[str]:
    """Words that a site was built with, and that told of it at once when they were typed again."""
    # The files of the site are new, and might yet change within a tick of a slow clock.
    monkeypatch.setattr(inputs, "_MAY_LAG", 0)
    words = ["--root", str(small)]
    assert main(words) == 0
    assert told_again(words, "")
    first, second = capfd.readouterr().out.splitlines()
    assert second.startswith(first.split(" problems, ")[0])
    assert second.endswith(f"nothing has changed in {small / 'output'}")
    return words


def test_hardly_anything_is_imported(typed: list[str]) -> None:
    heavy = "argparse dataclasses hashlib inspect json pathlib re typing".split()
    program = (
        "import sys; before = {*sys.modules}; from explainer.memory.again import told_again; "
        f"told = told_again({typed!r}, ''); "
        f"sys.exit(str([m for m in {heavy!r} if m in sys.modules and m not in before] or '')"
        " if told else 'not told')"
    )
    assert run_python(program) == ""


def test_the_command_tells_the_same_at_once_and_later(typed: list[str], small: Path) -> None:
    at_once = run(*typed)
    (small / ".cache/again").unlink()
    later = run(*typed)
    assert (at_once.status, at_once.err) == (later.status, later.err) == (0, "")
    assert at_once.out.split(" s, ")[1] == later.out.split(" s, ")[1]


CHANGES: dict[str, Callable[[Path], object]] = {
    "a section": lambda site: _longer(site / "content/sections/10-why.md"),
    "a section, to the same length": lambda site: _other(site / "content/sections/10-why.md"),
    "a section too many": lambda site: (site / "content/sections/99-new.md").touch(),
    "a section lost": lambda site: (site / "content/sections/10-why.md").unlink(),
    "a section moved": lambda site: (site / "content/sections/10-why.md").rename(
        site / "content/sections/11-why.md"
    ),
    "a link in the place of a file": lambda site: _linked(site / "site.yaml"),
    "a template of the site's own": lambda site: _new(site / "templates/parts/foot.html"),
    "a page": lambda site: _longer(site / "output/index.html"),
    "a page, to the same length": lambda site: _other(site / "output/index.html"),
    "a file too many": lambda site: (site / "output/new.html").touch(),
    "a page lost": lambda site: (site / "output/index.html").unlink(),
    "the site moved, with a link in its place": lambda site: _linked(site / "output"),
    "the memory moved, with a link in its place": lambda site: _linked(site / ".cache"),
    "what is remembered torn": lambda site: (site / ".cache/again").write_bytes(b"\0\xff"),
    "what is remembered lost": lambda site: (site / ".cache/again").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_told_where_this_has_changed(
    typed: list[str], small: Path, change: str, capfd: pytest.CaptureFixture[str]
) -> None:
    CHANGES[change](small)
    assert not told_again(typed, "")
    assert capfd.readouterr().out == ""


def _longer(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\n")


def _other(file: Path) -> None:
    """Other words of the same length, as old as those before, as far as can be said."""
    info = file.stat()
    file.write_bytes(bytes(reversed(file.read_bytes())))
    os.utime(file, ns=(info.st_atime_ns, info.st_mtime_ns))


def _new(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.touch()


def _linked(path: Path) -> None:
    elsewhere = path.rename(path.with_name("elsewhere"))
    path.symlink_to(elsewhere)


def test_other_words_are_another_question(typed: list[str]) -> None:
    assert not told_again([*typed, "--drafts"], "")
    assert not told_again(["check", *typed], "")


def test_another_folder_to_stand_in_is_another_question(
    typed: list[str], small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    assert not told_again(typed, "")


def test_another_python_is_another_question(
    typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version", "3.99")
    assert not told_again(typed, "")


def test_what_may_yet_change_unseen_is_not_told_of(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "_MAY_LAG", 10**12)
    words = ["--root", str(small)]
    assert main(words) == 0
    assert not told_again(words, "")
    assert not (small / ".cache/again").exists()


def test_what_was_new_when_a_build_began_is_told_of_where_it_is_old_when_it_ends(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["--root", str(small), "-q"]
    (small / "content/sections/10-why.md").touch()
    monkeypatch.setattr(inputs, "_MAY_LAG", 10**9)
    began = time.time_ns()
    last = LastBuilds(small)
    made = make_site(small, small / "output", Options(), last, 1, Progress(StringIO()))
    time.sleep(max(0, 1.1 - (time.time_ns() - began) / 10**9))
    assert made.pages
    last.note_told(words, small / "output", "")
    assert told_again(words, "")


def test_what_changed_while_a_build_ran_is_not_told_of(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["--root", str(small), "-q"]
    last = LastBuilds(small)
    make_site(small, small / "output", Options(), last, 1, Progress(StringIO()))
    _other(small / "content/sections/10-why.md")
    monkeypatch.setattr(inputs, "_MAY_LAG", 10**6)
    time.sleep(0.01)
    last.note_told(words, small / "output", "")
    assert not told_again(words, "")


def test_without_words_the_site_one_stands_in_is_meant(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "_MAY_LAG", 0)
    monkeypatch.chdir(small)
    assert main([], root=small) == 0
    assert told_again([], str(small))
    assert not told_again([], str(ROOT))


@pytest.mark.parametrize("words", [["--no-cache"], ["--format", "json"]])
def test_some_words_are_never_told_of_at_once(
    small: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "_MAY_LAG", 0)
    assert main(["--root", str(small), *words]) == 0
    assert not told_again(["--root", str(small), *words], "")


def test_nobody_need_listen(typed: list[str]) -> None:
    program = (
        "import os, sys; os.close(1); from explainer.memory.again import told_again; "
        f"sys.exit('' if told_again({typed!r}, '') else 'not told')"
    )
    assert run_python(program) == ""
