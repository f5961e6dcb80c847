"""index: the words of the finished pages, for searching the text where the site is served."""

from collections.abc import Iterable, Iterator

from explainer.model.output import OutputFile
from explainer.text.addresses import LISTS
from explainer.text.fulltext import text_index

_SAID_ELSEWHERE = ("all", "glossary", "actors", "charts", "claims", "sources", "ask", "search")
"""Lists of what has a page of its own, where it is found too."""
_LEFT_OUT = frozenset({f"{LISTS[name]}index.html" for name in _SAID_ELSEWHERE} | {"404.html"})


def index_pages(files: Iterable[OutputFile], language: str) -> Iterator[OutputFile]:
    """`files`, each as it comes, and after the last the index of the pages among them, below pagefind/."""
    with text_index(language) as index:
        for file in files:
            if _is_indexed(file):
                index.add(file.path, file.content)
            yield file
        indexed = index.files()
    for path, content in sorted(indexed.items()):
        yield OutputFile(f"pagefind/{path}", content)


def _is_indexed(file: OutputFile) -> bool:
    if not file.facts or file.facts.is_redirect:
        return False
    return file.path not in _LEFT_OUT and not file.path.startswith("embed/")
