"""Where everything is: the only file that knows an address.

An address is a path below the site's root without a slash in front: `` is the first page,
`glossary/tariff/` a page, `timeline/#geneva-round` a place on one.
"""

from explainer.model.passages import Source
from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import Actor, Chart, Correction, Event, Section, Term

LISTS = {
    "sections": "",
    "all": "all/",
    "glossary": "glossary/",
    "actors": "actors/",
    "timeline": "timeline/",
    "charts": "charts/",
    "claims": "claims/",
    "sources": "sources/",
    "ask": "ask/",
    "search": "search/",
    "about": "about/",
    "corrections": "corrections/",
}
"""Pages that stand once."""

_FOLDERS: dict[type[Record], str] = {
    Section: "",
    Term: "glossary/",
    Actor: "actors/",
    Chart: "charts/",
    Source: "sources/",
}


def address_of(record: Record) -> str:
    """The page of `record`, or its place on the timeline."""
    if isinstance(record, Event):
        return f"timeline/#{record.id}"
    return f"{_FOLDERS[type(record)]}{record.id}/"


def old_address_of(record: Record, old: str) -> str:
    """The page `record` had under its id `old`."""
    return f"timeline/{old}/" if isinstance(record, Event) else f"{_FOLDERS[type(record)]}{old}/"


def embed_address(record: Term | Chart) -> str:
    """The page of `record` for frames elsewhere."""
    return f"embed/{'chart' if isinstance(record, Chart) else 'term'}/{record.id}/"


def csv_address(chart: Chart) -> str:
    """Where the numbers of `chart` lie for spreadsheets."""
    return f"charts/{chart.id}/{chart.id}.csv"


def card_address(section: Section) -> str:
    """The social card of `section`."""
    return f"assets/cards/{section.id}.png"


def passage_address(ref: PassageRef) -> str:
    """A passage on its source's page; `ref.source` is not empty."""
    return f"sources/{ref.source}/#{ref.passage}"


def correction_address(made: Correction) -> str:
    """A correction in the list of them."""
    return f"corrections/#{made.id}"


def _root_from(here: str) -> str:
    """The way from the page at `here` to the site's root; empty on the first page."""
    return "../" * here.count("/")


def relative(here: str, there: str, *, portable: bool = False) -> str:
    """A link from the page at `here` to `there`, the same at `/` and below any path.

    `portable` names index.html, so that the link opens from `file://` too.
    """
    if "#" not in there and not portable:
        return _root_from(here) + there or "./"
    page, hash, fragment = there.partition("#")
    if page == here and hash:
        return f"#{fragment}"
    if portable and (not page or page.endswith("/")):
        page += "index.html"
    return (_root_from(here) + page or "./") + hash + fragment


def path_of(address: str) -> str:
    """The file of the page at `address`."""
    page = address.partition("#")[0]
    return page + "index.html" if not page or page.endswith("/") else page
