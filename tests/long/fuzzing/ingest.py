"""Articles of any kind: what becomes of them is a record one can read, and holds none of their sentences."""

import re

from hypothesis import strategies as st

from explainer.model.form import replace
from explainer.text.articles import blocks_of, read_article
from explainer.text.articles.found import FoundPassage, find_in
from explainer.text.articles.merge import FlowStyleError, differences, merge
from explainer.text.articles.people import KnownActor
from explainer.text.articles.record import Head, record_text, scalar
from explainer.text.yaml import read_yaml
from tests.hostile import PAYLOADS
from tests.long.fuzzing.texts import files_of, parts_of, texts
from tests.long.fuzzing.told import assert_told
from tests.long.fuzzing.trying import Target

_FILES = ("tests/articles/*.txt", "tests/articles/*.html", "tests/articles/e*.md")
_SIGNS = (
    *PAYLOADS,
    *("<p>", "</p>", "<article>", "<main>", "<nav>", "<li>", "<time datetime='x'>", "<h1>", "<br>"),
    *(
        "<html lang='",
        "<meta name='date' content='",
        "<link rel=canonical href='",
        "&nbsp;",
        "&#0;",
    ),
    *("&#xD800;", "<![CDATA[", "<!DOCTYPE", "<script>", "<div>" * 300, "</div>", "<a href=x>"),
    *("# ", "## ", "> ", "- ", "[a](b)", "![a](b)", "* * *", "---", "```", "| a |"),
    *(
        "LONDON (Wire) — ",
        "By Ada Fenn",
        "Photo: ",
        "Updated 9 June 2025",
        "Read more:",
        "Support us",
    ),
    *(
        "31.02.2025",
        "99.99.2025",
        "0.0.0000",
        "31 February 2025",
        "Mr ",
        "said Ada Fenn",
        "she added",
    ),
    *("“", "”", "„", "«", "»", "'", '"', "10 million", "tens of billions", "9" * 400, "rose 5%"),
)
_ENDINGS = st.sampled_from((".txt", ".html", ".md"))
_LANGUAGES = st.sampled_from(("", "", "en", "de", "fr", "xx"))
_DAYS = st.sampled_from(("", "2025-06-10", "2025-06", "2025", "0001-01-01", "9999-12-31"))
_ACTORS = (
    KnownActor("ada-fenn", ("Ada Fenn", "Fenn"), ("the owner",), True),
    KnownActor("council", ("the council", "Vale Council"), (), False),
)
_RUN = 8
"""So many words in a row are taken from an article, and not two people's words for one thing."""
_Given = tuple[str, str, str, str]


def _holds_ingest(given: tuple[_Given, str]) -> None:
    (text, ending, language, published), newer = given
    found, record = _recorded(text, ending, language, published)
    document = read_yaml("seeds/a.yaml", record)
    assert not document.problems, document.problems
    assert len(document.value["passages"] or []) == len(found)
    _has_no_sentence(found)
    blocks_of(text)
    again = differences(document, record, found)
    assert not [line for line in again if "no longer" in line or "is no passage" in line], again
    _outlives(record, newer, ending, published)


def _recorded(
    text: str, ending: str, language: str, published: str
) -> tuple[tuple[FoundPassage, ...], str]:
    """What is found in an article, and its record."""
    article = read_article(text, ending, language=language)
    published = published or article.published
    found = find_in(article, _ACTORS, published)
    for passage in found:
        assert 1 <= passage.paragraph.line <= len(re.split(r"\r\n|\r|\n", text)), passage
    head = Head(article.publisher, article.url, published, "a" + ending, "0" * 64, article.language)
    return found, record_text(head, found, article.set_aside)


def _has_no_sentence(found: tuple[FoundPassage, ...]) -> None:
    """Of each passage its quotations alone stand in its record word for word."""
    for passage in found:
        assert all(len(name.split()) < _RUN for name in passage.unknown), passage.unknown
        rest = replace(passage, quotes=(), unknown=())
        lines = record_text(Head("", "", "", "a.txt", "0" * 64, "en"), [rest], [])
        bare = passage.paragraph.text
        for piece in re.split('["“”„«»]', bare):
            words = piece.split()
            for at in range(len(words) - _RUN + 1):
                run = words[at : at + _RUN]
                assert " ".join(run) not in lines or not _is_prose(run), run


def _is_prose(run: list[str]) -> bool:
    """Whether these are eight different words, and not signs."""
    return len({word for word in run if re.search(r"[^\W\d]{2}", word)}) == _RUN


def _outlives(record: str, newer: str, ending: str, published: str) -> None:
    """The record takes another text of its article, and keeps every line its writer may have touched."""
    article = read_article(newer, ending)
    found = find_in(article, _ACTORS, published)
    document = read_yaml("seeds/a.yaml", record)
    try:
        merged = merge(document, record, found, {"file": scalar("b.txt"), "sha256": "1" * 64})
    except FlowStyleError:
        raise AssertionError("a record of ours is in brackets") from None
    after = read_yaml("seeds/a.yaml", merged.text)
    assert_told(after.problems, {"seeds/a.yaml": merged.text})
    assert not after.problems, after.problems
    ids = [passage["id"] for passage in after.value["passages"] or []]
    assert len(ids) == len(set(ids)), ids
    kept = [line for line in record.split("\n") if line.startswith("  # status")]
    assert len(kept) <= merged.text.count("  # status")


_REAL = (*files_of(*_FILES), *parts_of(*_FILES))
INGEST = Target(
    st.tuples(st.tuples(texts(_REAL, _SIGNS), _ENDINGS, _LANGUAGES, _DAYS), texts(_REAL, _SIGNS)),
    _holds_ingest,
)
