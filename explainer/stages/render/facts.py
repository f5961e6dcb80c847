"""What `audit` asks of a page, read off its HTML."""

import re
from collections.abc import Iterable, Iterator

from explainer.model.output import Facts

# Every text and attribute is escaped, so a quotation mark after `=` can only be markup's own. What a
# pattern begins with is found several times as quickly as a space with something behind it.
_IDS = re.compile(r'="(?<=\sid=")([^"]*)"')
_ADDRESSED = "|".join(rf'(?<=\s{name}=")' for name in ("href", "src", "srcset", "poster", "data"))
_LINKS = re.compile(rf'="(?:{_ADDRESSED})([^"]*)"')
_HEADINGS = re.compile(r"<h([1-6])[\s>]")
_LANDMARKS = re.compile(r"<(main|nav|header|footer)[\s>]")
_LANGUAGE = re.compile(r'<html[^>]*\slang="([^"]*)"')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_BROUGHT = re.compile(
    r"<(?:s(?:cript|ource|tyle)|i(?:frame|mage|mg|nput)|audio|embed|frame|link|object|track|use|video)"
    r"\b[^>]*>"
)
"""Tags that may bring something into a page."""
_HANDLERS = re.compile(r"on(?<=\son)[A-Za-z]+(?=\s*=)")
_STYLES = re.compile(r"style(?<=\sstyle)(?=\s*=)")
_ALT = re.compile(r"\salt\b")
_IS_BESIDE = re.compile(r'\ssrc\s*=|\stype="application/ld\+json"')
"""A script that stands in a file of its own, or is none."""
_IS_ONLY_NAMED = re.compile(r'\srel="(?:alternate|author|canonical|license|me)"')
"""A link that no browser follows by itself."""
_ELSEWHERE = re.compile(
    r"""\s(?:(?:data|href|poster|src)\s*=\s*["']?\s*|srcset\s*=\s*["']?(?:[^>"']*?[\s,])?)"""
    r"""((?:https?:)?//[^"'\s>]*)""",
    re.IGNORECASE,
)


def facts_of(html: str, template: str = "") -> Facts:
    """What `audit` asks of the page `html`, which this engine made with `template`."""
    language = _LANGUAGE.search(html)
    title = _TITLE.search(html)
    links = tuple(dict.fromkeys(_LINKS.findall(html)))
    brought = _BROUGHT.findall(html)
    return Facts(
        ids=tuple(_IDS.findall(html)),
        links=links,
        headings=tuple(map(int, _HEADINGS.findall(html))),
        landmarks=tuple(_LANDMARKS.findall(html)),
        language=language[1] if language else "",
        title=title[1] if title else "",
        images_without_alt=sum(tag.startswith("<img") and not _ALT.search(tag) for tag in brought),
        inline=tuple(dict.fromkeys(_inline(html, links, brought))),
        fetched=tuple(dict.fromkeys(_fetched(brought))),
        is_redirect='http-equiv="refresh"' in html,
        template=template,
    )


def _inline(html: str, links: Iterable[str], brought: Iterable[str]) -> Iterator[str]:
    for tag in brought:
        if tag.startswith("<style"):
            yield "<style>"
        elif tag.startswith("<script") and not _IS_BESIDE.search(tag):
            yield "<script>"
    for pattern in (_HANDLERS, _STYLES):
        for found in pattern.finditer(html):
            if _is_attribute(html, found.start()):
                yield found[0]
    yield from (link for link in links if link.startswith("javascript:"))


def _is_attribute(html: str, place: int) -> bool:
    """Whether what stands at `place` is an attribute's name, and not text, nor within a value."""
    begun = html.rfind("<", 0, place)
    return begun >= 0 and ">" not in html[begun:place] and not html.count('"', begun, place) % 2


def _fetched(brought: Iterable[str]) -> Iterator[str]:
    for tag in brought:
        found = _ELSEWHERE.search(tag)
        if found and not (tag.startswith("<link") and _IS_ONLY_NAMED.search(tag)):
            yield found[1]
