#!/usr/bin/env python3
"""How long a writer waits: from a save to the change in the browser, and in what the server has.

    python benchmarks/saving.py [--root .] [--section 40-rare-earths] [--rounds 15]
    python benchmarks/saving.py --pages 1000

The preview runs on a copy of the site, or on a corpus of so many pages. Each round appends a word of
its own to the last paragraph of a section, which keeps its citation, and saves.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Page, sync_playwright

from benchmarks.corpus import entries
from benchmarks.layouts import write_explainer
from tests.commands.preview import Preview, Tab, preview

_BETWEEN = 1.0
"""Seconds from one save to the next."""
_COPIED = ("content", "seeds", "templates", "site.yaml")


def main() -> None:
    """Save as often as the command line asks, and print both waits."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder, "site")
        section = _corpus(given.pages, root) if given.pages else _copy(given, root)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        file = root / f"content/sections/{section}.md"
        with preview(root) as running:
            page = browser.new_page()
            path = section.partition("-")[2] + "/"
            page.goto(running.address + path)
            seen = _waits(file, given.rounds, lambda word: _painted(page, word))
            page.close()
            tab = Tab(running)
            there = _waits(file, given.rounds, lambda word: _told(running, tab, path, word))
        browser.close()
    for what, waits in (("painted in the browser", seen), ("there for whoever asks", there)):
        print(
            f"{what}: median {statistics.median(waits):.2f} s, {min(waits):.2f} to {max(waits):.2f} s"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1])
    parser.add_argument("--section", default="40-rare-earths")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=15)
    return parser.parse_args()


def _copy(given: argparse.Namespace, new: Path) -> str:
    """Copy the site; the section that is to be edited."""
    new.mkdir()
    for name in _COPIED:
        from_ = given.root / name
        (shutil.copytree if from_.is_dir() else shutil.copy)(from_, new / name)
    return str(given.section)


def _corpus(pages: int, new: Path) -> str:
    """Write a corpus; its first section."""
    new.mkdir()
    write_explainer(new, entries(pages))
    return "10-part-kba"


def _painted(page: Page, word: str) -> float:
    """When the page that holds `word` was first painted, in seconds since 1970."""
    page.wait_for_function(
        """word => document.body?.textContent.includes(word) &&
            performance.getEntriesByName("first-contentful-paint").length""",
        arg=word,
        timeout=30_000,
    )
    paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    return float(page.evaluate(f"performance.timeOrigin + {paint}")) / 1000


def _told(running: Preview, tab: Tab, path: str, word: str) -> float:
    """When open tabs were told to load the page that holds `word`, in seconds since 1970.

    Who asked for the page again and again until then would keep the server from making it.
    """
    tab.told.clear()
    while not tab.told:
        time.sleep(0.002)
    told = time.time()
    assert word in running.get(path).text
    return told


def _waits(file: Path, rounds: int, seen: Callable[[str], float]) -> list[float]:
    """Seconds from each save until the word that was saved was `seen`."""
    before = file.read_text(encoding="utf-8").rstrip("\n")
    waits = []
    for n in range(rounds):
        time.sleep(_BETWEEN)
        word = f"word{n}of{len(before)}"
        begun = time.time()
        file.write_text(_with(before, word), encoding="utf-8")
        waits.append(seen(word) - begun)
    file.write_text(before + "\n", encoding="utf-8")
    return waits


def _with(text: str, word: str) -> str:
    """`text` with `word` in its last paragraph, in front of what that ends with."""
    at = text.rindex(" [@")
    return f"{text[:at]} {word}{text[at:]}\n"


if __name__ == "__main__":
    main()
