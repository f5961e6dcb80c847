"""provenance: every statement rests on a passage, and every passage of a seed is used."""

import re
from collections.abc import Iterator

from explainer.model.passages import Source
from explainer.model.problems import Origin, Problem
from explainer.model.prose import PassageRef
from explainer.model.site import Section, Site
from explainer.text.coverage import Span, spans_of
from explainer.text.covered import ABOUT, CitedProse, checked_prose, cited_prose, must_be_held
from explainer.text.known import Known
from explainer.text.places import place_in_block, place_near

_ALMOST = re.compile(r"\(((?:[a-z0-9-]+:)?p\d+)\)")
"""`(p5)`, of which only a hint tells: in a text that is cited it may be meant as it stands."""
_PLAIN = re.compile(r"(?:[\w-]+:)? *[^\s\"'#|>]")
"""What a text begins with that stands in YAML without quotation marks, or its key."""
_OF_COMMENT = "` #` begins a comment in YAML: put quotation marks around all of the text"
_MOST_CONTEXT = 6
"""At most one block in so many of a section may be framing of our own."""


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Text without a source, too much framing."""
    for cited in checked_prose(asked):
        yield from _uncovered(known.site, cited)
    for section in asked.sections:
        yield from _too_much_context(known.site, section)


def check_use(site: Site) -> Iterator[Problem]:
    """Passages of a seed that nobody uses."""
    # With a section unread, what it uses is not known; nor what `[@p5]` means without its source.
    seed = site.settings.seed if site.settings else ""
    is_known = not seed or any(source.id == seed for source in site.sources)
    if is_known and not site.unread and not site.problems:
        for source in site.sources:
            if source.kind == "seed":
                yield from _unused(site, source)


def _uncovered(site: Site, cited: CitedProse) -> Iterator[Problem]:
    for span in spans_of(cited.prose, cited.cites):
        is_free = cited.part == ABOUT and not must_be_held(span.text, span.pieces)
        if not span.refs and not span.block.is_context and not is_free:
            yield Problem(
                place_in_block(site.texts, cited.prose, span.block, _first_words(span)),
                f"nothing says where this comes from: “{_shown(span.text)}”",
                _OF_COMMENT if _is_cut_off(site, span, cited.prose.path) else _to_cite(span.text),
                "provenance",
            )
    for block in cited.prose.blocks:
        if block.kind == "code":
            yield Problem(
                Origin(cited.prose.path, block.first_line),
                "this is a block of code, which no check reads and no citation covers",
                "write a paragraph: without four spaces before it, and without a fence",
                "provenance",
            )


def _is_cut_off(site: Site, span: Span, path: str) -> bool:
    """Whether what follows the words of `span` is a comment for YAML."""
    lines = site.texts.get(path, "").split("\n")[span.block.first_line - 1 : span.block.last_line]
    return "#" not in span.block.text and any(map(_has_comment, lines))


def _has_comment(line: str) -> bool:
    text = line.lstrip(" -")
    begun = _PLAIN.match(text)
    return begun is not None and " #" in text[begun.end() :]


def _to_cite(text: str) -> str:
    meant = _ALMOST.search(text)
    if meant:
        return f"write the citation as `[@{meant[1]}]`"
    return (
        "put a citation such as `[@p5]` behind it, or end the block with `{context}` "
        "if it is framing of our own"
    )


def _first_words(span: Span) -> str:
    texts = [getattr(piece, "text", "").strip(" .,;:") for piece in span.pieces]
    return " ".join(next((text for text in texts if text), "").split()[:3])


def _shown(text: str) -> str:
    words = text.strip().split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _too_much_context(site: Site, section: Section) -> Iterator[Problem]:
    blocks = [b for b in section.body.blocks if b.kind not in ("heading", "header", "code")]
    framing = [block for block in blocks if block.is_context]
    allowed = len(blocks) // _MOST_CONTEXT
    if len(framing) > max(allowed, 1 if len(blocks) > 1 else 0):
        yield Problem(
            place_in_block(site.texts, section.body, framing[-1], "{context}"),
            f"{len(framing)} of the {len(blocks)} blocks of this section are framing of our own",
            f"at most one in {_MOST_CONTEXT} may be; give the others a source",
            "provenance",
        )


def _unused(site: Site, source: Source) -> Iterator[Problem]:
    seed = site.settings.seed if site.settings else ""
    used = {
        ref.within(seed)
        for cited in cited_prose(site)
        for ref in (*cited.prose.refs, *cited.cites)
        if cited.part in ("body", "standfirst", "answer", "key_points") and cited.owner
    }
    waived = dict(source.unused)
    for passage in source.passages:
        is_used = PassageRef(source.id, passage.id) in used
        if not is_used and passage.id not in waived:
            yield Problem(
                passage.origin,
                f"no section uses passage `{passage.id}`",
                f"cite it as `[@{passage.id}]`, or say why not under `unused: {{{passage.id}: …}}`",
                "provenance",
            )
        elif is_used and passage.id in waived:
            yield Problem(
                place_near(site.texts, source.origin, f"{passage.id}:"),
                f"`unused` names passage `{passage.id}`, which a section uses",
                "take it out of `unused`",
                "provenance",
            )
    known = {passage.id for passage in source.passages}
    for id in waived:
        if id not in known:
            yield Problem(
                place_near(site.texts, source.origin, f"{id}:"),
                f"`unused` names `{id}`, which is no passage",
                "take it out of `unused`",
                "provenance",
            )
