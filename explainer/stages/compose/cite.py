"""How to cite a page."""

from html import escape

from explainer.model.site import Chart, Term
from explainer.model.views import Anchor, Cite
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.structured import as_json
from explainer.text.addresses import embed_address


def cite(desk: Desk, title: str, embed: Anchor | None = None) -> Cite:
    """This page in plain words, as BibTeX and as CSL-JSON; its date is the date of knowledge.

    `embed` is a frame with what it shows, for other people's pages.
    """
    settings = desk.settings
    address = desk.base_url + desk.here
    year, month, day = (*settings.as_of.split("-"), "", "")[:3]
    key = f"{settings.seed}-{desk.here.strip('/').replace('/', '-') or 'home'}"
    when = desk.date(settings.as_of)
    plain = f"“{title}”, {settings.title}. {settings.publisher}, {when.text if when else year}. {address}"
    fields = {
        "title": f"{{{_tex(title)}}}",
        "author": f"{{{{{_tex(settings.publisher)}}}}}",
        "howpublished": f"{{{_tex(settings.title)}}}",
        "year": f"{{{year}}}",
        **({"month": f"{{{month}}}"} if month else {}),
        "url": f"{{{address}}}",
    }
    inside = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    csl = {
        "id": key,
        "type": "webpage",
        "title": title,
        "container-title": settings.title,
        "publisher": settings.publisher,
        "issued": {"date-parts": [[int(part) for part in (year, month, day) if part]]},
        "URL": address,
    }
    lines = ",\n".join(f' "{name}": {as_json(value)}' for name, value in csl.items())
    text = f"{{\n{lines}\n}}"
    return Cite(plain, f"@misc{{{key},\n{inside}\n}}", text, embed)


def cite_with_frame(desk: Desk, title: str, record: Term | Chart) -> Cite:
    """The same, with a frame that shows `record` on somebody else's page."""
    there = embed_address(record)
    height = 600 if isinstance(record, Chart) else 300
    frame = (
        f'<iframe src="{desk.base_url}{there}" title="{escape(title)}"'
        f' width="100%" height="{height}" loading="lazy"></iframe>'
    )
    return cite(desk, title, Anchor(desk.to(there), frame))


def _tex(text: str) -> str:
    """`text` with the signs TeX gives a meaning."""
    return "".join(f"\\{sign}" if sign in "&%$#_{}" else sign for sign in text)
