"""Commands on articles and their records."""

from pathlib import Path

from explainer.commands.line import Command, Parser, Typed
from explainer.commands.terminal import Terminal


def _ingest_options(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the article: .txt, .html or .md")
    parser.add_argument("--id", required=True, help="the record is seeds/ID.yaml")
    parser.add_argument("--publisher", default="", metavar="NAME", help="who published it")
    parser.add_argument("--published", default="", metavar="DATE", help="when, as 2025-06-10")
    parser.add_argument("--url", default="", metavar="URL", help="where it was read")
    parser.add_argument(
        "--language", default="", metavar="LANG", help="en, de or fr, if it is not plain to see"
    )


def _ingest(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.ingest import ingest

    return ingest(
        root,
        given.file,
        id=given.id,
        publisher=given.publisher,
        published=given.published,
        url=given.url,
        language=given.language,
        terminal=terminal,
    )


INGEST = Command(
    "ingest FILE --id ID",
    "make a record from an article's text",
    _ingest_options,
    _ingest,
    ("ingest article.txt --id ferry --publisher 'The Harbour Post'  start a seed",),
)


def _verify_options(parser: Parser) -> None:
    parser.add_argument("id", nargs="?", metavar="ID", help="the seed; without it all of them")
    parser.add_argument(
        "--text", type=Path, metavar="FILE", help="the article, if it is not beside the record"
    )


def _verify(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.verify import verify

    return verify(root, given.id, given.text, terminal)


VERIFY = Command(
    "verify [ID]",
    "hold a record against its article's text, write the lock",
    _verify_options,
    _verify,
    ("verify london-talks --text ~/article.txt  the text lies elsewhere",),
)


def _split_options(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help="the seed")
    parser.add_argument(
        "--write", action="store_true", help="start drafts with what no section wants"
    )


def _split(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.split import split

    return split(root, given.id, write=given.write, terminal=terminal)


SPLIT = Command(
    "split ID",
    "lay each passage to the section it belongs to",
    _split_options,
    _split,
    ("split ferry --write  start draft sections from the record",),
)


def _suggest_options(parser: Parser) -> None:
    parser.add_argument("--all", action="store_true", help="tell all of each kind")


def _suggest(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.suggest import suggest

    return suggest(root, show_all=given.all, terminal=terminal)


SUGGEST = Command(
    "suggest",
    "what might be better: names, sentences, balance",
    _suggest_options,
    _suggest,
    ("suggest --all  every one of each kind",),
)
