"""What passes into a page of an SVG: shapes, words and colours, and nothing that loads or runs."""

import pytest

from explainer.text.svg import tidy_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10">'


def tidy(inner: str) -> str:
    return tidy_svg(f"{HEAD}{inner}</svg>", "chart")


def test_the_size_is_left_to_the_page() -> None:
    assert tidy("") == '<svg viewBox="0 0 10 10"/>'


def test_a_view_box_is_made_of_numbers() -> None:
    assert tidy_svg("<svg viewBox=\"0 0 9 9' fill='url(x)\"/>", "chart") == '<svg viewBox=""/>'


def test_numbers_keep_a_tenth_of_a_pixel_and_shades_keep_all() -> None:
    assert (
        tidy('<rect x="1.2345" fill-opacity="0.125"/>').count('x="1.2" fill-opacity="0.125"') == 1
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<style>* { fill: red }</style>",
        '<image href="https://example.org/x.png"/>',
        '<use href="https://example.org/x.svg#a"/>',
        "<foreignObject><p>text</p></foreignObject>",
        '<animate attributeName="x"/>',
    ],
)
def test_an_element_that_is_no_shape_is_left_out(hostile: str) -> None:
    assert tidy(hostile) == '<svg viewBox="0 0 10 10"/>'


@pytest.mark.parametrize(
    "hostile",
    [
        'onclick="alert(1)"',
        'style="fill: red"',
        'href="https://example.org/"',
        'fill="url(https://example.org/x.svg#a)"',
        'fill="URL(https://example.org/x.svg#a)"',
        'fill="url( #a)"',
        'fill="url(#a) url(https://example.org/)"',
        'fill="image-set(&quot;https://example.org/&quot; 1x)"',
        'stroke="\\75rl(https://example.org/)"',
        'transform="\\75rl(x)translate(1,2)"',
        'class="mark"',
    ],
)
def test_an_attribute_that_is_no_presentation_is_left_out(hostile: str) -> None:
    assert tidy(f'<rect x="1" {hostile}/>') == '<svg viewBox="0 0 10 10"><rect x="1"/></svg>'


def test_words_are_escaped() -> None:
    assert "<text>&lt;b&gt; &amp; c</text>" in tidy("<text>&lt;b&gt; &amp; c</text>")


def test_a_rim_lies_behind_its_letters() -> None:
    assert 'stroke="var(--ground)" paint-order="stroke"' in tidy(
        '<text stroke="var(--ground)">40</text>'
    )
    assert "paint-order" not in tidy('<text>40</text><rect x="1" stroke="var(--line)"/>')


def test_a_link_leaves_its_words() -> None:
    assert tidy('<g><a href="x"><text>word</text></a></g>') == '<svg viewBox="0 0 10 10"/>'


def test_ids_and_what_points_to_them_begin_with_the_prefix() -> None:
    told = tidy('<clipPath id="c"><rect x="1"/></clipPath><g clip-path="url(#c)"><rect x="2"/></g>')
    assert 'id="chart-c"' in told and 'clip-path="url(#chart-c)"' in told


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'
    with pytest.raises(ValueError, match="not a plain picture"):
        tidy_svg(f"{bomb}{HEAD}<text>&a;</text></svg>", "chart")


def test_what_is_not_svg_is_refused() -> None:
    with pytest.raises(ValueError, match="not a picture"):
        tidy_svg("<svg", "chart")
