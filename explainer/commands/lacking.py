"""What a site goes without because a package is not installed, told only where it would show."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from explainer.commands.settings import settings_of
from explainer.model.output import OutputFile
from explainer.text.cards import cards_are_drawn_with, in_glyphs
from explainer.text.charts import charts_are_drawn_with
from explainer.text.fulltext import text_is_indexed_with


def lacking(root: Path, files: Iterable[OutputFile]) -> tuple[str, ...]:
    """A sentence for each thing the site in `root`, made as `files`, would have with a package more."""
    has_charts = any(f.path.startswith("charts/") and f.path.endswith(".csv") for f in files)
    return tuple(
        f"{what}; `{_python()} -m pip install {package}` adds {more}"
        for what, package, more in _missing(root, has_charts=has_charts)
    )


def _missing(root: Path, *, has_charts: bool) -> Iterator[tuple[str, str, str]]:
    if has_charts and not charts_are_drawn_with():
        yield "charts are tables alone", "vl-convert-python", "the pictures"
    has_cards, has_index = bool(cards_are_drawn_with()), bool(text_is_indexed_with())
    if has_cards and has_index:
        return
    settings = settings_of(root)
    # In letters the card's font lacks there is none to miss.
    if settings and not has_cards and in_glyphs(settings.title):
        yield "pages have no social cards", "pillow", "the pictures"
    if settings and not has_index and settings.search:
        yield "names alone are searched", '"pagefind[bin]"', "the text"


def _python() -> Path:
    here = Path(sys.executable)
    return here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here
