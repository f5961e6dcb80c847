"""index: the words of the finished pages, for searching the text where the site is served."""

from collections.abc import Iterable

from explainer.model.output import OutputFile
from explainer.text.addresses import LISTS
from explainer.text.fulltext import index_text

_SAID_ELSEWHERE = ("all", "glossary", "actors", "charts", "claims", "sources", "ask", "search")
"""Lists of what has a page of its own, where it is found too."""


def index_pages(files: Iterable[OutputFile], language: str) -> list[OutputFile]:
    """The index of the pages among `files`, below pagefind/."""
    left_out = {f"{LISTS[name]}index.html" for name in _SAID_ELSEWHERE} | {"404.html"}
    pages = [
        (file.path, file.content)
        for file in files
        if file.facts and not file.facts.is_redirect and file.path not in left_out
        if not file.path.startswith("embed/")
    ]
    indexed = index_text(pages, language)
    return [OutputFile(f"pagefind/{path}", content) for path, content in sorted(indexed.items())]
