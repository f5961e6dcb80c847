"""Social cards, what other sites show beside a link: the one door to Pillow."""

import io
import unicodedata
from functools import lru_cache
from string import printable
from typing import TYPE_CHECKING

from explainer.model.output import OutputFile
from explainer.model.pictures import Card
from explainer.text.packages import installed_version

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
_EDGE = 72
# A picture cannot ask for the reader's scheme: these are the light ones of tokens.css.
_INK, _PAPER = (0x1A, 0x1F, 0x24), (0xFB, 0xFA, 0xF6)
_TEXT, _SOFT, _GROUND = 0, 80, 255
"""Shades from ink to paper."""
_SHADES = 17
"""Between two of the shades that are kept: fewer make a smaller file, and letters need no more."""
_GLYPHS = frozenset(printable + "“”‘’…·")
"""What the font has that Pillow carries."""
_TALL = 270
"""Pixels the lines of a title may take, some white between them and the rule below."""
_ALIKE = str.maketrans({"–": "-", "—": "-", "−": "-", "\u202f": " ", "\u00a0": " "})


def cards_are_drawn_with() -> str:
    """The version of Pillow; empty when it is not installed, and pages have no card."""
    return installed_version("pillow")


def in_glyphs(text: str) -> str:
    """`text` in letters the carried font has, accents left off; empty when it lacks one."""
    told = "".join(
        char if char in _GLYPHS else unicodedata.normalize("NFKD", char)[:1]
        for char in " ".join(text.translate(_ALIKE).split())
    )
    return told if _GLYPHS.issuperset(told) else ""


def draw_card(card: Card) -> OutputFile:
    """`card` as PNG, 1200 by 630 pixels (the size that the Open Graph's readers cut least from)."""
    from PIL import Image, ImageDraw

    image = Image.new("L", SIZE, _GROUND)
    draw = ImageDraw.Draw(image)
    right, bottom = SIZE[0] - _EDGE, SIZE[1] - _EDGE
    draw.rectangle((_EDGE, _EDGE, right, _EDGE + 7), fill=_TEXT)
    _write(draw, (_EDGE, _EDGE + 36), card.site, 34, _TEXT, weight=1)
    if card.kicker:
        left = right - draw.textlength(card.kicker, _font(28))
        _write(draw, (left, _EDGE + 40), card.kicker, 28, _SOFT)
    size, lines = _fitting(draw, card.title)
    for n, line in enumerate(lines):
        _write(draw, (_EDGE, _EDGE + 118 + n * size * 1.18), line, size, _TEXT, weight=1)
    draw.rectangle((_EDGE, bottom - 52, right, bottom - 51), fill=_SOFT)
    _write(draw, (_EDGE, bottom - 34), card.foot, 28, _SOFT)
    file = io.BytesIO()
    image = image.point([round(level / _SHADES) for level in range(256)])
    image.putpalette(
        [_mixed(level * _SHADES / 255, i) for level in range(256 // _SHADES + 1) for i in range(3)]
    )
    image.save(file, "PNG", bits=4)
    return OutputFile(card.path, file.getvalue())


def _mixed(paper: float, channel: int) -> int:
    return round(_INK[channel] + (_PAPER[channel] - _INK[channel]) * paper)


@lru_cache(maxsize=16)
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow's wheels bring FreeType"
    return font


def _write(
    draw: "ImageDraw", place: tuple[float, float], text: str, size: int, fill: int, weight: int = 0
) -> None:
    """`text` at `place`; the font has one weight, so a heavier one is drawn with an outline."""
    draw.text(place, text, fill, _font(size), stroke_width=weight, stroke_fill=fill)


def _fitting(draw: "ImageDraw", title: str) -> tuple[int, list[str]]:
    """The largest size at which `title` has room, and its lines."""
    room = SIZE[0] - 2 * _EDGE
    for size in (84, 76, 68, 60, 52, 44):
        lines = _lines(draw, title, _font(size), room)
        if len(lines) * size * 1.18 <= _TALL:
            break
    # As narrow as it can be without another line: no last line of a single word.
    for narrower in range(room, room // 2, -20):
        shorter = _lines(draw, title, _font(size), narrower)
        if len(shorter) > len(lines):
            break
        lines = shorter
    return size, lines[: int(_TALL / (size * 1.18))]


def _lines(draw: "ImageDraw", text: str, font: "FreeTypeFont", room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(longer, font) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
