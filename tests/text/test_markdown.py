"""Markdown and what prose adds to it, as tests/cases/markdown.txt tells."""

import time
from collections.abc import Iterator

import pytest

from explainer.model.prose import Block, Citation, Link, Markup, Prose, Text, Worked
from explainer.text.html import escape
from explainer.text.markdown import parse_prose
from tests.casefile import Case, read_cases


def shown(prose: Prose) -> str:
    """`prose` as HTML, with what the engine adds in a form to read."""
    return "".join(
        block.open + "".join(_pieces(block)) + block.close.rstrip("\n") + "\n"
        if not block.is_context
        else block.open + "".join(_pieces(block)) + block.close.rstrip("\n") + " (context)\n"
        for block in prose.blocks
    )


def _pieces(block: Block) -> Iterator[str]:
    for piece in block.pieces:
        match piece:
            case Text():
                yield escape(piece.text)
            case Markup():
                yield piece.html
            case Citation():
                yield "{" + " ".join(map(str, piece.refs)) + "}"
            case Link():
                fragment = f"#{piece.fragment}" if piece.fragment else ""
                yield f"[{piece.target}{fragment}|{piece.text}]"
            case Worked():
                yield f"<{piece.text}={piece.formula}>"


@pytest.mark.parametrize("case", read_cases("markdown.txt", 2), ids=str)
def test_markdown_becomes_blocks(case: Case) -> None:
    text, outcome = case.parts
    prose, problems = parse_prose("a.md", text)
    assert problems == ()
    assert shown(prose).strip() == outcome


def test_each_block_of_a_body_has_an_id_of_its_first_words() -> None:
    prose, _ = parse_prose(
        "a.md", "## Why?\n\nIt rained all day.\n\nIt rained all day.", is_body=True
    )
    assert [block.anchor for block in prose.blocks] == [
        "why",
        "par-it-rained-all-day",
        "par-it-rained-all-day-2",
    ]


def test_a_block_knows_its_lines() -> None:
    prose, _ = parse_prose("a.md", "One\ntwo.\n\n- three\n- four\n", first_line=11)
    assert [(b.first_line, b.last_line) for b in prose.blocks] == [(11, 12), (14, 14), (15, 15)]


@pytest.mark.parametrize("text", ["[" * 50_000, "[[" * 25_000, "*a" * 25_000, "> " * 5_000 + "a"])
def test_brackets_without_end_are_read_in_linear_time(text: str) -> None:
    # Not a measurement: what is not linear takes minutes here, and the test would be seen to hang.
    begun = time.monotonic()
    parse_prose("a.md", text)
    assert time.monotonic() - begun < 60
