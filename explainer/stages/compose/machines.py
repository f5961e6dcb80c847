"""Files for machines rather than readers."""

import json
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.etree import ElementTree

from explainer.stages.compose.data import DATA, SCHEMAS
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.lists import search_page
from explainer.stages.compose.prose import bare_text
from explainer.text.addresses import LISTS, address_of, correction_address

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _robots(desk: Desk) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {desk.base_url}sitemap.xml\n"


def _sitemap(desk: Desk) -> str:
    """Every page that is to be found (sitemaps.org, version 0.9)."""
    site = desk.linked.site
    pages = dict.fromkeys(LISTS.values(), "")
    pages |= {outline.address: outline.updated for outline in desk.world.outlines}
    for record in (*site.terms, *site.actors, *site.events, *site.charts, *site.sources):
        address = address_of(record)
        if "#" not in address:
            pages[address] = record.updated
    root = ElementTree.Element("urlset", xmlns=_SITEMAP)
    for address, updated in sorted(pages.items()):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = desk.base_url + address
        if updated:
            ElementTree.SubElement(url, "lastmod").text = updated
    return _xml(root)


def _feed(desk: Desk) -> str:
    """The sections, and corrections as they are made (Atom, RFC 4287)."""
    settings = desk.settings
    entries = [
        (one.question, one.address, one.updated or settings.as_of, one.standfirst.text)
        for one in desk.world.outlines
    ]
    entries += [
        (f"{desk.words['page_corrections']}{desk.words['colon']} {desk.anchor(c.page).text}",
         correction_address(c), c.date, c.now.text)
        for c in desk.linked.site.corrections
    ]  # fmt: skip
    root = ElementTree.Element("feed", xmlns=_ATOM)
    _feed_head(desk, root, max(updated for _, _, updated, _ in entries) if entries else "")
    for title, address, updated, text in entries:
        entry = ElementTree.SubElement(root, "entry")
        ElementTree.SubElement(entry, "title").text = title
        ElementTree.SubElement(entry, "id").text = _tag(desk, address)
        ElementTree.SubElement(entry, "link", href=desk.base_url + address)
        ElementTree.SubElement(entry, "updated").text = _instant(updated)
        ElementTree.SubElement(entry, "summary").text = " ".join(text.split())
    return _xml(root)


def _feed_head(desk: Desk, root: ElementTree.Element, updated: str) -> None:
    settings = desk.settings
    ElementTree.SubElement(root, "title").text = settings.title
    ElementTree.SubElement(root, "id").text = _tag(desk, "")
    ElementTree.SubElement(root, "link", href=desk.base_url)
    ElementTree.SubElement(root, "link", rel="self", href=desk.base_url + "feed.xml")
    ElementTree.SubElement(root, "updated").text = _instant(updated or settings.as_of)
    author = ElementTree.SubElement(root, "author")
    ElementTree.SubElement(author, "name").text = settings.publisher


def _tag(desk: Desk, address: str) -> str:
    """An id that stays when the site moves (RFC 4151)."""
    parts = urlsplit(desk.settings.base_url)
    return f"tag:{parts.hostname},{desk.settings.as_of[:4]}:{desk.settings.seed}/{address}"


def _instant(date: str) -> str:
    """`date`, perhaps partial, as the instant RFC 3339 asks for."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _xml(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _llms(desk: Desk) -> str:
    """What a language model should read first: a table of contents in Markdown (llmstxt.org)."""
    settings, words = desk.settings, desk.words
    lines = [f"# {settings.title}", "", f"> {settings.description}", "", settings.question, ""]
    lines += [f"## {words['page_sections']}", ""]
    lines += [
        f"- [{s.question}]({desk.base_url}{address_of(s)}): {bare_text(s.answer)}"
        for s in desk.linked.site.sections
    ]
    for heading, paths in (("JSON", DATA), ("JSON Schema", SCHEMAS)):
        lines += ["", f"## {heading}", ""]
        lines += [f"- [{PurePosixPath(path).stem}]({desk.base_url}{path})" for path in paths]
    return "\n".join(lines) + "\n"


def _names_script(desk: Desk) -> str:
    """The names a reader can jump to: no JSON, since from `file://` a page may load only a script.

    `desk` stands at the site's root, so the addresses hold from there. `hasText` tells whether the
    text is indexed too.
    """
    later = desk.words["later"]
    groups = [
        [
            group.kind,
            desk.words.get(f"search_{group.kind}", group.kind),
            [
                [entry.name, entry.href, entry.hint, entry.also, later if entry.is_later else ""]
                for entry in group.entries
            ],
        ]
        for group in search_page(desk).groups
    ]
    has_text = desk.options.full_text and desk.settings.search
    text = json.dumps(groups, ensure_ascii=False, separators=(",", ":"))
    return f"const names = {text};\nconst hasText = {json.dumps(has_text)};\n"


def _nothing(_: Desk) -> str:
    return ""


MACHINE_FILES: Mapping[str, Callable[[Desk], str]] = {
    "robots.txt": _robots,
    "sitemap.xml": _sitemap,
    "feed.xml": _feed,
    # Without it Pages would leave files out.
    ".nojekyll": _nothing,
    **DATA,
    **SCHEMAS,
    "llms.txt": _llms,
    "assets/names.js": _names_script,
}
"""What makes the text of each file, by its path."""
