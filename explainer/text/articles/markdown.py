"""The blocks of an article saved as Markdown."""

import re

from explainer.text.articles.blocks import Page, RawBlock, Role, tidy

_FENCE = re.compile(r"^\s*(```|~~~)")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^)\s]*(?:\s+[\"']([^\"']*)[\"'])?\)")
_LINK = re.compile(r"\[([^\[\]]+)\](?:\([^)]*\)|\[[^\]]*\])")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*\*\*|\*\*|\*|___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ALL_EMPHASIS = re.compile(r"([*_])(?![*_])[^*_]+\1$")


def blocks_of_markdown(text: str) -> Page:
    """The blocks of Markdown `text`: headings, images and what stands under them known as such."""
    lines = text.split("\n")
    known, first = _front_matter(lines)
    blocks: list[RawBlock] = []
    for number, group in _groups(lines, first):
        previous = blocks[-1] if blocks else None
        blocks += _blocks_of(group, number, previous)
    return Page(
        tuple(block for block in blocks if block.text),
        publisher=known.get("publisher", ""),
        published=known.get("date", known.get("published", ""))[:10],
        url=known.get("url", ""),
        language=known.get("lang", known.get("language", "")),
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """Its plain `key: value` lines, and the index of the first line behind it."""
    if not lines or lines[0].strip() != "---":
        return {}, 0
    for index, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            pairs = (part.partition(":") for part in lines[1:index])
            return {k.strip(): v.strip().strip("\"'") for k, _, v in pairs}, index + 1
    return {}, 0


def _groups(lines: list[str], first: int) -> list[tuple[int, list[str]]]:
    """Lines that belong together, each group with the number of its first line; no code."""
    groups: list[tuple[int, list[str]]] = []
    is_open, in_code = False, False
    for number, line in enumerate(lines[first:], first + 1):
        if _FENCE.match(line):
            in_code, is_open = not in_code, False
        elif in_code or not line.strip() or re.fullmatch(r"\s*([-*_])(\s*\1){2,}\s*", line):
            is_open = False
        elif not is_open or re.match(r"\s*(#{1,6}\s|[-*+]\s|\d+[.)]\s|!\[)", line):
            groups.append((number, [line]))
            is_open = not re.match(r"\s*#{1,6}\s", line)
        else:
            groups[-1][1].append(line)
    return groups


def _blocks_of(group: list[str], number: int, previous: RawBlock | None) -> list[RawBlock]:
    text = tidy(" ".join(re.sub(r"^\s*>\s?", "", line) for line in group))
    heading = re.match(r"(#{1,6})\s+(.*?)\s*#*$", text)
    if heading:
        return [RawBlock(plain(heading[2]), number, "headline" if heading[1] == "#" else "heading")]
    image = _IMAGE.match(text)
    if image:
        rest = plain(text[image.end() :])
        # What is under a picture says more than its alternative text, which readers never see.
        return [RawBlock(tidy(rest or image[2] or ""), number, "caption")]
    is_link = bool(re.fullmatch(r"(?:[-*+]\s+)?\[[^\]]+\]\([^)]*\)", text))
    item = re.match(r"(?:[-*+]|\d+[.)])\s+(.*)", text)
    role: Role = "list" if item else ""
    under_picture = previous is not None and previous.role == "caption" and not previous.text
    if under_picture and _ALL_EMPHASIS.match(text):
        role = "caption"
    return [RawBlock(plain(item[1] if item else text), number, role, is_link)]


def plain(text: str) -> str:
    """`text` without the marks of Markdown."""
    text = re.sub(r"<!--.*?-->|</?[a-zA-Z][^>]*>|\[\^[^\]]+\]", "", text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return tidy(re.sub(r"\\([\\`*_{}\[\]()#+\-.!>~|\"'])", r"\1", text))
