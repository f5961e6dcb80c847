"""Words in a given width: none is cut, and lines are as even as they can be."""

import pytest

from explainer.text.fitting import BOLD, lines_of, width_of

NAMES = (
    "Burma (Myanmar)",
    "General Administration of Customs of China",
    "Chinese international trade representative and vice minister of commerce",
    "30 May 2025 – 2 June 2025",
)


def test_a_wide_letter_takes_more_than_a_narrow_one() -> None:
    assert width_of("mmm") > 2 * width_of("lll")


def test_bold_takes_more_than_plain() -> None:
    assert width_of("The weir", BOLD) > width_of("The weir")


def test_a_sign_of_chinese_is_as_wide_as_high() -> None:
    assert width_of("中") == pytest.approx(13.0, abs=0.1)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pixels", [114, 160, 240])
def test_every_line_fits_and_no_word_is_lost(name: str, pixels: float) -> None:
    lines = lines_of(name, pixels)
    assert " ".join(lines) == name
    assert all(width_of(line) <= pixels for line in lines)


def test_lines_are_even_rather_than_full() -> None:
    assert lines_of("a weir in the river", width_of("a weir in the")) == ["a weir in", "the river"]


def test_a_word_too_long_stands_alone() -> None:
    assert lines_of("an Administration of all", 60) == ["an", "Administration", "of all"]


def test_nothing_is_one_empty_line() -> None:
    assert lines_of("", 100) == [""]
