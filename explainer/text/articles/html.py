"""The blocks of an article saved as HTML, read with the standard library's parser."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from explainer.text.articles.blocks import Page, RawBlock, Role, tidy

_SILENT = frozenset(
    "script style noscript template svg form button iframe select option textarea audio video "
    "object canvas label title".split()
)
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)  # fmt: skip
_BLOCK = frozenset(
    "p div section article main header footer aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 figure "
    "figcaption blockquote pre table tr td th body html address details summary hr".split()
)
_BY_TAG: dict[str, Role] = {
    "nav": "navigation",
    "footer": "footer",
    "figcaption": "caption",
    "h1": "headline",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "time": "date",
    "address": "byline",
    "li": "list",
}
_BY_CLASS: tuple[tuple[str, Role], ...] = (
    (
        r"\b(?:tweet|(?:twitter|instagram|facebook|tiktok|social|bluesky|mastodon) "
        r"(?:tweet|post|embed|media))\b",
        "embedded",
    ),
    (r"\b(?:nav|menu|breadcrumbs?|share|sharing|social|toolbar|tags?|skip|cookie)\b", "navigation"),
    (r"\b(?:ad|ads|advert|advertisement|sponsored|promo|anzeige|publicite)\b", "advert"),
    (
        r"\b(?:related|recommended|recirc|most read|read more|more on|lire aussi)\b",
        "related",
    ),
    (r"\b(?:newsletter|subscribe|subscription|donate|donation|support us|paywall|abo)\b", "appeal"),
    (r"\b(?:byline|authors?|auteur|autor)\b", "byline"),
    (r"\b(?:caption|bildunterschrift|legende|photo credit)\b", "caption"),
    (r"\b(?:pull ?quote|pullout)\b", "pull quote"),
    (r"\b(?:dateline|timestamp|published|pub ?date)\b", "date"),
    (r"\b(?:comments?|footer|copyright)\b", "footer"),
)
_DEEPEST = 250
"""Elements inside one another that are told apart; pages have a few dozen."""
_STRONG: tuple[Role, ...] = (
    "embedded",
    "navigation",
    "advert",
    "related",
    "appeal",
    "footer",
    "pull quote",
)
"""Roles that all blocks inside such an element have, whatever they are themselves."""


@dataclass(slots=True)
class _Open:
    tag: str
    role: Role
    is_body: bool


@dataclass(slots=True)
class _Building:
    line: int
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters inside links."""


def blocks_of_html(text: str) -> Page:
    """The blocks of the page `text`; outside `<article>` or `<main>`, if it has one, all is frame."""
    reader = _Reader()
    reader.feed(_closed(text))
    reader.close()
    reader.finish_block()
    blocks = reader.blocks
    if any(is_body for _, is_body in blocks):
        blocks = [(b if inside else _outside(b), inside) for b, inside in blocks]
    known = reader.known
    return Page(
        tuple(block for block, _ in blocks),
        publisher=known.get("og:site_name", ""),
        published=_day(known.get("article:published_time", known.get("date", ""))),
        url=known.get("canonical", known.get("og:url", "")),
        language=known.get("lang", "").split("-")[0].lower(),
    )


def _closed(text: str) -> str:
    """`text` with nothing left open at its end, which the parser would look for again and again."""
    comment = text.find("<!--", text.rfind("-->") + 1)
    text = text[:comment] if comment >= 0 else text
    end = text.rfind(">") + 1
    return text[:end] + text[end:].replace("<", "&lt;")


def _outside(block: RawBlock) -> RawBlock:
    role: Role = block.role if block.role in (*_STRONG, "headline") else "navigation"
    return RawBlock(block.text, block.line, role, block.is_link)


def _day(text: str) -> str:
    match = re.match(r"\d{4}-\d\d-\d\d", text)
    return match[0] if match else ""


class _Reader(HTMLParser):
    """Collects blocks with the roles of the elements around them; bears any broken markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[RawBlock, bool]] = []
        self.known: dict[str, str] = {}
        self._open: list[_Open] = []
        self._building: _Building | None = None

    def parse_html_declaration(self, i: int) -> int:
        # HTML has no sections such as `<![CDATA[`: what begins so is a comment, in whatever form.
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if tag == "br":
            self.handle_data(" ")
        if self._is_block(tag):
            self.finish_block()
            self._close_implied(tag)
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        self._open.append(_Open(tag, _role(tag, given), tag in ("article", "main")))

    def handle_endtag(self, tag: str) -> None:
        if self._is_block(tag):
            self.finish_block()
        places = [i for i, opened in enumerate(self._open) if opened.tag == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        if any(opened.tag in _SILENT for opened in self._open):
            return
        if self._building is None:
            if not data.strip():
                return
            self._building = _Building(self.getpos()[0])
        self._building.parts.append(data)
        if any(opened.tag == "a" for opened in self._open):
            self._building.linked += len(data.strip())

    def finish_block(self) -> None:
        """Put what was read since the last block's end among the blocks."""
        building, self._building = self._building, None
        text = tidy("".join(building.parts)) if building else ""
        if not building or not text:
            return
        roles = [opened.role for opened in self._open if opened.role]
        strong = next((role for role in roles if role in _STRONG), None)
        role = strong or (roles[-1] if roles else "")
        is_link = building.linked >= 0.9 * len(text)
        is_body = any(opened.is_body for opened in self._open)
        self.blocks.append((RawBlock(text, building.line, role, is_link), is_body))

    def _is_block(self, tag: str) -> bool:
        # The hour of publication stands in a line of its own; a date in a sentence does not.
        in_sentence = any(opened.tag in ("p", "li", "blockquote") for opened in self._open)
        return tag in _BLOCK or (tag == "time" and not in_sentence)

    def _close_implied(self, tag: str) -> None:
        """A paragraph or item that was never closed ends where the next one begins."""
        ends = {"li": ("li", "p"), "dd": ("dd", "dt", "p"), "dt": ("dd", "dt", "p")}.get(
            tag, ("p",)
        )
        if self._open and self._open[-1].tag in ends:
            self._open.pop()

    def _note(self, tag: str, given: dict[str, str]) -> None:
        """What the page says of itself."""
        if tag == "html" and given.get("lang"):
            self.known["lang"] = given["lang"]
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.known["canonical"] = given.get("href", "")
        elif tag == "meta" and (name := given.get("property") or given.get("name")):
            self.known.setdefault(name.lower(), given.get("content", ""))
        elif tag == "time" and given.get("datetime"):
            self.known.setdefault("date", given["datetime"])


def _role(tag: str, given: dict[str, str]) -> Role:
    said = f"{given.get('class', '')} {given.get('id', '')} {given.get('role', '')}"
    words = re.sub(r"[-_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", said)).lower()
    if tag not in ("body", "html", "article", "main"):
        for pattern, role in _BY_CLASS:
            if re.search(pattern, words):
                return role
    return _BY_TAG.get(tag, "")
