"""Names that are nearly known, known twice, or not known at all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from explainer.model.form import Form
from explainer.model.prose import Link
from explainer.model.site import Actor, Site, Term
from explainer.text.laying.traits import vocabulary_of
from explainer.text.laying.unexplained import unexplained_names
from explainer.text.names import Found, find_names
from explainer.text.phrases import nearest, several
from explainer.text.places import place_in_block, place_near
from explainer.text.suggestions import Suggestion, blocks_of
from explainer.text.targets import forms_by_hand, targets_of

_LONGEST_NAME = 5
_SHORTEST_MISSPELT = 6
_LIKE_KINDS = 0.8
_OFTEN = 2
"""A name used so often wants a record; once may be enough said where it stands."""


def near_misses(site: Site) -> Iterator[Suggestion]:
    """Words that are a name but for a hyphen, a capital or a letter, and therefore do not link."""
    vocabulary = vocabulary_of(site)
    nearly = _Nearly.of(site)
    told: set[tuple[str, str]] = set()
    for prose, block, owner in blocks_of(site):
        if block.kind == "heading":
            continue
        found = tuple(find_names(block.text, vocabulary.table))
        by_hand = {piece.text for piece in block.pieces if isinstance(piece, Link)}
        for words, id in nearly.in_text(block.text, found):
            # The page of a term need not link to it, and each wording is told once.
            if id != owner and (words, id) not in told and words not in by_hand:
                told.add((words, id))
                yield Suggestion(
                    "near misses",
                    place_in_block(site.texts, prose, block, words),
                    f"“{words}” is nearly “{vocabulary.labels[id]}” and does not link",
                    f"write it so, add it to the aliases of `{id}`, or write `[[{id}|{words}]]`",
                )


def near_kinds(site: Site) -> Iterator[Suggestion]:
    """Kinds of one event that are nearly those of others: each kind is a filter of the timeline."""
    counts = Counter(event.kind for event in site.events)
    for event in site.events:
        known = counts.keys() - {event.kind} if counts[event.kind] == 1 else ()
        near = nearest(event.kind, sorted(known), likeness=_LIKE_KINDS)
        if near:
            others = several(counts[near], "other")
            yield Suggestion(
                "near misses",
                place_near(site.texts, event.origin, "kind:", event.kind),
                f"`{event.kind}` is the kind of this event alone, `{near}` that of {others}",
                f"write `{near}` if it means the same: the timeline has a filter for each kind",
            )


class _Nearly(Form, frozen=True):
    """Names in a form that hyphens, capitals and plurals do not change."""

    whole: Mapping[str, tuple[str, str]]
    """A name and its id, by that form."""
    single: Mapping[tuple[str, int], tuple[tuple[str, str], ...]]
    """Names of one long word with their ids, by first letter and length."""
    exact: frozenset[str]
    """Every form as it is, for it to be left alone."""

    @classmethod
    def of(cls, site: Site) -> "_Nearly":
        forms = [(form, record.id) for record in site.named() for form in forms_by_hand(record)]
        whole: dict[str, tuple[str, str]] = {}
        single: dict[tuple[str, int], list[tuple[str, str]]] = {}
        for form, id in forms:
            if len(form) > 3 and not form.isupper():
                whole.setdefault(_loose(form), (form, id))
            word = form.lower()
            if word.isalpha() and len(word) >= _SHORTEST_MISSPELT:
                single.setdefault((word[:1], len(word)), []).append((word, id))
        return cls(
            whole,
            {key: tuple(words) for key, words in single.items()},
            frozenset(form for form, _ in forms),
        )

    def in_text(self, text: str, found: tuple[Found, ...]) -> Iterator[tuple[str, str]]:
        """Words of `text` that nearly are a name, with its id; not those inside `found`."""
        words = list(re.finditer(r"[^\W_](?:[\w’'-]*\w)?", text))
        at = 0
        while at < len(words):
            match = next(self._at(text, words[at : at + _LONGEST_NAME], found), None)
            if match:
                yield match[0], match[1]
            at += match[2] if match else 1

    def _at(
        self, text: str, words: list[re.Match[str]], found: tuple[Found, ...]
    ) -> Iterator[tuple[str, str, int]]:
        for count in range(len(words), 0, -1):
            start, end = words[0].start(), words[count - 1].end()
            piece = text[start:end]
            if any(f.start < end and start < f.end for f in found) or re.search(
                r"[.,;:!?()]", piece
            ):
                continue
            name, id = self.whole.get(_loose(piece), ("", ""))
            # "commerce" in small letters is a word, and "Commerce" a department.
            is_word = count == 1 and piece.islower() and not name.islower()
            if id and piece not in self.exact and not is_word:
                yield piece, id, count
            elif count == 1 and piece.isalpha() and piece not in self.exact:
                yield from ((piece, id, 1) for id in self._misspelt(piece.lower()))

    def _misspelt(self, word: str) -> Iterator[str]:
        if len(word) < _SHORTEST_MISSPELT:
            return
        for length in (len(word) - 1, len(word), len(word) + 1):
            for name, id in self.single.get((word[:1], length), ()):
                if _is_one_slip(word, name):
                    yield id


def _loose(text: str) -> str:
    words = re.sub(r"[-‑–’']", " ", text.lower()).split()
    return " ".join(word.removesuffix("s") for word in words)


def _is_one_slip(word: str, name: str) -> bool:
    """Whether one letter inside is added, dropped, changed, or two are swapped.

    Letters at the end do not count: `exported` is no slip of `exporter`.
    """
    if word == name or word[-2:] != name[-2:]:
        return False
    first = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), len(name))
    rest, other = word[first:], name[first:]
    changed = rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
    return changed or (rest[:2] == other[1::-1] and rest[2:] == other[2:])


def unexplained(site: Site) -> Iterator[Suggestion]:
    """Names and abbreviations that stand in several places and are in no record."""
    vocabulary = vocabulary_of(site)
    blocks = [one for one in blocks_of(site) if one[1].kind != "heading"]
    publishers = {source.publisher for source in site.sources} | {
        s.carried_by for s in site.sources
    }
    texts = [block.text for _, block, _ in blocks]
    for name, count in unexplained_names(texts, vocabulary.table, vocabulary.language).items():
        if count < _OFTEN or any(name in publisher for publisher in publishers):
            continue
        prose, block, _ = next(one for one in blocks if name in one[1].text)
        yield Suggestion(
            "names no record explains",
            place_in_block(site.texts, prose, block, name),
            f"“{name}” stands in {count} places, and no record explains it",
            "start one with `build.py new term` or `new actor`, or add it to the aliases of one",
        )


def ambiguous(site: Site) -> Iterator[Suggestion]:
    """Wordings that several records have, so that a reader cannot tell which is meant."""
    owners: dict[str, dict[str, None]] = {}
    for record in site.named():
        for form in forms_by_hand(record):
            owners.setdefault(form, {})[record.id] = None
    doubtful = {form: tuple(ids) for form, ids in owners.items() if len(ids) > 1}
    for form, ids in sorted(doubtful.items()):
        for prose, block, _ in blocks_of(site):
            by_hand = [piece.text for piece in block.pieces if isinstance(piece, Link)]
            if form not in by_hand and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", block.text):
                yield Suggestion(
                    "ambiguous forms",
                    place_in_block(site.texts, prose, block, form),
                    f"“{form}” may be {_listed(ids)}",
                    f"write `[[{ids[0]}|{form}]]`, or use the fuller name",
                )


def _listed(ids: Iterable[str]) -> str:
    *others, last = [f"`{id}`" for id in ids]
    return f"{', '.join(others)} or {last}" if others else last


def unlinked(site: Site) -> Iterator[Suggestion]:
    """Terms and actors whose names stand in no text: readers never meet them."""
    table, targets = vocabulary_of(site).table, targets_of(site)
    used: set[str] = set()
    for prose, block, _ in blocks_of(site):
        used |= {found.id for found in find_names(block.text, table)}
        used |= {id for link in prose.links for id in targets.ids(link.target)}
    for record in site.named():
        if isinstance(record, Term | Actor) and record.id not in used:
            yield Suggestion(
                "records no text names",
                record.origin,
                f"no text names “{record.name}”",
                "name it where it belongs, or take the record out",
            )
