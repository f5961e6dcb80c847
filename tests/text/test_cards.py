"""Social cards: what they say, and that equal words give equal bytes."""

import io

import pytest
from PIL import Image

from explainer.model.form import fields_of
from explainer.model.pictures import Card
from explainer.text.cards import SIZE, cards_are_drawn_with, draw_card, in_glyphs

CARD = Card(
    "assets/cards/why.png",
    "The weir, explained",
    "Section 1 of 2",
    "Why was the weir opened?",
    "As it stood on 20 March 2024",
    cards_are_drawn_with(),
)


def image_of(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(card).content)).convert("RGB")


def test_a_card_is_a_png_of_the_size_that_is_told_in_the_page() -> None:
    file = draw_card(CARD)
    assert file.path == CARD.path and file.facts is None
    assert file.content.startswith(b"\x89PNG") and image_of(CARD).size == SIZE == (1200, 630)
    assert len(file.content) < 40_000


def test_equal_words_give_equal_bytes() -> None:
    assert draw_card(CARD).content == draw_card(CARD).content


def test_other_words_give_another_picture() -> None:
    other = Card(**{**{f: getattr(CARD, f) for f in fields_of(Card)}, "title": "Who opened it?"})
    assert draw_card(other).content != draw_card(CARD).content


@pytest.mark.parametrize("words", [1, 8, 40])
def test_a_title_of_any_length_keeps_clear_of_the_edges(words: int) -> None:
    title = " ".join(["weirkeeper"] * words)
    card = Card("x.png", "Site", "", title, "Foot", CARD.drawn_with)
    image = image_of(card)
    ground = image.getpixel((2, 2))
    frame = [(0, 0, 1200, 60), (0, 570, 1200, 630), (0, 0, 60, 630), (1140, 0, 1200, 630)]
    assert all(image.crop(edge).getcolors() == [(w * h, ground)] for edge in frame
               if (w := edge[2] - edge[0]) and (h := edge[3] - edge[1]))  # fmt: skip
    # Between the title and the rule above the foot there is ground.
    assert image.crop((72, 498, 1128, 504)).getcolors() == [(1056 * 6, ground)]


def test_dashes_and_accents_are_said_in_the_letters_the_font_has() -> None:
    assert in_glyphs("São Paulo – “café”") == "Sao Paulo - “cafe”"


def test_a_title_in_letters_the_font_lacks_has_no_card() -> None:
    assert in_glyphs("稀土为什么重要？") == ""
