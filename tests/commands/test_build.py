"""`build` and `check` as they are typed: what they print, write and end with."""

import json
import os
import pty
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.run import BUILD, ROOT, clean_environment, run

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
BROKEN = "content/sections/10-closure.md"


@pytest.fixture
def broken(site: Path) -> Path:
    """The site with a passage that is not there and a key misspelt."""
    file = site / BROKEN
    file.write_text(file.read_text().replace("said. [@p3]", "said. [@p33]"))
    timeline = site / "content/timeline.yaml"
    timeline.write_text(timeline.read_text().replace("kind: decision", "knid: decision"))
    return site


def on_a_terminal(*typed: str | Path, **environment: str) -> str:
    """What somebody at a terminal sees of `python build.py` with `typed` behind it."""
    ours, theirs = pty.openpty()
    command = [sys.executable, BUILD, *map(str, typed)]
    settings = clean_environment() | {"TERM": "xterm"} | environment
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=settings, cwd=ROOT)
    os.close(theirs)
    seen = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # how Linux says that nobody writes any more
            break
        if not chunk:
            break
        seen += chunk
    process.wait(timeout=60)
    os.close(ours)
    return seen.decode()


def test_a_build_ends_with_a_line_of_pages_checks_and_seconds(site: Path) -> None:
    ran = run("--root", site)
    assert (ran.status, ran.err) == (0, "")
    words = ran.out.strip().split(", ")
    assert len(ran.out.splitlines()) == 1
    assert [word.split(" ", 1)[1] for word in words[:3]] == ["pages", "checks", "problems"]
    assert words[3].endswith(" s")
    assert words[4] == f"written to {site / 'output'}" or words[4].startswith("written to")


def test_check_writes_nothing(site: Path) -> None:
    before = sorted(site.rglob("*"))
    assert run("check", "--root", site).status == 0
    assert sorted(site.rglob("*")) == before


def test_quiet_says_nothing_when_all_is_well(site: Path) -> None:
    ran = run("-q", "--root", site)
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_quiet_still_tells_of_problems(broken: Path) -> None:
    ran = run("-q", "--root", broken)
    assert ran.status == 1
    assert f"{BROKEN}:" in ran.err


def test_verbose_tells_the_time_of_each_stage_in_order(site: Path) -> None:
    lines = run("-v", "--root", site).out.splitlines()[1:]
    stages = [line.split()[0] for line in lines]
    house = "read parse check link compose render audit write".split()
    assert [stage for stage in stages if stage in house] == house


def test_all_problems_are_told_in_one_run_and_nothing_is_written(broken: Path) -> None:
    ran = run("--root", broken)
    assert ran.status == 1
    assert f"{BROKEN}:22:" in ran.err
    assert "`mill-lane` has no passage `p33`" in ran.err
    assert "did you mean `kind`?" in ran.err
    assert "problems; nothing was written" in ran.err
    assert not (broken / "output").exists()
    assert "Traceback" not in ran.err


def test_a_failed_build_leaves_the_last_site_as_it_was(site: Path) -> None:
    run("--root", site)
    index = site / "output/index.html"
    before = index.read_bytes()
    (site / "site.yaml").write_text("title: [")
    assert run("--root", site).status == 1
    assert index.read_bytes() == before


def test_problems_as_json_have_a_place_a_message_and_a_hint_each(broken: Path) -> None:
    ran = run("check", "--format", "json", "--root", broken)
    found = json.loads(ran.out)
    assert ran.status == 1
    assert ran.err == ""
    first = found["problems"][0]
    assert first["path"] == BROKEN
    assert set(first) == {"path", "line", "column", "check", "message", "hint"}


def test_a_good_site_as_json_says_how_many_pages_it_has(site: Path) -> None:
    found = json.loads(run("--format", "json", "--root", site).out)
    assert found["problems"] == []
    pages = list((site / "output").rglob("*.html"))
    assert found["pages"] == len(pages)


