"""`suggest`: what a writer may mend, beside what must be mended."""

from itertools import groupby
from pathlib import Path

from explainer.commands.terminal import Terminal
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.phrases import several
from explainer.text.suggestions import Suggestion
from explainer.text.suggestions.balance import Share, balance
from explainer.text.suggestions.naming import (
    ambiguous,
    near_kinds,
    near_misses,
    unexplained,
    unlinked,
)
from explainer.text.suggestions.numbers import exchanged
from explainer.text.suggestions.style import crowded, jargon, long_sentences

_KINDS = (
    near_misses,
    near_kinds,
    exchanged,
    unexplained,
    ambiguous,
    unlinked,
    crowded,
    long_sentences,
    jargon,
)
_MOST = 20
"""So many of a kind are told, unless all are asked for: the first ones are enough for a day."""


def suggest(root: Path, *, show_all: bool = False, terminal: Terminal | None = None) -> int:
    """0, once everything that might be better in the site at `root` was told.

    Never 1: a site with suggestions is published like any other.
    """
    terminal = terminal or Terminal()
    site = parse_site(read_sources(root), drafts=True)
    if site.problems:
        terminal.tell(
            f"{len(site.problems)} problems keep parts of the site from being read; "
            "`build.py check` tells them"
        )
    found = sorted({suggestion for kind in _KINDS for suggestion in kind(site)})
    for kind, group in groupby(found, key=lambda one: one.kind):
        for line in _told(kind, list(group), show_all):
            terminal.say(line)
    for line in _balance_lines(balance(site)):
        terminal.say(line)
    terminal.say(f"{several(len(found), 'suggestion')}; none keeps the site from being built")
    return 0


def _told(kind: str, group: list[Suggestion], show_all: bool) -> list[str]:
    shown = group if show_all else group[:_MOST]
    rest = len(group) - len(shown)
    more = [f"… and {rest} more; `--all` tells them"] if rest else []
    return [f"{kind} ({len(group)})", *map(str, shown), *more, ""]


def _balance_lines(shares: tuple[Share, ...]) -> list[str]:
    """A table: words, quotations and statements by side."""
    total = sum(share.words for share in shares)
    if not total:
        return []
    wide = max(len(share.side) for share in shares)
    lines = [f"{'balance of the sections':<{wide}}   words          quotations  statements"]
    for share in shares:
        part = f"({share.words / total:.0%})"
        lines.append(
            f"  {share.side:<{wide}} {share.words:6,} {part:>6} {share.quotations:12} {share.statements:11}"
        )
    return [*lines, ""]
