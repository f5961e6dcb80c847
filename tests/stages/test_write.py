"""write: the old site or the new one, whole, whatever happens."""

import ctypes
import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.disk import exchange as exchanging
from explainer.disk.lock import held
from explainer.model.output import OutputFile
from explainer.model.places import MANIFEST
from explainer.model.problems import SiteError
from explainer.stages.write import write_files
from tests.commands.run import ROOT, run
from tests.stages.writing import fault_of, site

KILLS = 40


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def files_in(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def as_files(files: list[OutputFile]) -> dict[str, bytes]:
    return {file.path: file.content for file in sorted(files, key=lambda file: file.path)}


def inodes(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_ino for p in folder.rglob("*.html")}


def writer(output: Path) -> subprocess.Popen[str]:
    """A process that writes one site and the other in turn until it is killed."""
    command = [sys.executable, "-m", "tests.stages.writing", str(output)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "ready\n"
    return process


def test_the_output_holds_the_files_and_nothing_else(output: Path) -> None:
    for name in ("one", "two", "one", "three"):
        write_files(site(name), output)
        assert files_in(output) == as_files(site(name))


def test_one_changed_page_is_one_page_written(output: Path) -> None:
    for text in (b"first", b"second", b"third", b"fourth"):
        files = [f for f in site("one") if f.path != "page/3/index.html"]
        written = write_files([*files, OutputFile("page/3/index.html", text)], output)
        assert written == (len(files) + 1 if text == b"first" else 1)
        assert (output / "page/3/index.html").read_bytes() == text


def test_a_page_changed_by_hand_reaches_no_later_site(output: Path) -> None:
    """The folder swapped out shares the files that have not changed since."""
    for text in (b"first", b"second"):
        files = [f for f in site("one") if f.path != "index.html"]
        write_files([*files, OutputFile("index.html", text)], output)
    with (output / "same/1/index.html").open("ab") as page:
        page.write(b"mine")
    for name in ("one", "two", "one"):
        write_files(site(name), output)
        assert files_in(output) == as_files(site(name))


def test_a_disk_without_second_names_for_files_holds_the_site(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    for name in ("one", "two", "one"):
        write_files(site(name), output)
        assert files_in(output) == as_files(site(name))


def test_equal_files_are_not_written_again(output: Path) -> None:
    write_files(site("one"), output)
    before = inodes(output)
    assert write_files(site("one"), output) == 0
    assert inodes(output) == before


def test_a_file_changed_by_hand_is_made_anew(output: Path) -> None:
    write_files(site("one"), output)
    (output / "index.html").write_text("<h1>mine</h1>", encoding="utf-8")
    write_files(site("one"), output)
    write_files(site("two"), output)
    write_files(site("one"), output)
    assert files_in(output) == as_files(site("one"))


def test_what_the_build_remembers_of_its_files_may_be_lost_or_spoilt(output: Path) -> None:
    write_files(site("one"), output)
    write_files(site("two"), output)
    stamps = output.with_name(".output-work") / "stamps.json"
    for spoilt in (b"", b"{", b"[" * 100_000, b'{"output": {"index.html": [1]}}', b"\xff"):
        stamps.write_bytes(spoilt)
        for name in ("one", "two"):
            write_files(site(name), output)
            assert files_in(output) == as_files(site(name))


def test_pages_are_readable_by_everybody(output: Path) -> None:
    before = os.umask(0o077)
    try:
        write_files(site("one"), output)
    finally:
        os.umask(before)
    assert (output / "index.html").stat().st_mode & 0o777 == 0o644


def test_whoever_reads_a_page_while_it_is_replaced_reads_it_whole(output: Path) -> None:
    write_files(site("one"), output)
    with (output / "page/1/index.html").open("rb") as page:
        write_files(site("two"), output)
        write_files(site("three"), output)
        assert page.read() == as_files(site("one"))["page/1/index.html"]


def test_a_kill_at_any_moment_leaves_a_whole_site(output: Path) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    write_files(site("one"), output)
    met = set()
    for _ in range(KILLS):
        process = writer(output)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.wait()
        assert fault_of(output) == ""
        met.add((output / "index.html").read_text(encoding="utf-8"))
    assert met == {"<h1>one</h1>", "<h1>two</h1>"}
    write_files(site("three"), output)
    assert files_in(output) == as_files(site("three"))
    assert {path.name for path in output.parent.iterdir()} == {"output", ".output-work"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux swaps two folders in one step")
def test_the_first_page_is_never_missing(output: Path) -> None:
    write_files(site("one"), output)
    process = writer(output)
    until = time.monotonic() + 1
    looked = 0
    try:
        while time.monotonic() < until:
            assert (output / "index.html").exists()
            looked += 1
    finally:
        process.kill()
        process.wait()
    assert looked > 100


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(exchanging, "exchange", lambda one, other: False)
    yield


@pytest.mark.usefixtures("without_exchange")
def test_a_system_that_cannot_swap_folders_renames_them(output: Path) -> None:
    for name in ("one", "two", "one"):
        write_files(site(name), output)
        assert files_in(output) == as_files(site(name))
    assert not (output.with_name(".output-work") / "aside").exists()


@pytest.mark.parametrize("stopped_after", [1, 2])
def test_the_next_build_mends_what_a_kill_between_two_renames_left(
    output: Path, stopped_after: int
) -> None:
    write_files(site("one"), output)
    write_files(site("two"), output)
    work = output.with_name(".output-work")
    output.rename(work / "aside")
    if stopped_after == 2:
        (work / "site").rename(output)
    write_files(site("three"), output)
    assert files_in(output) == as_files(site("three"))
    assert not (work / "aside").exists()


def test_a_second_build_is_told_that_another_is_writing(small: Path) -> None:
    work = small / ".output-work"
    work.mkdir()
    with held(work / "lock") as is_ours:
        assert is_ours
        ran = run("--root", small)
    assert ran.status == 1
    assert "output:1:1: another build is writing there now\n" in ran.err
    assert "build again when it has ended" in ran.err
    assert "Traceback" not in ran.err
    assert run("--root", small).status == 0


def test_many_builds_at_once_leave_a_whole_site(output: Path) -> None:
    refused = []

    def write(name: str) -> None:
        for _ in range(5):
            try:
                write_files(site(name), output)
            except SiteError as error:
                refused.append(str(error))

    threads = [threading.Thread(target=write, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fault_of(output) == ""
    assert all("another build is writing there now" in message for message in refused)


def test_a_file_nobody_built_stops_the_build_and_stays(small: Path) -> None:
    run("--root", small)
    (small / "output/notes").mkdir()
    (small / "output/notes/mine.txt").write_text("mine", encoding="utf-8")
    ran = run("--root", small, "--portable")
    assert ran.status == 1
    assert (
        "output/notes/mine.txt:1:1: the build did not make this, and would not keep it" in ran.err
    )
    assert (small / "output/notes/mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_folder_no_build_made_is_not_replaced(small: Path) -> None:
    (small / "output").mkdir()
    (small / "output/letters.txt").write_text("mine", encoding="utf-8")
    ran = run("--root", small)
    assert ran.status == 1
    assert "output:1:1: no build made this folder: it holds `letters.txt`" in ran.err
    assert not (small / ".output-work").exists()
    assert list((small / "output").iterdir()) == [small / "output/letters.txt"]


def test_what_file_managers_leave_behind_stops_nobody(output: Path) -> None:
    write_files(site("one"), output)
    (output / "page/.DS_Store").write_bytes(b"\0")
    write_files(site("two"), output)
    assert files_in(output) == as_files(site("two"))


def test_a_file_where_the_output_is_to_be_is_not_replaced(small: Path) -> None:
    (small / "output").write_text("mine", encoding="utf-8")
    ran = run("--root", small)
    assert ran.status == 1
    assert "output:1:1: this is a file, and the site is to be a folder" in ran.err
    assert (small / "output").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("link", ["output", ".output-work"])
def test_a_link_is_not_followed_out_of_the_site(small: Path, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (small / link).symlink_to(elsewhere)
    ran = run("--root", small)
    assert ran.status == 1
    assert f"{link}:1:1: this is a link to {elsewhere}" in ran.err
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", ["site", "aside"])
def test_a_link_in_the_work_folder_is_not_followed(output: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "index.html").write_text("not yours", encoding="utf-8")
    write_files(site("one"), output)
    link = output.with_name(".output-work") / name
    if link.exists():
        link.rename(link.with_name("away"))
    link.symlink_to(victim)
    with pytest.raises(SiteError, match=f"output-work/{name}:1:1: this is a link to"):
        write_files(site("two"), output)
    assert files_in(victim) == {"index.html": b"not yours"}
    assert files_in(output) == as_files(site("one"))


@pytest.mark.parametrize("path", ["../evil.txt", "a/../../evil.txt", "/tmp/evil.txt", "a\\b.txt"])
def test_no_file_is_written_outside_the_output(output: Path, path: str) -> None:
    with pytest.raises(SiteError, match="this would be written outside the output"):
        write_files([*site("one"), OutputFile(path, b"evil")], output)
    assert not output.exists()


def test_links_put_into_the_old_site_lead_no_bytes_elsewhere(output: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "index.html").write_text("not yours", encoding="utf-8")
    write_files(site("one"), output)
    write_files(site("two"), output)
    staged = output.with_name(".output-work") / "site"
    (staged / "index.html").unlink()
    (staged / "index.html").symlink_to(victim / "index.html")
    (staged / "new").symlink_to(victim)
    write_files([*site("one"), OutputFile("new/index.html", b"new")], output)
    assert files_in(victim) == {"index.html": b"not yours"}
    assert (output / "new/index.html").read_bytes() == b"new"


def give_up_superuser_rights() -> None:
    """From now on, rights of files hold for the superuser too (capabilities(7); Linux)."""
    libc = ctypes.CDLL(None, use_errno=True)
    drop, overriding, searching = 24, 1, 2
    for capability in (overriding, searching):
        assert libc.prctl(drop, capability, 0, 0, 0) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="gives up rights in Linux's way")
def test_a_folder_that_can_only_be_read_is_said_to_be(small: Path) -> None:
    run("--root", small)
    before = files_in(small / "output")
    closed = [small, small / ".output-work"]
    for folder in closed:
        folder.chmod(0o555)
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(small), "--portable"]
    rights = give_up_superuser_rights if os.getuid() == 0 else None
    ran = subprocess.run(command, capture_output=True, text=True, preexec_fn=rights)
    for folder in closed:
        folder.chmod(0o755)
    assert ran.returncode == 1, ran.stderr
    assert "Permission denied" in ran.stderr
    assert "look at its rights, or name another folder" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert files_in(small / "output") == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_disk_without_room_leaves_the_old_site(small: Path) -> None:
    import resource

    with (small / "site.yaml").open("a", encoding="utf-8") as settings:
        # The index is made by a program of its own, which would meet the limit before the writing.
        settings.write("search: false\n")
    run("--root", small)
    before = files_in(small / "output")

    def leave_little_room() -> None:
        # Python ignores the signal that comes with it, so writing ends with an error as on a full disk.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    command = [sys.executable, str(ROOT / "build.py"), "--root", str(small), "--portable"]
    ran = subprocess.run(command, capture_output=True, text=True, preexec_fn=leave_little_room)
    assert ran.returncode == 1
    assert "File too large" in ran.stderr
    assert "is as it was" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert files_in(small / "output") == before
    assert run("--root", small, "--portable").status == 0
    assert fault_of(small / "output") == ""


def test_the_manifest_lists_every_other_file(small: Path) -> None:
    run("--root", small)
    assert fault_of(small / "output") == ""
    assert '"counts"' in (small / "output" / MANIFEST).read_text(encoding="utf-8")


def test_nothing_but_the_output_and_its_work_folder_is_written(small: Path) -> None:
    before = files_in(small)
    run("--root", small)
    new = {path.split("/")[0] for path in files_in(small).keys() - before.keys()}
    assert new <= {"output", ".output-work", ".cache"}
    assert {path: text for path, text in files_in(small).items() if path in before} == before
