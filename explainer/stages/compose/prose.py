"""Setting prose: pieces become HTML, citations become numbers with their notes beside them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from explainer.model.form import replace
from explainer.model.passages import Passage, Source
from explainer.model.prose import Block, Citation, Link, Markup, PassageRef, Prose, Text, Worked
from explainer.model.record import Layer
from explainer.model.site import Actor, Term
from explainer.model.views import (
    Bit,
    Flow,
    Html,
    Meaning,
    Note,
)
from explainer.stages.compose.desk import Desk
from explainer.text.addresses import passage_address
from explainer.text.arithmetic import printed
from explainer.text.dates import is_after
from explainer.text.html import escape
from explainer.text.slugs import in_alphabet

_LAST_TAG = re.compile(r"<(p|li|dd|h[2-6])>(\s*)$")


_BOX_OPENS = re.compile(r'<blockquote|<div class="alert')
_BOX_CLOSES = re.compile(r"</blockquote>|(?<!</table>)</div>")


@dataclass(slots=True)
class Setter:
    """Sets the texts of one page in order, and numbers their notes by first appearance."""

    desk: Desk
    prefix: str = ""
    """Before the ids of notes and blocks, where several texts share a page."""
    notes: dict[PassageRef, Note] = field(default_factory=dict)
    layer: Layer = "base"
    """What the texts may know of."""
    met: dict[str, None] = field(default_factory=dict)
    """Ids of the terms and actors linked so far."""

    def flow(self, prose: Prose) -> Flow:
        """`prose`, with each note beside the block that first needs it."""
        bits: list[Bit] = []
        waiting: list[Note] = []
        html = ""
        boxes = 0
        for block in prose.blocks:
            boxes += len(_BOX_OPENS.findall(block.open))
            html += self._opening(block)
            html += self._inside(block, waiting)
            closed = len(_BOX_CLOSES.findall(block.close))
            before, after = (
                _around_notes(block) if not boxes else _around_box(block, boxes - closed)
            )
            boxes -= closed
            html += before
            if waiting and after is not None:
                bits.append(Bit(Html(html), tuple(waiting)))
                waiting, html = [], after
            else:
                html += after or ""
        if html or waiting:
            bits.append(Bit(Html(html), tuple(waiting)))
        return tuple(bits)

    def flow_citing(self, prose: Prose, refs: tuple[PassageRef, ...]) -> Flow:
        """The same for prose that rests on `refs` as a whole: their numbers stand at its end."""
        if not refs or not prose.blocks:
            return self.flow(prose)
        *before, last = prose.blocks
        last = replace(last, pieces=(*last.pieces, Citation(refs, raw="")))
        return self.flow(Prose(prose.path, (*before, last)))

    def html(self, prose: Prose) -> Html:
        """`prose` in one piece; its notes are kept for the end of the page."""
        return Html("".join(bit.html.text for bit in self.flow(prose)))

    def inline(self, prose: Prose) -> Html:
        """`prose` without paragraphs, citations and links: for lists that are links themselves."""
        return Html(" ".join(map(self._bare, prose.blocks)))

    def set_notes(self, refs: Iterable[PassageRef]) -> tuple[Note, ...]:
        """Notes for the passages a record names for all its prose, once each."""
        return tuple(dict.fromkeys(self._note(ref, is_cited=False) for ref in refs))

    def meanings(self) -> tuple[Meaning, ...]:
        """The meanings of what the texts set so far link to, by name."""
        records = [self.desk.record(id) for id in self.met]
        return tuple(
            self._meaning(record)
            for record in sorted(
                (r for r in records if isinstance(r, Term | Actor)),
                key=lambda r: in_alphabet(r.name),
            )
        )

    def _meaning(self, record: Term | Actor) -> Meaning:
        prose = record.meaning if isinstance(record, Term) else record.description
        return self.desk.once(
            "meaning",
            record.id,
            lambda: Meaning(
                record.id, record.name, self.desk.to_record(record), self.inline(prose)
            ),
        )

    def _opening(self, block: Block) -> str:
        opening = block.open
        if block.anchor:
            id = f' id="{self.prefix}{block.anchor}"'
            kind = ' class="context"' if block.is_context else ""
            opening = _LAST_TAG.sub(rf"<\1{id}{kind}>\2", opening)
        elif block.is_context:
            opening = _LAST_TAG.sub(r'<\1 class="context">\2', opening)
        return self._prefixed(opening)

    def _prefixed(self, html: str) -> str:
        if not self.prefix:
            return html
        return html.replace('"fn-', f'"{self.prefix}fn-').replace('"#fn-', f'"#{self.prefix}fn-')

    def _inside(self, block: Block, waiting: list[Note]) -> str:
        html = []
        for piece in block.pieces:
            if isinstance(piece, Text):
                html.append(escape(self.desk.bound(piece.text)))
            elif isinstance(piece, Link):
                html.append(self._link(piece))
            elif isinstance(piece, Markup):
                html.append(self._prefixed(piece.html))
            elif isinstance(piece, Worked):
                formula = printed(piece.formula, self.desk.settings.language)
                html.append(
                    f'<span class="worked" tabindex="0">{escape(piece.text)}'
                    f"<span> ({formula})</span></span>"
                )
            else:
                # The number stands close to what it covers, whatever space the writer left.
                if html:
                    html[-1] = html[-1].rstrip()
                html.append(self._citation(piece, waiting))
        return "".join(html)

    def _bare(self, block: Block) -> str:
        """The words of `block` and its emphasis, without links and citations."""
        html = []
        for piece in block.pieces:
            if isinstance(piece, Markup):
                html.append("" if piece.html.startswith(("<a", "</a", "<sup")) else piece.html)
            elif isinstance(piece, Citation):
                if html:
                    html[-1] = html[-1].rstrip()
            else:
                html.append(escape(self.desk.bound(piece.text)))
        return "".join(html).strip()

    def _link(self, link: Link) -> str:
        target = self.desk.signpost(link.target)
        href = escape(self.desk.to(target.at(link.fragment)))
        text = escape(link.text)
        if target.kind in (Term, Actor):
            kind = "term" if target.kind is Term else "actor"
            self.met.setdefault(target.id)
            return f'<a class="{kind}" href="{href}" data-card="{target.id}">{text}</a>'
        return f'<a class="ref" href="{href}">{text}</a>'

    def _citation(self, citation: Citation, waiting: list[Note]) -> str:
        marks = []
        for ref in citation.refs:
            count = len(self.notes)
            note = self._note(ref)
            is_first = len(self.notes) > count
            if is_first:
                waiting.append(note)
            label = self.desk.words["source_number"].format(number=note.number)
            id = f' id="{note.back}"' if is_first else ""
            marks.append(
                f'<a class="cite" href="#{note.anchor}"{id} aria-label="{escape(label)}">{note.number}</a>'
            )
        return "".join(marks)

    def _note(self, ref: PassageRef, *, is_cited: bool = True) -> Note:
        source, passage = self.desk.passage(ref)
        key = PassageRef(source.id, passage.id)
        if key in self.notes:
            return self.notes[key]
        number = len(self.notes) + 1
        of_passage = self.desk.once_of(
            "note", source, passage, lambda: self._of_passage(source, passage, key)
        )
        back = f"{self.prefix}c{number}" if is_cited else ""
        note = Note(number, f"{self.prefix}n{number}", back, self._is_later(source), *of_passage)
        self.notes[key] = note
        return note

    def _is_later(self, source: Source) -> bool:
        """Whether `source` came out after the day that texts of the base tell of."""
        as_of = self.desk.settings.as_of
        return self.layer == "base" and bool(source.published) and is_after(source.published, as_of)

    def _of_passage(self, source: Source, passage: Passage, key: PassageRef) -> tuple[Any, ...]:
        """What every note on a passage says, as the last fields of a `Note`."""
        desk = self.desk
        return (
            desk.to(passage_address(key)),
            source.publisher,
            source.title or source.publisher,
            desk.place(source, passage) or source.title,
            desk.date(source.published),
            passage.status,
            desk.speakers(source, passage.who),
            Html(" ".join(self._bare(b) for part in passage.parts for b in part.says.blocks)),
            source.url,
            source.carried_by,
            desk.is_checked(source) and _can_be_checked(passage),
        )


def _can_be_checked(passage: Passage) -> bool:
    """Whether anything in it is the source's own; the rest is retold."""
    return bool(passage.quotes or passage.labels or passage.figures or passage.dates)


def bare_text(prose: Prose) -> str:
    """`prose` as one line of plain text, without citations."""
    return re.sub(r"\s+([.,;:!?”’)])", r"\1", " ".join(prose.text.split()))


def _around_notes(block: Block) -> tuple[str, str | None]:
    """The closing HTML of `block` before and after its notes; None where none may stand here.

    An `aside` may follow a paragraph or stand in an item, but not between the rows of a table.
    """
    close = block.close
    if block.kind in ("row", "header") and "</table>" not in close:
        return close, None
    if "</table></div>" in close:
        before, mark, after = close.partition("</table></div>")
        return before + mark, after
    if close.startswith("</p>"):
        return "</p>", close[4:]
    if close.startswith(("</li>", "</dd>")):
        return "", close
    if block.kind == "heading":
        return close, ""
    return "", close


def _around_box(block: Block, still_open: int) -> tuple[str, str | None]:
    """The same for a block in a quotation or an alert, whose notes stand beside all of it."""
    return block.close, None if still_open else ""
