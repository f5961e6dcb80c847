"""The lock of a record: what was compared with the article's text, word for word.

A lock is text of one form only, so that it is compared line by line. Each passage in it is sealed
by a hash, and so is the whole: whether the record or the lock was changed shows by itself.
"""

import hashlib
from collections.abc import Iterator, Sequence

from explainer.model.passages import Passage, Source
from explainer.text.compared import Difference, items_of
from explainer.text.paragraphs import align, paragraphs_of, unix_lines

_HEAD = "# Written by `verify`, which compared the record with the article's text. Not for editing."
_AGAIN = "run `verify` with the article's text at hand, which writes the lock anew"


def lock_path(source: Source) -> str:
    """Where the lock of `source` stands."""
    return source.origin.path.removesuffix(".yaml") + ".lock.yaml"


def text_hash(text: str) -> str:
    """The hash of an article's text, whatever ends its lines."""
    return _hash(unix_lines(text))


def lock_of(source: Source, article_text: str) -> str:
    """The lock of `source` as YAML; compare first, for it does not look whether they agree."""
    paragraphs = paragraphs_of(article_text)
    lines = _head(source, text_hash(article_text))
    for passage, place in zip(source.passages, align(source.passages, paragraphs), strict=True):
        lines += _sealed(_lines(passage, _hash(paragraphs[place] if place is not None else "")))
    return "\n".join([*lines, f"seal: {_hash(chr(10).join(lines))}", ""])


def compare(source: Source, lock: str) -> Iterator[Difference]:
    """Where `source` and its `lock` do not agree."""
    lines = lock.rstrip("\n").split("\n")
    if not _is_whole(lines):
        yield _changed_by_hand(source, lines)
        return
    head = _head(source, source.sha256 or lines[2].removeprefix("text: "))
    if lines[: len(head)] != head:
        yield Difference(
            needles=("sha256:",),
            message="the lock was written for another text than the record names",
            hint=_AGAIN,
        )
    yield from _in_blocks(source, lines)


def _head(source: Source, text: str) -> list[str]:
    return [_HEAD, f"source: {source.id}", f"text: {text}", "passages:"]


def _changed_by_hand(source: Source, lines: list[str]) -> Difference:
    """The first line of the lock that `verify` would not have written."""
    expected = _expected(source, lines)
    number = next(
        (n for n, line in enumerate(expected) if lines[n : n + 1] != [line]), len(lines) - 1
    )
    at_seal = [line for line in lines[number : number + 1] if line.startswith("  seal: ")]
    is_seal = bool(at_seal) and number < len(expected)
    # A seal that does not fit was changed, or else the hash above it: put back it seals the whole.
    if is_seal and not _is_whole([*lines[:number], expected[number], *lines[number + 1 :]]):
        above = (n for n in range(number) if lines[n].startswith("  text: "))
        number = max(above, default=number)
    return Difference(
        line=number + 1,
        message="this line of the lock is not as `verify` wrote it",
        hint=f"take back the change, or {_AGAIN}",
    )


def _expected(source: Source, lines: list[str]) -> list[str]:
    """What the lock should be, but for the hashes of paragraphs, which only the article tells."""
    text = lines[2].removeprefix("text: ") if len(lines) > 2 else ""
    expected = _head(source, source.sha256 or text)
    for passage in source.passages:
        at = len(expected) + 1
        printed = lines[at] if at < len(lines) else ""
        expected += _sealed(_lines(passage, printed.removeprefix("  text: ")))
    return expected


def _in_blocks(source: Source, lines: list[str]) -> Iterator[Difference]:
    """Passages of `source` that differ from those in `lines`, a lock that is whole."""
    starts = [n for n, line in enumerate(lines) if line.startswith("- id: ")]
    ends = [*starts[1:], len(lines) - 1]
    blocks = {lines[s][6:]: lines[s:e] for s, e in zip(starts, ends, strict=True)}
    for passage in source.passages:
        block = blocks.get(passage.id)
        if block is None:
            yield Difference(
                passage=passage.id, message=f"`{passage.id}` is not in the lock", hint=_AGAIN
            )
            continue
        expected = _sealed(_lines(passage, block[1].removeprefix("  text: ")))
        if block != expected:
            yield from _in_record(passage, block, expected)
    known = {passage.id for passage in source.passages}
    for id in blocks:
        if id not in known:
            yield Difference(
                needles=("passages:",),
                message=f"passage `{id}`, which was compared with the article, is gone",
                hint=f"put it back, or {_AGAIN}",
            )


def _in_record(
    passage: Passage, block: Sequence[str], expected: Sequence[str]
) -> Iterator[Difference]:
    """What `passage` has otherwise than its sealed `block`, or lacks."""
    gone = [line for line in block[:-1] if line not in expected]
    new = [item for item in items_of(passage) if item.line not in block]
    for item in new:
        kind = item.line.partition(":")[0]
        was = next((line for line in gone if line.partition(":")[0] == kind), "")
        yield Difference(
            passage=passage.id,
            needles=item.needles,
            message=f"{item.what} of `{passage.id}` is not what was compared with the article",
            hint=(f"compared was `{was.strip(' -')}`: " if was else "")
            + f"put it back, or {_AGAIN}",
        )
    if not new:
        lacks = f"lacks `{gone[0].strip(' -')}`" if gone else "has another order"
        yield Difference(
            passage=passage.id,
            message=f"`{passage.id}` {lacks}, unlike what was compared with the article",
            hint=f"put it back, or {_AGAIN}",
        )


def _is_whole(lines: list[str]) -> bool:
    return lines[-1] == f"seal: {_hash(chr(10).join(lines[:-1]))}"


def _sealed(lines: list[str]) -> list[str]:
    return [*lines, f"  seal: {_hash(chr(10).join(lines))}"]


def _lines(passage: Passage, paragraph_hash: str) -> list[str]:
    items = [item.line for item in items_of(passage)]
    return [f"- id: {passage.id}", f"  text: {paragraph_hash}", "  compared:", *items]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
