"""Every template says all its page class knows, escaped, and is good HTML without script or style."""

import re
from html.parser import HTMLParser

import pytest

from explainer.model.pages import EmbedPage
from tests.templates.samples import (
    PAGE_CLASSES,
    ROOT,
    Fill,
    kind_of,
    rendered,
    sample_page,
    words,
)

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
NO_PARAGRAPH_INSIDE = frozenset(
    ["p", "h1", "h2", "h3", "h4", "span", "b", "a", "dt", "time", "summary"]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "ul",
        "ol",
        "dl",
        "section",
        "aside",
        "table",
        "figure",
        "blockquote",
        "header",
        "footer",
    ]
)

each_page = pytest.mark.parametrize("page_class", PAGE_CLASSES, ids=kind_of)
each_fill = pytest.mark.parametrize("fill", ["full", "empty"])


class Outline(HTMLParser):
    """What a page is built of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.faults: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "script":
            self.scripts.append(dict(attrs))
        if tag in BLOCKS and (around := NO_PARAGRAPH_INSIDE.intersection(self.open)):
            self.faults.append(f"<{tag}> inside {sorted(around)}")
        if tag not in VOID and "svg" not in self.open:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()


@each_page
@each_fill
def test_page_is_well_formed_with_one_title_and_headings_in_order(
    page_class: type, fill: Fill
) -> None:
    outline = Outline(rendered(sample_page(page_class, fill)))
    assert outline.faults == []
    assert outline.open == []
    assert outline.headings.count(1) == 1
    steps = zip([0, *outline.headings], outline.headings, strict=False)
    assert [(a, b) for a, b in steps if b > a + 1] == []


@each_page
def test_page_has_landmarks_and_a_way_past_the_navigation(page_class: type) -> None:
    html = rendered(sample_page(page_class, "full"))
    outline = Outline(html)
    if page_class is EmbedPage:
        # In a frame there is nothing to get past.
        assert "nav" not in outline.tags
        assert outline.tags.count("main") == 1
        return
    assert {"header", "nav", "main", "footer"} <= set(outline.tags)
    assert outline.tags.count("main") == 1
    assert 'href="#main"' in html and "main" in outline.ids


@each_page
def test_ids_stand_once(page_class: type) -> None:
    ids = Outline(rendered(sample_page(page_class, "full"))).ids
    assert sorted(ids) == sorted(set(ids))
    assert "" not in ids


@each_page
def test_nothing_inline_and_nothing_from_elsewhere(page_class: type) -> None:
    html = rendered(sample_page(page_class, "full"))
    outline = Outline(html)
    assert "style" not in outline.tags
    assert [
        name for name, _ in outline.attributes if name == "style" or name.startswith("on")
    ] == []
    assert all("src" in s or s.get("type") == "application/ld+json" for s in outline.scripts)
    assert "Content-Security-Policy" in html


@each_page
def test_what_writers_say_is_escaped(page_class: type) -> None:
    html = rendered(sample_page(page_class, "full"))
    assert re.search(r"title &lt;\d+&gt; &amp; “more”", html)
    assert not re.search(r"<\d+>", html)


@each_page
@each_fill
def test_each_list_has_entries_and_each_section_a_heading(page_class: type, fill: Fill) -> None:
    html = rendered(sample_page(page_class, fill))
    assert re.findall(r"<(ul|ol|dl)\b[^>]*>\s*</\1>", html) == _empty_lists_allowed(fill, html)
    assert [
        section
        for section in re.split(r"<section\b", html)[1:]
        if not re.search(r"<h[2-6]", section)
    ] == []


def _empty_lists_allowed(fill: Fill, html: str) -> list[str]:
    # The navigation of a site without any page in it, which no site is.
    return re.findall(r"<(ul)>\s*</ul>", html) if fill == "empty" else []


def test_every_word_is_said_somewhere() -> None:
    templates = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "templates").rglob("*.html"))
    )
    whole = set(re.findall(r"\bwords\.([a-z_]+)", templates))
    stems = tuple(re.findall(r"[\"']([a-z_]+_)[\"'](?:\s*~|\}|,)", templates))
    engine = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "explainer").rglob("*.py"))
    )
    whole |= set(re.findall(r"words(?:\.get\(|\[)\"([a-z_]+)\"", engine))
    stems += tuple(re.findall(r"words(?:\.get\(|\[)f\"([a-z_]+_)\{", engine))
    scripts = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "templates").rglob("*.js"))
    )
    whole |= {f"script_{word}" for word in re.findall(r"\bwords\.([a-z_]+)", scripts)}
    stems += tuple(f"script_{stem}" for stem in re.findall(r"words\[`([a-z_]+_)\$", scripts))
    unsaid = [w for w in words() if w not in whole and not w.startswith(stems)]
    assert unsaid == []
