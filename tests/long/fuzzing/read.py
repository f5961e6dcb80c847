"""Parsers: YAML, front matter, Markdown."""

import re
from typing import Any

from hypothesis import strategies as st

from explainer.model.prose import Markup, Prose
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import front_matter
from explainer.stages.parse.pages import parse_about
from explainer.stages.parse.sections import parse_section
from explainer.text.html import escape
from explainer.text.markdown import parse_prose
from explainer.text.yaml import YamlDocument, read_yaml
from tests.hostile import PAYLOADS
from tests.long.fuzzing.tags import Tags
from tests.long.fuzzing.texts import LANGUAGES, files_of, parts_of, texts
from tests.long.fuzzing.told import as_read, assert_told
from tests.long.fuzzing.trying import Target

_YAML_FILES = files_of("tests/sites/*/**/*.yaml", "tests/broken_sites/yaml-*/content/**/*.yaml")
_YAML_PARTS = parts_of("content/glossary/*.yaml", "content/timeline.yaml", "site.yaml")
_YAML_SIGNS = (
    *(
        "&a",
        "*a",
        "<<: *a",
        "!!python/object:os.system",
        "!!binary",
        "!",
        "%YAML 1.2",
        "---",
        "...",
    ),
    *("- ", "? ", ": ", "key: ", "  ", "\t", "|", "|2-", ">+", "#", "~", "null", "true", ".inf"),
    *('"\\x00"', '"\\u202e"', '"\\ud800"', '"\\U00110000"', "'it''s'", "[[[[", "{{{{", "? - : "),
)
_PROSE = parts_of(
    "tests/cases/markdown.txt", "content/sections/*.md", "tests/sites/*/content/**/*.md"
)
_PROSE_SIGNS = (
    *PAYLOADS,
    *("[@p1]", "[@p1; @p2]", "[[weir]]", "[[weir|the gates]]", '[115]{calc="145-30"}', "{context}"),
    *("> [!NOTE]\n", "- ", "1. ", "| a | b |\n|---|---|\n", "[^1]", "[^1]: ", "term\n: meaning"),
    *("## ", "# ", "***", "**", "~~", "```\n", "    ", "<https://a.b/>", "www.a.b", "https://a.b/"),
    *("[a]: javascript:x\n", "&#106;avascript:", "&colon;", "&Tab;", "[a](", "![", "\\", "[x]: "),
)
_ELEMENTS = frozenset(
    "p br hr em strong s del code pre a ul ol li dl dt dd blockquote div section sup table thead "
    "tbody tr th td h1 h2 h3 h4 h5 h6".split()
)
_ATTRIBUTES = frozenset("class href rel id start scope tabindex".split())
_MATTERS = files_of("tests/sites/*/content/**/*.md", "tests/broken_sites/*/content/**/*.md")


def _holds_yaml(text: str) -> None:
    text = as_read(text)
    document = read_yaml("a.yaml", text)
    assert_told(document.problems, {"a.yaml": text})
    assert document.value is None or not document.problems
    if not document.problems:
        _is_plain(document.value)
        _stands_where_it_says(document, text)


def _is_plain(value: Any) -> None:
    assert type(value) in (dict, list, str, int, float, bool, type(None)), type(value)
    inside = [*value, *value.values()] if isinstance(value, dict) else value
    for one in inside if isinstance(inside, list) else ():
        _is_plain(one)


def _stands_where_it_says(document: YamlDocument, text: str) -> None:
    """Words that need no quotation marks stand at the places they are said to stand."""
    lines = text.split("\n")
    for path, origin in document.places.items():
        value: Any = document.value
        for step in path:
            # A key that is no text stands among the places as it is written.
            value = dict(enumerate(value)) if isinstance(value, list) else value
            value = value.get(step)
            if value is None:
                break
        if isinstance(value, str) and re.fullmatch(r"[a-z]+", value):
            rest = lines[origin.line - 1][origin.column - 1 :]
            assert rest.startswith((value, "'", '"', "|", ">", "!")), (path, origin, rest)


def _holds_matter(text: str) -> None:
    text = as_read(text)
    file = SourceFile("content/sections/10-a.md", text)
    matter, body, first_line, problem = front_matter(file)
    if not problem:
        lines = text.split("\n")
        assert body == "\n".join(lines[first_line - 1 :])
        assert matter == "\n".join(lines[1 : first_line - 2])
    for parse in (parse_section, parse_about):
        parsed = parse(file, language="en")
        assert_told(parsed.problems, {file.path: text})
        assert parsed.records or parsed.problems


def _holds_markdown(given: tuple[str, str, bool]) -> None:
    text, language, is_body = given
    text = as_read(text)
    prose, problems = parse_prose("a.md", text, language=language, is_body=is_body)
    assert_told(problems, {"a.md": text})
    lines = text.count("\n") + 1
    for block in prose.blocks:
        assert 1 <= block.first_line <= block.last_line <= lines, block
    if is_body:
        _have_anchors(prose)
    tags = Tags(_html(prose), _ELEMENTS, _ATTRIBUTES)
    # A link that leads elsewhere is told, and the page is not written.
    told = [tag for tag in tags.found if not (tag.startswith("href=") and problems)]
    assert not told, told[:3]
    assert not tags.open, f"not closed: {tags.open[:3]}"


def _html(prose: Prose) -> str:
    """`prose` with its own tags, and with words where the page would have links of ours."""
    return "".join(
        block.open
        + "".join(p.html if isinstance(p, Markup) else escape(str(p)) for p in block.pieces)
        + block.close
        for block in prose.blocks
    )


def _have_anchors(prose: Prose) -> None:
    anchors = [block.anchor for block in prose.blocks if block.anchor]
    assert len(anchors) == len(set(anchors)), "two blocks have one id"
    for anchor in anchors:
        assert re.fullmatch(r"[\w-]+", anchor), anchor


YAML = Target(texts((*_YAML_FILES, *_YAML_PARTS), _YAML_SIGNS), _holds_yaml)
MATTER = Target(texts(_MATTERS, _YAML_SIGNS, ("---\n", "\n---\n", "--- \n")), _holds_matter)
MARKDOWN = Target(st.tuples(texts(_PROSE, _PROSE_SIGNS), LANGUAGES, st.booleans()), _holds_markdown)
