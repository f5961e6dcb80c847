"""What of an article is used where, as a picture: its paragraphs from left to right, sections below."""

from collections.abc import Sequence

from explainer.model.form import Form
from explainer.text.drawings.shapes import LEADING, rule, shape, svg, words
from explainer.text.fitting import lines_of

_WIDE, _NARROW = 840, 336


class Row(Form, frozen=True):
    """A section, and for each passage in order whether the section rests on it."""

    title: str
    uses: tuple[bool, ...]


def coverage_wide(passages: Sequence[str], rows: Sequence[Row], head: str, foot: str) -> str:
    """The picture for a wide place, the questions beside their rows.

    `head` says what the numbers above are, `foot` what is counted below.
    """
    left, row = 290.0, 36.0
    step = (_WIDE - left) / max(1, len(passages))
    parts = [words(0, 13, [head], fill="var(--text-soft)"), *_numbers(passages, left, step, 12)]
    y = 26.0
    for one in rows:
        lines = lines_of(one.title, left - 20, 6.6)[:2]
        parts.append(words(0, y + row / 2 + 4 - (len(lines) - 1) * LEADING / 2, lines))
        parts += [rule(0, y, _WIDE, y), *_row(one, left, step, y, row)]
        y += row
    parts += [rule(0, y, _WIDE, y), words(0, y + 18, [foot], fill="var(--text-soft)")]
    return svg(_WIDE, y + 26, [*parts, *_sums(rows, left, step, y + 18)])


def coverage_narrow(passages: Sequence[str], rows: Sequence[Row], head: str, foot: str) -> str:
    """The picture for a phone, each question above its row."""
    step = _NARROW / max(1, len(passages))
    parts = [words(0, 11, [head], fill="var(--text-soft)")]
    parts += _numbers(passages, 0, step, 11, 28)
    y = 36.0
    for one in rows:
        lines = lines_of(one.title, _NARROW, 6.6)
        parts += [rule(0, y, _NARROW, y), words(0, y + 17, lines)]
        y += len(lines) * LEADING + 6
        parts += _row(one, 0, step, y, 20)
        y += 26
    parts += [rule(0, y, _NARROW, y), words(0, y + 34, [foot], fill="var(--text-soft)")]
    return svg(_NARROW, y + 40, [*parts, *_sums(rows, 0, step, y + 17)])


def _numbers(
    passages: Sequence[str], left: float, step: float, size: float, y: float = 13
) -> list[str]:
    return [
        words(left + step * (n + 0.5), y, [name], font_size=size, text_anchor="middle",
              fill="var(--text-soft)")
        for n, name in enumerate(passages)
    ]  # fmt: skip


def _row(row: Row, left: float, step: float, y: float, height: float) -> list[str]:
    """A line for the section, a mark for each passage it uses, joined from the first to the last."""
    middle = y + height / 2
    used = [n for n, is_used in enumerate(row.uses) if is_used]
    size = min(step * 0.36, 7.5)
    parts = []
    if used:
        first, last = (left + step * (n + 0.5) for n in (used[0], used[-1]))
        parts.append(rule(first, middle, last, middle, stroke="var(--chart)"))
    parts += [
        shape("rect", x=left + step * (n + 0.5) - size, y=middle - size, width=2 * size,
              height=2 * size, fill="var(--chart)")
        for n in used
    ]  # fmt: skip
    return parts


def _sums(rows: Sequence[Row], left: float, step: float, y: float) -> list[str]:
    """Below each passage, how many sections rest on it."""
    counts = [sum(uses) for uses in zip(*(row.uses for row in rows), strict=True)]
    return [
        words(left + step * (n + 0.5), y, [str(count)], text_anchor="middle", font_weight="600")
        for n, count in enumerate(counts)
    ]
