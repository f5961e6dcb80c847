"""How to cite a page."""

from html import escape

from explainer.model.form import Form
from explainer.model.record import Record
from explainer.model.site import Chart, Term
from explainer.model.views import Anchor, Cite
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.signposts import name_of
from explainer.stages.compose.structured import as_json
from explainer.text.addresses import embed_address

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""As BibTeX names them, in whatever language."""


class _Cited(Form, frozen=True):
    """What every way to cite a page says of it."""

    key: str
    title: str
    site: str
    author: str
    publisher: str
    """Empty where it is called as the site is."""
    as_of: str
    address: str
    changed: tuple[int, ...]
    """Year, month and day of its last change, as far as it names them."""


def cite(desk: Desk, record: Record, embed: Anchor | None = None) -> Cite:
    """The page of `record` in plain words, as BibTeX and as CSL-JSON.

    Its date is that of its last change, if it names one. The date of knowledge is told beside it, and is
    not its date: nothing was published then.
    `embed` is a frame with what it shows, for other people's pages.
    """
    site, publisher = desk.settings.title, desk.settings.publisher
    cited = _Cited(
        key=f"{desk.settings.seed}-{desk.here.strip('/').replace('/', '-')}",
        title=name_of(record, desk.words["colon"]),
        site=site,
        author=publisher,
        publisher=publisher if publisher != site else "",
        as_of=f"{desk.words['as_it_stood_on']} {desk.as_of(record.layer).text}",
        address=desk.base_url + desk.here,
        changed=tuple(int(part) for part in record.updated.split("-") if part),
    )
    updated = desk.date(record.updated)
    changed = f"{desk.words['last_changed']} {updated.text}" if updated else ""
    named = f"{desk.words['quoted'].format(text=cited.title)}, {cited.site}"
    return Cite(_plain(cited, named, changed), _bibtex(cited), _csl(cited), embed)


def _plain(cited: _Cited, named: str, changed: str) -> str:
    return ". ".join(filter(None, (named, cited.publisher, cited.as_of, changed, cited.address)))


def _bibtex(cited: _Cited) -> str:
    year, month = (*cited.changed, 0, 0)[:2]
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": f"{{{{{_tex(cited.author)}}}}}",
        "howpublished": f"{{{_tex(cited.site)}}}" if cited.publisher else "",
        "year": f"{{{year}}}" if year else "",
        "month": _MONTHS[month - 1] if month else "",
        "note": f"{{{_tex(cited.as_of)}}}",
        "url": f"{{{cited.address}}}",
    }
    inside = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{cited.key},\n{inside}\n}}"


def _csl(cited: _Cited) -> str:
    fields = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "container-title": cited.site,
        "publisher": cited.publisher,
        "issued": {"date-parts": [[*cited.changed]]} if cited.changed else None,
        "note": cited.as_of,
        "URL": cited.address,
    }
    lines = (f' "{name}": {as_json(value)}' for name, value in fields.items() if value)
    return "{\n" + ",\n".join(lines) + "\n}"


def cite_with_frame(desk: Desk, record: Term | Chart) -> Cite:
    """The same, with a frame that shows `record` on somebody else's page."""
    there = embed_address(record)
    height = 600 if isinstance(record, Chart) else 300
    frame = (
        f'<iframe src="{desk.base_url}{there}" title="{escape(name_of(record, desk.words["colon"]))}"'
        f' width="100%" height="{height}" loading="lazy"></iframe>'
    )
    return cite(desk, record, Anchor(desk.to(there), frame))


def _tex(text: str) -> str:
    """`text` with the signs TeX gives a meaning."""
    return "".join(f"\\{sign}" if sign in "&%$#_{}" else sign for sign in text)