def test_problems_for_github_are_annotations_beside_the_text(broken: Path) -> None:
    ran = run(
        "check",
        "--format",
        "github",
        "--root",
        broken,
        environment={"GITHUB_WORKSPACE": str(broken.parent)},
    )
    lines = [line for line in ran.out.splitlines() if line.startswith("::error ")]
    assert f"file=toads/{BROKEN},line=22," in lines[0]
    assert "::`mill-lane` has no passage `p33`%0Adid you mean `p3`?" in lines[0]
    assert f"{BROKEN}:22:" in ran.err


def test_an_annotation_cannot_be_broken_out_of(site: Path) -> None:
    (site / "site.yaml").write_text('"x\\n::warning::gotcha, 100%": 1\n')
    ran = run("check", "--format", "github", "--root", site)
    assert not any(line.startswith("::warning") for line in ran.out.splitlines())
    assert "100%25" in ran.out


def test_colours_are_for_terminals(broken: Path) -> None:
    assert COLOUR.search(on_a_terminal("check", "--root", broken))
    assert not COLOUR.search(run("check", "--root", broken).err)


def test_colours_are_left_out_when_somebody_asks_for_none(broken: Path) -> None:
    assert not COLOUR.search(on_a_terminal("check", "--root", broken, NO_COLOR="1"))
    assert not COLOUR.search(on_a_terminal("check", "--root", broken, TERM="dumb"))


def test_a_folder_that_is_no_site_is_told(tmp_path: Path) -> None:
    ran = run("--root", tmp_path)
    assert ran.status == 1
    assert "site.yaml" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_can_only_be_read_is_told(site: Path) -> None:
    site.chmod(stat.S_IREAD | stat.S_IEXEC)
    ran = run("--root", site)
    site.chmod(stat.S_IRWXU)
    assert ran.status == 1
    assert "look at its rights" in ran.err
    assert "Traceback" not in ran.err


def test_a_file_where_the_folder_should_be_is_told(site: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear aunt")
    ran = run("--root", site, "--output", tmp_path / "letter/site")
    assert ran.status == 1
    assert "letter" in ran.err
    assert "Traceback" not in ran.err
    assert (tmp_path / "letter").read_text() == "Dear aunt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_a_message(site: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, BUILD, "check", "--root", str(site)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment(),
            check=False,
        )
    assert done.returncode == 1
    assert b"make room on the disk" in done.stderr
    assert b"Traceback" not in done.stderr


def test_whoever_stops_reading_gets_no_traceback(broken: Path) -> None:
    command = f"{sys.executable} {BUILD} check --format json --root {broken} | head -c 1"
    done = subprocess.run(
        [shutil.which("bash") or "sh", "-c", command],
        capture_output=True,
        env=clean_environment(),
        check=False,
    )
    assert b"Traceback" not in done.stderr


def test_the_site_elsewhere_changes_only_the_templates_it_has(site: Path) -> None:
    part = site / "templates/parts/frame.html"
    part.parent.mkdir(parents=True)
    ours = (ROOT / "templates/parts/frame.html").read_text()
    part.write_text(ours.replace('<footer class="site-foot">', '<footer class="site-foot toads">'))
    css = site / "templates/assets/css/parts/toads.css"
    css.parent.mkdir(parents=True)
    css.write_text("@layer parts { .toads { color: green; } }\n")
    assert run("--root", site).status == 0
    assert 'class="site-foot toads"' in (site / "output/index.html").read_text()
    assert ".toads{" in (site / "output/assets/site.css").read_text()
    assert ".site-head" in (site / "output/assets/site.css").read_text()


def test_the_address_typed_wins_over_the_one_in_the_settings(site: Path) -> None:
    run("--root", site, "--base-url", "https://pond.example/toads")
    assert "https://pond.example/toads/closure/" in (site / "output/sitemap.xml").read_text()
