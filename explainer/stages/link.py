"""link: ties names to records, and tells every record who mentions it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from explainer.model.each import Each, Lazily, Whole
from explainer.model.form import Form, replace
from explainer.model.linked import LinkedSite
from explainer.model.passages import Passage, Source
from explainer.model.prose import Block, Link, PassageRef, Piece, Prose, Text
from explainer.model.record import Record
from explainer.model.site import (
    About,
    Actor,
    Correction,
    Said,
    Section,
    Settings,
    Site,
    Term,
)
from explainer.text.known import with_records
from explainer.text.names import Name, NameTable, find_names, first_words, name_table, words_of
from explainer.text.proses import prose_of, with_prose
from explainer.text.refs import rests_on
from explainer.text.targets import Targets, forms_by_itself, targets_of

K = TypeVar("K")

_LINKS_ITSELF: dict[type, str] = {Section: "body", Term: "text", Actor: "text"}
"""The one text of each kind of record in which names become links by themselves."""
_OPENING, _CLOSING = "“„«", "”“»"
_QUOTES = re.compile(f"[{_OPENING}{_CLOSING}]")


class _World(Form, frozen=True):
    """What the links of a record are tied to."""

    targets: Targets
    tables: Mapping[str, Whole[NameTable]]
    """By layer."""


class _Task(Form, frozen=True):
    """A record and just those names that its text can hold: others do not change its links."""

    record: Said
    names: tuple[Name, ...]
    by_hand: tuple[tuple[str, str, str], ...]
    """What its links by hand name, the ids, and the words where a bare id has none of its own."""


def link_site(site: Site, each: Each = map) -> LinkedSite:
    """`site` with every link in place. It has no problems, so every id named exists."""
    tables = {layer: Whole(_table_for(site, layer)) for layer in ("base", "later")}
    world = _World(targets_of(site), tables)
    whole = [one for one in (site.settings, site.about, *site.corrections) if one]
    linked = tuple(each(link_record, Lazily(_task, (*whole, *site.records()), world)))
    new = replace(
        with_records(site, linked),
        settings=next((one for one in linked if isinstance(one, Settings)), None),
        about=next((one for one in linked if isinstance(one, About)), None),
        corrections=tuple(one for one in linked if isinstance(one, Correction)),
    )
    records = {record.id: record for record in new.records()}
    seed = new.settings.seed if new.settings else ""
    leads = tuple(each(partial(leads_of, seed=seed), tuple(records.values())))
    mentions = _turned((one.id, one.records) for one in leads)
    uses = _turned((one.id, one.passages) for one in leads)
    return LinkedSite(new, records, mentions, uses, _passages(new))


_NOBODY = ""
"""In the place of an id: what is named so leads nowhere, and nothing inside it does."""


def _table_for(site: Site, layer: str) -> NameTable:
    names = [
        Name(form, record.id)
        for record in site.named()
        if layer == "later" or record.layer == "base"
        for form in forms_by_itself(record)
    ]
    table = name_table(names)
    # "China" in the name of a newspaper is not the country.
    papers = sorted({source.publisher for source in site.sources})
    whole = [Name(paper, _NOBODY) for paper in papers if any(find_names(paper, table))]
    return name_table((*whole, *names)) if whole else table


def _task(world: _World, record: Any) -> _Task:
    names: tuple[Name, ...] = ()
    field = _LINKS_ITSELF.get(type(record))
    if field:
        table = world.tables[record.layer].value
        kept_out = {record.id, *getattr(record, "nolink", ())}
        words = table.keys() & words_of(getattr(record, field).text)
        names = tuple(
            name for word in sorted(words) for name in table[word] if name.id not in kept_out
        )
    asked = dict.fromkeys(link.target for prose in prose_of(record) for link in prose.links)
    return _Task(record, names, tuple(_meant(target, world.targets) for target in asked))


def _meant(target: str, targets: Targets) -> tuple[str, str, str]:
    (id, *_) = targets.ids(target)
    record = targets.records[id]
    # `[[mercury-bath]]` is typed for the record; a reader is shown its name.
    is_bare_id = "-" in target and target in targets.records
    return target, id, record.name if is_bare_id and isinstance(record, Term | Actor) else target


def link_record(task: _Task) -> Said:
    """The record of `task` with its links tied to ids, and names in its text made links."""
    meant = {target: (id, shown) for target, id, shown in task.by_hand}
    record = with_prose(task.record, lambda prose: _tied(prose, meant)) if meant else task.record
    if task.names:
        field = _LINKS_ITSELF[type(record)]
        table = name_table(task.names)
        record = replace(record, **{field: _with_names(getattr(record, field), table)})
    return record


def _tied(prose: Prose, meant: Mapping[str, tuple[str, str]]) -> Prose:
    if not prose.links:
        return prose
    return Prose(prose.path, tuple(_tied_block(block, meant) for block in prose.blocks))


def _tied_block(block: Block, meant: Mapping[str, tuple[str, str]]) -> Block:
    if not any(isinstance(piece, Link) for piece in block.pieces):
        return block
    pieces = (_tied_link(p, *meant[p.target]) if isinstance(p, Link) else p for p in block.pieces)
    return replace(block, pieces=tuple(pieces))


def _tied_link(link: Link, id: str, shown: str) -> Link:
    text = shown if link.text == link.target else link.text
    return Link(id, text, link.fragment, link.raw)


def _with_names(prose: Prose, table: NameTable) -> Prose:
    """`prose` with the first mention of each name made a link; a link by hand counts as the first."""
    met = {link.target for link in prose.links}
    starts = first_words(table)
    blocks = []
    for block in prose.blocks:
        # Most blocks hold none of the words, which takes no time to see.
        is_open = block.kind not in ("heading", "header", "code")
        if is_open and any(word in block.text for word in starts):
            block = _block_with_names(block, table, met)
        blocks.append(block)
    return Prose(prose.path, tuple(blocks))


def _block_with_names(block: Block, table: NameTable, met: set[str]) -> Block:
    pieces: list[Piece] = []
    is_quoted, is_news = False, False
    for piece in block.pieces:
        if not isinstance(piece, Text):
            pieces.append(piece)
            continue
        count = len(pieces)
        stretches, is_quoted = _cut_at_quotes(piece.text, is_quoted)
        for text, inside in stretches:
            if inside or not piece.is_linkable:
                pieces.append(Text(text, piece.is_linkable))
            else:
                pieces += _text_with_names(text, table, met)
        if any(isinstance(new, Link) for new in pieces[count:]):
            is_news = True
        else:
            pieces[count:] = [piece]
    return replace(block, pieces=tuple(pieces)) if is_news else block


def _cut_at_quotes(text: str, is_quoted: bool) -> tuple[list[tuple[str, bool]], bool]:
    """`text` in stretches, each with whether it stands in quotation marks; and whether its end does."""
    stretches = []
    start = 0
    for mark in _QUOTES.finditer(text):
        if mark[0] not in (_CLOSING if is_quoted else _OPENING):
            continue
        end = mark.end() if is_quoted else mark.start()
        if end > start:
            stretches.append((text[start:end], is_quoted))
        start, is_quoted = end, not is_quoted
    if start < len(text):
        stretches.append((text[start:], is_quoted))
    return stretches, is_quoted


def _text_with_names(text: str, table: NameTable, met: set[str]) -> Iterator[Piece]:
    end = 0
    for found in find_names(text, table):
        if found.id in met or found.id == _NOBODY:
            continue
        met.add(found.id)
        if found.start > end:
            yield Text(text[end : found.start])
        yield Link(found.id, text[found.start : found.end])
        end = found.end
    if end < len(text):
        yield Text(text[end:])


class _Leads(Form, frozen=True):
    """Where the texts of a record lead, each place once."""

    id: str
    records: tuple[str, ...]
    """By id, but for itself."""
    passages: tuple[PassageRef, ...]


def leads_of(record: Record, *, seed: str) -> _Leads:
    """Where `record` leads; a passage without a source is one of `seed`."""
    targets = dict.fromkeys(link.target for prose in prose_of(record) for link in prose.links)
    targets.pop(record.id, None)
    return _Leads(record.id, tuple(targets), rests_on(record, seed))


def _turned(leads: Iterable[tuple[str, Iterable[K]]]) -> dict[K, tuple[str, ...]]:
    """Who leads to each place, in reading order."""
    by: dict[K, list[str]] = {}
    for id, places in leads:
        for place in places:
            by.setdefault(place, []).append(id)
    return {place: tuple(ids) for place, ids in by.items()}


def _passages(site: Site) -> dict[PassageRef, tuple[Source, Passage]]:
    seed = site.settings.seed if site.settings else ""
    found = {}
    for source in site.sources:
        for passage in source.passages:
            found[PassageRef(source.id, passage.id)] = (source, passage)
            if source.id == seed:
                found[PassageRef("", passage.id)] = (source, passage)
    return found
