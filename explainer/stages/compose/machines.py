"""Files for machines rather than readers."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

from explainer.model.output import DataFile
from explainer.stages.compose.charts import csv_address, csv_text
from explainer.stages.compose.data import data_files
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.names import names_file
from explainer.text.addresses import LISTS, address_of

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def machine_files(desk: Desk) -> tuple[DataFile, ...]:
    """Sitemap, feed, robots.txt, the records and numbers as data, and the mark that Pages needs."""
    charts = desk.linked.site.charts
    return (
        DataFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {desk.base_url}sitemap.xml\n"),
        DataFile("sitemap.xml", _sitemap(desk)),
        DataFile("feed.xml", _feed(desk)),
        DataFile(".nojekyll", ""),
        *data_files(desk),
        names_file(desk),
        *(DataFile(csv_address(chart), csv_text(chart)) for chart in charts),
    )


def _sitemap(desk: Desk) -> str:
    """Every page that is to be found (sitemaps.org, version 0.9)."""
    pages = dict.fromkeys(LISTS.values(), "")
    for record in desk.linked.site.records():
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
    site, settings = desk.linked.site, desk.settings
    entries = [
        (s.question, address_of(s), s.updated or settings.as_of, s.standfirst.text)
        for s in site.sections
    ]
    entries += [
        (f"{desk.words['page_corrections']}: {desk.anchor(c.page).text}",
         f"corrections/#{c.id}", c.date, c.now.text)
        for c in site.corrections
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
