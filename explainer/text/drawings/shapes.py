"""Shapes and words as SVG: presentation attributes alone, so that no policy of a page stops them."""

from collections.abc import Iterable, Sequence

from explainer.text.html import escape
from explainer.text.numbers_in_words import in_tenths

SMALL, LEADING = 12, 15


def svg(width: float, height: float, parts: Iterable[str]) -> str:
    """A picture of that size in its own units; pages set how wide it is shown."""
    return f'<svg viewBox="0 0 {in_tenths(width)} {in_tenths(height)}">{"".join(parts)}</svg>'


def shape(name: str, *content: str, **attributes: str | float) -> str:
    """An element; `stroke_width` is written `stroke-width`, numbers to a tenth."""
    told = "".join(
        f' {key.replace("_", "-")}="{in_tenths(value) if not isinstance(value, str) else escape(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{''.join(content)}</{name}>" if content else f"<{name}{told}/>"


def words(x: float, y: float, lines: Sequence[str], **look: str | float) -> str:
    """Text at `x`, `y`, its further lines below."""
    look = {"fill": "currentColor", "font_size": SMALL, **look}
    if len(lines) == 1:
        return shape("text", escape(lines[0]), x=x, y=y, **look)
    inner = "".join(
        shape("tspan", escape(line), x=x, y=y + n * LEADING) for n, line in enumerate(lines)
    )
    return shape("text", inner, **look)


def rule(x: float, y: float, x2: float, y2: float, **look: str | float) -> str:
    """A straight line, thin and quiet unless `look` says otherwise."""
    return shape("path", d=path(("M", x, y), ("L", x2, y2)), **{"stroke": "var(--line)", **look})


def path(*steps: tuple[str | float, ...]) -> str:
    """The `d` of a path: letters and numbers."""
    return "".join(
        " ".join(part if isinstance(part, str) else in_tenths(part) for part in step).replace(" ", "", 1)
        for step in steps
    )  # fmt: skip


_HUES = {"first": "var(--side-1)", "second": "var(--side-2)"}


def side_mark(side: str, x: float, y: float, size: float = 5, **look: str | float) -> str:
    """A mark of `side` around `x`, `y`: told by its form as well as by its hue.

    The `first` and the `second` have a square and a disc, `both` of them a bar with round ends, all
    others a lozenge.
    """
    look = {"fill": _HUES.get(side, "var(--side-none)"), **look}
    if side == "first":
        return shape("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, **look)
    if side == "second":
        return shape("circle", cx=x, cy=y, r=size * 1.1, **look)
    if side == "both":
        width = size * 1.7
        return shape("rect", x=x - width, y=y - size * 0.8, width=2 * width, height=size * 1.6,
                     rx=size * 0.8, **{**look, "fill": "currentColor"})  # fmt: skip
    r = size * 1.3
    lozenge = path(("M", x, y - r), ("L", x + r, y), ("L", x, y + r), ("L", x - r, y), ("Z",))
    return shape("path", d=lozenge, **look)
