"""docs/writing.md: every file it shows is written and every command run, in its order."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.commands.run import BUILD, ROOT, clean_environment

PAGE = ROOT / "docs/writing.md"


@dataclass(frozen=True, slots=True)
class Step:
    """A file to be written or a console to be typed into."""

    line: int
    """In the page, from 1."""
    path: str
    """Of the file; empty for a console."""
    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A command and the lines it is to print, `…` standing for anything."""

    command: str
    printed: tuple[str, ...]

    @property
    def status(self) -> int:
        """1 where the page shows problems: lines with a place, and no count of none."""
        return int(any(re.match(r"\S+\.\w+:\d+:\d+: ", line) for line in self.printed))


def steps() -> Iterator[Step]:
    """The files and consoles of the page in order. Other blocks only show something."""
    text = PAGE.read_text(encoding="utf-8")
    pattern = r"(?:^`(?P<path>\.\./[^`]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$"
    for match in re.finditer(pattern, text, re.MULTILINE | re.DOTALL):
        line = text[: match.start()].count("\n") + 1
        if match["path"]:
            yield Step(line, match["path"], match["body"])
        elif match["kind"] == "console":
            yield Step(line, "", match["body"])


def commands(console: str) -> Iterator[Typed]:
    """Each command of a console with what is printed under it."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, *printed = part.rstrip("\n").split("\n")
        yield Typed(command, tuple(printed))


def matches(wanted: str, printed: str) -> bool:
    """Whether a line that was printed is the one `wanted`, whose `…` stands for anything."""
    pattern = ".*".join(re.escape(part) for part in wanted.split("…"))
    return bool(re.search(rf"^{pattern}$", printed, re.MULTILINE))


@pytest.mark.skipif(sys.platform == "win32", reason="the page's commands are those of a Unix shell")
def test_the_tutorial_works_as_it_is_written(tmp_path: Path) -> None:
    engine = tmp_path / "engine"
    engine.mkdir()
    for step in steps():
        if step.path:
            file = engine / step.path
            assert file.resolve().is_relative_to(tmp_path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step.text, encoding="utf-8")
            continue
        for typed in commands(step.text):
            type_in(engine, typed, step.line)
    assert (tmp_path / "ferry/output/index.html").is_file()
    assert (tmp_path / "ferry/output/crew/index.html").is_file() or (
        tmp_path / "ferry/output/glossary/crew/index.html"
    ).is_file()


def type_in(folder: Path, typed: Typed, line: int) -> None:
    """Run the command in `folder`, and compare status and lines with what the page shows."""
    command = typed.command.replace("python3 build.py", f"'{sys.executable}' '{BUILD}'")
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=clean_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    printed = done.stdout + done.stderr
    where = f"docs/writing.md:{line}: {typed.command}\n{printed}"
    assert done.returncode == typed.status, where
    for wanted in typed.printed:
        assert matches(wanted, printed), f"not printed: {wanted}\n{where}"


def test_what_the_page_shows_of_a_record_is_what_ingest_writes(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    article = next(step.text for step in steps() if step.path.endswith("quay.txt"))
    (tmp_path / "quay.txt").write_text(article, encoding="utf-8")
    typed = Typed(f"python3 build.py ingest {tmp_path}/quay.txt --id quay --root {tmp_path}", ())
    type_in(tmp_path, typed, 0)
    record = (tmp_path / "seeds/quay.yaml").read_text(encoding="utf-8")
    shown = re.search(r"^- id: p3\n  # in the text.*?(?=^```)", text, re.MULTILINE | re.DOTALL)
    assert shown is not None
    assert shown[0] in record
