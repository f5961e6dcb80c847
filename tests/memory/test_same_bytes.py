"""A build that remembers makes the same bytes as one that does not."""

import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from explainer.memory import inputs
from explainer.memory.in_process import InProcess
from explainer.memory.remember import remembering
from explainer.model.options import Options
from explainer.pipeline import make
from tests.commands.run import ROOT, run
from tests.memory.histories import run_history

STEPS = 40


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_history_of_random_edits_makes_the_same_bytes_as_clean_builds(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Long enough for any file system that tests run on, and short enough for histories to pass it.
    monkeypatch.setattr(inputs, "_MAY_LAG", 50_000_000)
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    went = run_history(small, STEPS, seed)
    assert went["built"] >= 5, went


def test_where_nothing_has_changed_nothing_is_done(small: Path) -> None:
    run("--root", small)
    before = {path: path.stat().st_mtime_ns for path in (small / "output").rglob("*")}
    ran = run("--root", small)
    assert "nothing has changed in" in ran.out
    assert {path: path.stat().st_mtime_ns for path in (small / "output").rglob("*")} == before
    assert run("--root", small, "-v", "check").out.count("\n") == 1


def test_where_nothing_has_changed_hardly_anything_is_imported(small: Path) -> None:
    run("--root", small)
    heavy = (
        "pydantic jinja2 markdown_it yaml vl_convert sqlite3 explainer.pipeline "
        "importlib.metadata subprocess"
    ).split()
    program = (
        "import sys; from explainer.commands.main import main; "
        f"status = main(['-q', '--root', {str(small)!r}]); "
        f"sys.exit(status or str([m for m in {heavy!r} if m in sys.modules] or ''))"
    )
    ran = run_python(program)
    assert ran == ""


def run_python(program: str) -> str:
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    return done.stderr.strip()


@pytest.mark.parametrize("changed", ["index.html", "data/manifest.json", "glossary/eel/index.html"])
def test_a_page_changed_or_lost_in_the_output_is_made_again(small: Path, changed: str) -> None:
    run("--root", small)
    good = tree(small / "output")
    page = small / "output" / changed
    info = page.stat()
    page.write_bytes(bytes(reversed(page.read_bytes())))
    os.utime(page, ns=(info.st_atime_ns, info.st_mtime_ns))
    if changed == "data/manifest.json":
        # Without it nobody can say what in the folder was made, so the writer takes it away.
        assert "no build made this folder" in run("--root", small).err
        shutil.rmtree(small / "output")
    run("--root", small)
    assert tree(small / "output") == good
    (small / "output/index.html").unlink()
    run("--root", small)
    assert tree(small / "output") == good


@pytest.mark.parametrize("name", ["state.json", "answers.sqlite"])
@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\0" * 5000, b"[1, 2", b"SQLite format 3\0 and so on"]
)
def test_a_memory_that_cannot_be_read_is_thrown_away(
    small: Path, name: str, content: bytes
) -> None:
    run("--root", small)
    good = tree(small / "output")
    (small / ".cache" / name).write_bytes(content)
    section = small / "content/sections/10-why.md"
    section.write_text(section.read_text("utf-8") + "\n", "utf-8")
    ran = run("--root", small)
    assert (ran.status, ran.err) == (0, "")
    assert tree(small / "output") == good


def test_an_answer_whose_hash_does_not_hold_is_not_believed(small: Path) -> None:
    run("--root", small)
    good = tree(small / "output")
    with sqlite3.connect(small / ".cache/answers.sqlite") as answers:
        assert answers.execute("SELECT count(*) FROM answers").fetchone()[0] > 10
        answers.create_function("spoilt", 1, lambda content: content.replace(b"eel", b"cat"))
        answers.execute("UPDATE answers SET content = spoilt(content)")
    answers.close()
    (small / ".cache/state.json").unlink()
    run("--root", small)
    assert tree(small / "output") == good


def test_the_memory_may_be_deleted_at_any_time(small: Path) -> None:
    run("--root", small)
    good = tree(small / "output")
    shutil.rmtree(small / ".cache")
    run("--root", small)
    assert tree(small / "output") == good


def test_without_a_cache_nothing_is_remembered(small: Path) -> None:
    assert run("--root", small, "--no-cache").status == 0
    assert not (small / ".cache").exists()


def moments(site: Path) -> dict[str, int]:
    """When each file was last written."""
    return {str(path): path.lstat().st_mtime_ns for path in site.rglob("*")}


def test_a_check_writes_nothing(small: Path) -> None:
    before = tree(small)
    assert run("--root", small, "check").status == 0
    assert tree(small) == before


@pytest.mark.parametrize("content", [None, b"", b"no table" * 99], ids=["its own", "empty", "odd"])
def test_a_check_writes_nothing_where_a_build_remembers(small: Path, content: bytes | None) -> None:
    assert run("--root", small).status == 0
    if content is not None:
        (small / ".cache/answers.sqlite").write_bytes(content)
    with (small / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("# another word\n")
    before, then = tree(small), moments(small)
    assert run("--root", small, "check").status == 0
    assert (tree(small), moments(small)) == (before, then)


def test_a_memory_elsewhere_is_not_used(small: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (small / ".cache").symlink_to(elsewhere)
    assert run("--root", small).status == 0
    assert list(elsewhere.iterdir()) == []


def test_other_options_are_another_site(small: Path) -> None:
    run("--root", small)
    plain = tree(small / "output")
    run("--root", small, "--portable")
    assert tree(small / "output") != plain
    run("--root", small)
    assert tree(small / "output") == plain


def test_a_preview_shows_a_number_with_the_decimals_it_was_given_last(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "tests/sites/every_field", site)
    chart = site / "content/charts/eels.yaml"
    preview = InProcess()
    for before, after in (("", ""), ("y: 40,", "y: 40.0,"), ("y: 40.0,", "y: 40,")):
        chart.write_text(chart.read_text().replace(before, after))
        preview.begin()
        shown = make(site, Options(), remembering(map, preview))
        preview.turn()
        assert shown == make(site, Options()), after
