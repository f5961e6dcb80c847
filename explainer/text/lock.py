"""The lock of a record: what was compared with the article's text, word for word.

A lock is text of one form only, so that it is compared line by line. Each passage in it is sealed
by a hash, and so is the whole: whether the record or the lock was changed shows by itself.
"""

import hashlib
from collections.abc import Iterator, Sequence

from explainer.model.site import Passage, Source
from explainer.text.compared import Difference, items_of
from explainer.text.paragraphs import align, paragraphs_of

_HEAD = "# Written by `verify`, which compared the record with the article's text. Not for editing."
_AGAIN = "run `python build.py verify` with the article's text at hand, which writes the lock anew"


def text_hash(text: str) -> str:
    """The hash of an article's text, whatever ends its lines."""
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _hash(unix)


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
    starts = [n for n, line in enumerate(lines) if line.startswith("- id: ")]
    ends = [*starts[1:], len(lines) - 1]
    blocks = {lines[s][6:]: (s, lines[s:e]) for s, e in zip(starts, ends, strict=True)}
    found = [*_in_head(source, lines), *_in_blocks(source, blocks)]
    if not found and not _is_whole(lines):
        yield _in_lock(len(lines), "this lock is not as `verify` wrote it")
    yield from found


def _head(source: Source, text: str) -> list[str]:
    return [_HEAD, f"source: {source.id}", f"text: {text}", "passages:"]


def _in_head(source: Source, lines: list[str]) -> Iterator[Difference]:
    printed = next((line[6:] for line in lines[:4] if line.startswith("text: ")), "")
    head = _head(source, source.sha256 or printed)
    for number, line in enumerate(head):
        if lines[number : number + 1] != [line]:
            if _is_whole(lines):
                yield Difference(
                    needles=("sha256:",),
                    message="the lock was written for another text than the record names",
                    hint=_AGAIN,
                )
            else:
                yield _in_lock(number + 1, "the head of this lock is not as `verify` wrote it")
            return


def _in_blocks(source: Source, blocks: dict[str, tuple[int, list[str]]]) -> Iterator[Difference]:
    for passage in source.passages:
        if passage.id in blocks:
            yield from _in_block(passage, *blocks[passage.id])
        else:
            yield Difference(
                passage=passage.id, message=f"`{passage.id}` is not in the lock", hint=_AGAIN
            )
    known = {passage.id for passage in source.passages}
    for id, (start, _) in blocks.items():
        if id not in known:
            yield _in_lock(start + 1, f"the record has no passage `{id}` as this lock has")


def _in_block(passage: Passage, start: int, block: list[str]) -> Iterator[Difference]:
    printed = next((line[8:] for line in block if line.startswith("  text: ")), "")
    expected = _sealed(_lines(passage, printed))
    if block == expected:
        return
    if block == _sealed(block[:-1]):
        yield from _in_record(passage, block, expected)
        return
    # Where nothing else differs from the record, the hash or the seal itself was changed.
    differs = [n for n, line in enumerate(block[:-1]) if line not in expected]
    number = differs[0] if differs else 1
    yield _in_lock(start + number + 1, f"`{passage.id}` is not as `verify` wrote it")


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


def _in_lock(line: int, message: str) -> Difference:
    return Difference(line=line, message=message, hint=f"take back the change, or {_AGAIN}")


def _is_whole(lines: list[str]) -> bool:
    return lines[-1] == f"seal: {_hash(chr(10).join(lines[:-1]))}"


def _sealed(lines: list[str]) -> list[str]:
    return [*lines, f"  seal: {_hash(chr(10).join(lines))}"]


def _lines(passage: Passage, paragraph_hash: str) -> list[str]:
    items = [item.line for item in items_of(passage)]
    return [f"- id: {passage.id}", f"  text: {paragraph_hash}", "  compared:", *items]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
