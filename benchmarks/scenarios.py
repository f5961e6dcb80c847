"""What is done to a corpus before each build, and whether the build took it up."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.generators import Generator

SCENARIOS = ("cold", "nothing changed", "a section edited", "a term added", "a template edited")


def prepare(
    generator: Generator, root: Path, scenario: str, number: int, found: Sequence[Entry]
) -> str:
    """Change the corpus as `scenario` says; a text that the built site must hold somewhere."""
    mark = f"mark{number}x{SCENARIOS.index(scenario)}"
    if scenario == "cold":
        for made in (generator.output, *generator.made):
            shutil.rmtree(root / made, ignore_errors=True)
        return ""
    if scenario == "a section edited":
        _replace(root / generator.edited, "came first", f"came {mark} first", "came mark")
        return mark
    if scenario == "a template edited":
        _replace(root / generator.template, "</body>", f"<p>{mark}</p></body>", "<p>mark")
        return mark
    if scenario == "a term added":
        generator.add(root, Entry(f"new-{mark}", f"new {mark}", "term", found[-1].blocks))
        if generator.name == "explainer":
            # A term that nothing mentions is a problem here, so a section mentions it.
            with (root / generator.edited).open("a", encoding="utf-8") as section:
                section.write(f"\nThe new {mark} came later. [@p2]\n")
        return f"new {mark}"
    return ""


def _replace(path: Path, before: str, after: str, earlier: str) -> None:
    text = path.read_text(encoding="utf-8")
    if earlier in text:
        start = text.index(earlier)
        end = text.index(after[-6:], start) + len(after[-6:])
        text = text[:start] + after + text[end:]
    else:
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")


def check(generator: Generator, root: Path, pages: int, expected: str) -> None:
    """A build that left out pages or the edit is no measurement."""
    made = list((root / generator.output).rglob("index.html"))
    assert len(made) >= pages, f"{generator.name} made {len(made)} pages of {pages}"
    if expected:
        first = root / generator.output / "part-kba/index.html"
        added = root / generator.output / expected.replace(" ", "-") / "index.html"
        text = first.read_text("utf-8") + (added.read_text("utf-8") if added.exists() else "")
        assert expected in text, f"{generator.name} did not take up {expected}"
