"""How to cite a page."""

from html import escape

from explainer.model.record import Record
from explainer.model.site import Chart, Term
from explainer.model.views import Anchor, Cite
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.signposts import name_of
from explainer.stages.compose.structured import as_json
from explainer.text.addresses import embed_address

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""As BibTeX names them, in whatever language."""


def cite(desk: Desk, record: Record, embed: Anchor | None = None) -> Cite:
    """The page of `record` in plain words, as BibTeX and as CSL-JSON.

    Its date is that of its last change, if it names one. The date of knowledge is told beside it, and is
    not its date: nothing was published then.
    `embed` is a frame with what it shows, for other people's pages.
    """
    settings = desk.settings
    title, site, publisher = name_of(record), settings.title, settings.publisher
    address = desk.base_url + desk.here
    key = f"{settings.seed}-{desk.here.strip('/').replace('/', '-')}"
    as_of = f"{desk.words['as_it_stood_on']} {desk.as_of(record.layer).text}"
    updated = desk.date(record.updated)
    plain = [
        f"“{title}”, {site}",
        *([publisher] if publisher != site else []),
        as_of,
        *([f"{desk.words['last_changed']} {updated.text}"] if updated else []),
        address,
    ]
    date = [int(part) for part in record.updated.split("-") if part]
    fields = {
        "title": f"{{{_tex(title)}}}",
        "author": f"{{{{{_tex(publisher)}}}}}",
        **({"howpublished": f"{{{_tex(site)}}}"} if publisher != site else {}),
        **({"year": f"{{{date[0]}}}"} if date else {}),
        **({"month": _MONTHS[date[1] - 1]} if date[1:] else {}),
        "note": f"{{{_tex(as_of)}}}",
        "url": f"{{{address}}}",
    }
    inside = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    csl = {
        "id": key,
        "type": "webpage",
        "title": title,
        "container-title": site,
        **({"publisher": publisher} if publisher != site else {}),
        **({"issued": {"date-parts": [date]}} if date else {}),
        "note": as_of,
        "URL": address,
    }
    lines = ",\n".join(f' "{name}": {as_json(value)}' for name, value in csl.items())
    return Cite(". ".join(plain), f"@misc{{{key},\n{inside}\n}}", f"{{\n{lines}\n}}", embed)


def cite_with_frame(desk: Desk, record: Term | Chart) -> Cite:
    """The same, with a frame that shows `record` on somebody else's page."""
    there = embed_address(record)
    height = 600 if isinstance(record, Chart) else 300
    frame = (
        f'<iframe src="{desk.base_url}{there}" title="{escape(name_of(record))}"'
        f' width="100%" height="{height}" loading="lazy"></iframe>'
    )
    return cite(desk, record, Anchor(desk.to(there), frame))


def _tex(text: str) -> str:
    """`text` with the signs TeX gives a meaning."""
    return "".join(f"\\{sign}" if sign in "&%$#_{}" else sign for sign in text)
