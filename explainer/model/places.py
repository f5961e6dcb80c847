"""Where a build puts what it makes, and what it remembers."""

from pathlib import Path

MANIFEST = "data/manifest.json"
"""The file of the finished site that lists all others."""

CACHE = ".cache"
"""The folder in the site's root where builds remember what they made. It may be deleted at any time."""


RESERVED_IDS = frozenset(
    {"all", "glossary", "actors", "timeline", "charts", "claims", "sources", "ask", "search"}
    | {"about", "corrections", "data", "feed", "embed", "assets", "pagefind"}
    | {"404", "index", "sitemap", "robots", "llms"}
)
"""The first folders of pages and files that are not records'."""


def work_folder(output: Path) -> Path:
    """The folder beside `output` in which the next site is made."""
    return output.with_name(f".{output.name}-work")
