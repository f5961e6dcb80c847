"""Where a build puts what it makes."""

from pathlib import Path

MANIFEST = "data/manifest.json"
"""The file of the finished site that lists all others."""

RESERVED_IDS = frozenset(
    {"all", "glossary", "actors", "timeline", "charts", "claims", "sources", "ask", "search"}
    | {"about", "corrections", "data", "feed", "embed", "assets", "pagefind"}
    | {"404", "index", "sitemap", "robots", "llms"}
)
"""The first folders of pages and files that are not records'."""


def work_folder(output: Path) -> Path:
    """The folder beside `output` in which the next site is made."""
    return output.with_name(f".{output.name}-work")
