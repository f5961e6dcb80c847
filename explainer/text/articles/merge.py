"""A record that a writer has worked on, and a newer text of its article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from explainer.model.form import Form
from explainer.text.articles.align import Recorded, align, holds, plain_words, words_alike
from explainer.text.articles.fingerprint import fingerprint
from explainer.text.articles.found import FoundPassage
from explainer.text.articles.record import MARK, passage_lines
from explainer.text.yaml import YamlDocument

_TEXTS = ("quotes", "labels", "figures", "dates")


class Merged(Form, frozen=True):
    """The record as it is now to be, and what became of the article."""

    text: str
    report: tuple[str, ...]
    """A line for each passage that is new, gone, moved or changed."""


class FlowStyleError(Exception):
    """The passages stand in brackets on one line, where nothing can be put between them."""


def _recorded(document: YamlDocument, text: str) -> tuple[Recorded, ...]:
    """The passages of a record, complete or not; `text` is that of its file."""
    lines = text.split("\n")
    passages = _passages(document)
    starts = [document.places[("passages", i)].line for i in range(len(passages))]
    return tuple(
        Recorded(
            str(passage.get("id", "")),
            _mark(lines[start - 1 : end]),
            tuple(str(item["text"]) for item in _items(passage) if item.get("text")),
            words_alike(_says(passage)),
        )
        for passage, start, end in zip(
            passages, starts, [*(s - 1 for s in starts[1:]), len(lines)], strict=False
        )
    )


def merge(
    document: YamlDocument, text: str, found: Sequence[FoundPassage], head: Mapping[str, str]
) -> Merged:
    """The record `text` with the passages it lacks; nothing that is in it is touched.

    `head` are keys above the passages that follow the file, `sha256` and `file`. A passage that
    left the article stays, for its writer to decide. New ones get new ids: an id is for ever.
    """
    recorded = _recorded(document, text)
    paragraphs = [passage.paragraph.text for passage in found]
    pairs = align(recorded, paragraphs)
    report = [*_gone(recorded, pairs), *_moved(recorded, pairs)]
    for one in recorded:
        if one.id in pairs:
            report += _changed(one, found[pairs[one.id]])
    edits = _marks_renewed(text, recorded, pairs, paragraphs)
    new, told = _inserted(document, text, recorded, pairs, found)
    lines = _apply(text.split("\n"), edits, new)
    return Merged(_with_head("\n".join(lines), head), (*report, *told))


def differences(
    document: YamlDocument, text: str, found: Sequence[FoundPassage]
) -> tuple[str, ...]:
    """What record and article do not have in common, a line each."""
    recorded = _recorded(document, text)
    pairs = align(recorded, [passage.paragraph.text for passage in found])
    lines = _gone(recorded, pairs)
    for one in recorded:
        if one.id in pairs:
            lines += _changed(one, found[pairs[one.id]])
    missing = [p for i, p in enumerate(found) if i not in pairs.values()]
    lines += [
        f"line {p.paragraph.line} of the article is no passage of the record" for p in missing
    ]
    return tuple(lines)


def _passages(document: YamlDocument) -> list[dict[str, Any]]:
    value = document.value if isinstance(document.value, dict) else {}
    passages = value.get("passages") or []
    return (
        [p if isinstance(p, dict) else {} for p in passages] if isinstance(passages, list) else []
    )


def _items(passage: Mapping[str, Any]) -> list[dict[str, Any]]:
    groups = (passage.get(key) or [] for key in _TEXTS)
    return [
        item
        for group in groups
        if isinstance(group, list)
        for item in group
        if isinstance(item, dict)
    ]


def _says(passage: Mapping[str, Any]) -> str:
    parts = passage.get("parts") or []
    texts = [passage.get("says"), *(p.get("says") for p in parts if isinstance(p, dict))]
    return " ".join(text for text in texts if isinstance(text, str))


def _mark(lines: Iterable[str]) -> str:
    pattern = re.compile(rf"\s*{MARK}([0-9a-f]{{8}} [0-9a-f]{{32}})\s*$")
    return next((match[1] for line in lines if (match := pattern.match(line))), "")


def _gone(recorded: Sequence[Recorded], pairs: Mapping[str, int]) -> list[str]:
    return [
        f"{one.id}: no longer in the article; take it out, or keep it and say so in `note`"
        for one in recorded
        if one.id not in pairs
    ]


def _moved(recorded: Sequence[Recorded], pairs: Mapping[str, int]) -> list[str]:
    """Passages that stand elsewhere than in the record: those outside the longest run in order."""
    ids = [one.id for one in recorded if one.id in pairs]
    places = [pairs[id] for id in ids]
    longest: list[list[int]] = []
    for at, place in enumerate(places):
        before = [run for run, other in zip(longest, places, strict=False) if other < place]
        longest.append([*_longest(before), at])
    kept = set(_longest(longest))
    order = {place: id for id, place in pairs.items()}
    return [
        f"{id}: moved; it now stands after {order.get(pairs[id] - 1, 'the start')}"
        for at, id in enumerate(ids)
        if at not in kept
    ]


def _longest(runs: Iterable[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])


def _changed(one: Recorded, found: FoundPassage) -> list[str]:
    """What of the passage is no longer in its paragraph, and what stands there unrecorded."""
    words = plain_words(found.paragraph.text)
    texts = (
        *(("quotation", q.text) for q in found.quotes),
        *(("label", label) for label in found.labels),
        *(("figure", f.text) for f in found.figures),
        *(("date", d.text) for d in found.dates),
    )
    # A quotation that `she said` parts stands nowhere in one stretch.
    again = {text for _, text in texts}
    lines = [
        f"{one.id}: no longer in the text: {text}"
        for text in one.texts
        if text not in again and not holds(words, text)
    ]
    recorded = [plain_words(text) for text in one.texts]
    for kind, text in texts:
        plain = plain_words(text)
        if not any(plain in other or other in plain for other in recorded):
            lines.append(f"{one.id}: in the text, not in the record: {kind} {text}")
    exact = fingerprint(found.paragraph.text).split()[0]
    if one.mark and not lines and one.mark.split()[0] != exact:
        lines.append(f"{one.id}: reworded; see whether `says` still holds")
    return lines


def _marks_renewed(
    text: str,
    recorded: Sequence[Recorded],
    pairs: Mapping[str, int],
    texts: Sequence[str],
) -> dict[int, str]:
    """Lines of the record, by index, that hold fingerprints of changed paragraphs."""
    lines = text.split("\n")
    edits: dict[int, str] = {}
    for one in recorded:
        if one.mark and one.id in pairs:
            new = fingerprint(texts[pairs[one.id]])
            if new != one.mark:
                at = next(i for i, line in enumerate(lines) if f"{MARK}{one.mark}" in line)
                edits[at] = lines[at].replace(one.mark, new)
    return edits


def _inserted(
    document: YamlDocument,
    text: str,
    recorded: Sequence[Recorded],
    pairs: Mapping[str, int],
    found: Sequence[FoundPassage],
) -> tuple[dict[int, list[str]], list[str]]:
    """New passages by the index of the line they come before, and what to tell of them."""
    id_at = {place: id for id, place in pairs.items()}
    rows = {one.id: row for row, one in enumerate(recorded)}
    used = {one.id for one in recorded}
    new: dict[int, list[str]] = {}
    told: list[str] = []
    row = 0
    for place, passage in enumerate(found):
        if place in id_at:
            row = rows[id_at[place]] + 1
            continue
        id = _free_id(passage.id, used)
        used.add(id)
        at, indent = _gap(document, text, row)
        new.setdefault(at, []).extend(_renamed(passage_lines(passage, indent), passage.id, id))
        told.append(f"{id}: new, from line {passage.paragraph.line} of the article")
    return new, told


def _free_id(wanted: str, used: set[str]) -> str:
    """`wanted` if nobody has it, else the next number after the highest: ids are for ever."""
    if wanted not in used:
        return wanted
    stem = "caption-" if wanted.startswith("caption") else "p"
    numbers = [int(m[1]) for id in used if (m := re.fullmatch(rf"{stem}(\d+)", id))]
    return f"{stem}{max(numbers, default=1) + 1}"


def _renamed(lines: list[str], old: str, new: str) -> list[str]:
    return [lines[0].replace(f"- id: {old}", f"- id: {new}"), *lines[1:]]


def _gap(document: YamlDocument, text: str, row: int) -> tuple[int, str]:
    """The index of the line before which a passage goes that has `row` before it; its indent."""
    lines = text.split("\n")
    passages = _passages(document)
    places = [document.places[("passages", i)] for i in range(len(passages))]
    if any(not lines[p.line - 1].lstrip().startswith("-") for p in places):
        raise FlowStyleError
    indent = lines[places[0].line - 1].split("-")[0] if places else ""
    if row < len(places):
        at = places[row].line - 1
        while at > 0 and lines[at - 1].lstrip().startswith("#"):
            at -= 1
        return at, indent
    start = document.keys[("passages",)].line if ("passages",) in document.keys else len(lines)
    keys = [o.line - 1 for path, o in document.keys.items() if len(path) == 1 and o.line > start]
    at = min(keys, default=len(lines))
    while at > start and not lines[at - 1].strip():
        at -= 1
    return at, indent


def _apply(lines: list[str], edits: Mapping[int, str], new: Mapping[int, list[str]]) -> list[str]:
    done: list[str] = []
    for index, line in enumerate(lines):
        done += new.get(index, [])
        done.append(edits.get(index, line))
    return [*done, *new.get(len(lines), [])]


def _with_head(text: str, head: Mapping[str, str]) -> str:
    """`text` with the values of `head`; a key that is missing goes above the passages."""
    for key, value in head.items():
        line = f"{key}: {value}\n"
        start = re.search(rf"(?m)^{key}:.*\n", text) or re.search(r"(?m)^(?=passages:)", text)
        if start:
            text = text[: start.start()] + line + text[start.end() :]
    return text
