"""How each peer lays out a corpus.

The same text in a plain page: links to eight pages on top, title, contents, text, the pages before and
after. Those that can resolve links between pages do, as this project does; none links terms, cites or
checks. Search, feeds, tags and colouring of code are off everywhere.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import SECTIONS, Entry, word
from benchmarks.layouts import markdown, write


@dataclass(frozen=True, slots=True)
class Pages:
    """How a peer has its pages: where, with which front matter, and how one links to another."""

    folder: str
    front: str
    link: str

    def write(self, root: Path, pages: Iterable[Entry]) -> None:
        listed = list(pages)
        for number, entry in enumerate(listed):
            before, after = listed[number - 1], listed[(number + 1) % len(listed)]
            self._write(root, number, entry, before, after)

    def add(self, root: Path, entry: Entry) -> None:
        """Adds one page, beside itself."""
        self._write(root, 0, entry, entry, entry)

    def _write(self, root: Path, number: int, entry: Entry, before: Entry, after: Entry) -> None:
        front = self.front.format(
            title=entry.name, id=entry.id, number=number + 1,
            before=before.id, before_title=before.name, after=after.id, after_title=after.name,
        )  # fmt: skip
        write(root / self.folder / f"{entry.id}.md", front + markdown(entry, self.link))


_TOP = "".join(
    f'<a href="/part-{word(n)}/">What came of {word(n)}?</a>' for n in range(min(8, SECTIONS))
)


def _page(title: str, contents: str, text: str, around: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><header><nav>{_TOP}</nav></header><main><h1>{title}</h1><aside>{contents}</aside>"
        f"<article>{text}</article><nav>{around}</nav></main></body></html>\n"
    )


def _anchor(href: str, text: str) -> str:
    return f'<a href="{href}">{text}</a>'


_AROUND = (
    'before: {before}\nbefore_title: "{before_title}"\n'
    'after: {after}\nafter_title: "{after_title}"\n'
)  # fmt: skip
"""For generators that know no order of pages."""


HUGO = Pages("content", '---\ntitle: "{title}"\nweight: {number}\n---\n\n', "/{}.md")


def hugo(root: Path, pages: Iterable[Entry]) -> None:
    HUGO.write(root, pages)
    kinds = '["taxonomy", "term", "rss", "sitemap", "robotstxt", "404", "section"]'
    # Its own hook follows a link to the page that is meant; without one a link stays as it is typed.
    hook = '[markup.goldmark.renderHooks.link]\nuseEmbedded = "always"\n'
    write(
        root / "hugo.toml",
        f'baseURL = "https://example.org/"\ntitle = "B"\ndisableKinds = {kinds}\n{hook}',
    )
    around = "".join(
        f"{{{{ with .{way} }}}}{_anchor('{{ .RelPermalink }}', '{{ .Title }}')}{{{{ end }}}}"
        for way in ("Next", "Prev")
    )
    page = _page("{{ .Title }}", "{{ .TableOfContents }}", "{{ .Content }}", around)
    write(root / "layouts/_default/single.html", page)
    write(root / "layouts/index.html", _page("Home", "", "", ""))


ELEVENTY = Pages(
    "content", f'---\nlayout: base.liquid\ntitle: "{{title}}"\n{_AROUND}---\n\n', "../{}/"
)


def eleventy(root: Path, pages: Iterable[Entry]) -> None:
    ELEVENTY.write(root, pages)
    around = "".join(
        _anchor(f"../{{{{ {way} }}}}/", f"{{{{ {way}_title }}}}") for way in ("before", "after")
    )
    page = _page("{{ title }}", "", "{{ content }}", around)
    write(root / "content/_includes/base.liquid", page)
    config = (
        "module.exports = (c) => { c.setQuietMode(true); return { dir: { input: 'content', "
        "output: '_site' }, markdownTemplateEngine: false }; };\n"
    )
    write(root / "eleventy.config.cjs", config)


MKDOCS = Pages("docs", '---\ntitle: "{title}"\n---\n\n', "{}.md")


def mkdocs(root: Path, pages: Iterable[Entry]) -> None:
    MKDOCS.write(root, pages)
    write(root / "docs/index.md", "Home.\n")
    settings = {"site_name": "B", "site_url": "https://example.org/", "plugins": []}
    theme = {"name": None, "custom_dir": "theme"}
    config = {**settings, "theme": theme, "markdown_extensions": ["tables", "toc"]}
    write(root / "mkdocs.yml", json.dumps(config))
    contents = "{% for item in page.toc %}" + _anchor("{{ item.url }}", "{{ item.title }}")
    around = "".join(
        f"{{% if page.{way} %}}{_anchor(f'{{{{ page.{way}.url | url }}}}', f'{{{{ page.{way}.title }}}}')}"
        "{% endif %}"
        for way in ("previous_page", "next_page")
    )
    page = _page("{{ page.title }}", contents + "{% endfor %}", "{{ page.content }}", around)
    write(root / "theme/main.html", page)
    write(root / "theme/404.html", _page("Not found", "", "", ""))


PELICAN = Pages(
    "content", f"Title: {{title}}\nSlug: {{id}}\nDate: 2024-03-01\n{_AROUND}\n[TOC]\n\n",
    "{{filename}}/{}.md",
)  # fmt: skip


def pelican(root: Path, pages: Iterable[Entry]) -> None:
    PELICAN.write(root, pages)
    off = " = ".join(
        "FEED_ALL_ATOM CATEGORY_FEED_ATOM TRANSLATION_FEED_ATOM AUTHOR_FEED_ATOM AUTHOR_FEED_RSS".split()
    )
    extensions = {f"markdown.extensions.{name}": {} for name in ("tables", "toc")}
    markdown = {"extension_configs": extensions, "output_format": "html5"}
    write(
        root / "pelicanconf.py",
        "SITENAME = 'B'\nPATH = 'content'\nTHEME = 'theme'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'en'\n"
        "AUTHOR = 'B'\nARTICLE_PATHS = ['']\nSTATIC_PATHS = []\nDIRECT_TEMPLATES = ['index']\n"
        "ARTICLE_URL = '{slug}/'\nARTICLE_SAVE_AS = '{slug}/index.html'\nDEFAULT_PAGINATION = False\n"
        f"AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ''\n{off} = None\nMARKDOWN = {markdown}\n",
    )
    around = "".join(
        _anchor(f"../{{{{ article.{way} }}}}/", f"{{{{ article.{way}_title }}}}")
        for way in ("before", "after")
    )
    page = _page("{{ article.title }}", "", "{{ article.content }}", around)
    write(root / "theme/templates/base.html", _page("{% block title %}{% endblock %}", "", "", ""))
    write(root / "theme/templates/article.html", page)
    write(root / "theme/templates/index.html", _page("Home", "", "", ""))
    (root / "theme/static").mkdir(parents=True)
