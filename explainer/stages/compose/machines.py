"""Files for machines rather than readers."""

from xml.sax.saxutils import escape

from explainer.model.output import DataFile
from explainer.stages.compose.charts import csv_address, csv_text
from explainer.stages.compose.desk import Desk
from explainer.text.addresses import LISTS, address_of


def machine_files(desk: Desk) -> tuple[DataFile, ...]:
    """The sitemap, robots.txt, the charts' numbers, and the mark that Pages needs."""
    charts = desk.linked.site.charts
    return (
        DataFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {desk.base_url}sitemap.xml\n"),
        DataFile("sitemap.xml", _sitemap(desk)),
        DataFile(".nojekyll", ""),
        *(DataFile(csv_address(chart), csv_text(chart)) for chart in charts),
    )


def _sitemap(desk: Desk) -> str:
    pages = dict.fromkeys(LISTS.values(), "")
    for record in desk.linked.site.records():
        address = address_of(record)
        if "#" not in address:
            pages[address] = record.updated
    lines = [
        f"<url><loc>{escape(desk.base_url + address)}</loc>"
        + (f"<lastmod>{updated}</lastmod>" if updated else "")
        + "</url>"
        for address, updated in sorted(pages.items())
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{head}<urlset xmlns="{space}">\n' + "\n".join(lines) + "\n</urlset>\n"
