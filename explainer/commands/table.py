"""Every command: what it is called, what it takes, and where it is done.

What a command does is imported when it is typed, so that `--help` answers at once.
"""

from pathlib import Path

from explainer.commands.line import (
    Command,
    MisunderstoodError,
    Parser,
    Typed,
    add_format,
    address,
    whole_number,
)
from explainer.commands.terminal import Terminal
from explainer.model.options import Options


def _site_options(parser: Parser) -> None:
    parser.add_argument(
        "-b", "--base-url", type=address, metavar="URL",
        help="where the site will be read, instead of site.yaml's",
    )  # fmt: skip
    parser.add_argument("-D", "--drafts", action="store_true", help="take drafts in")
    parser.add_argument(
        "--portable", action="store_true", help="links that open from file:// as well"
    )


def _work_options(parser: Parser) -> None:
    parser.add_argument(
        "--jobs", type=whole_number(0, 256), default=1, metavar="N",
        help="work in so many processes; 0 for as many as there are processors",
    )  # fmt: skip
    parser.add_argument(
        "--no-cache", action="store_true", help="make everything anew, remember nothing"
    )


def _build_options(parser: Parser) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write there instead of output/"
    )
    _site_options(parser)
    _work_options(parser)
    add_format(parser)


def _check_options(parser: Parser) -> None:
    _site_options(parser)
    _work_options(parser)
    add_format(parser)


def _build(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.build import Work, build

    output = given.output or root / "output"
    _refuse_to_overwrite_sources(output.resolve(), root.resolve())
    work = Work(given.jobs, not given.no_cache)
    return build(root, output, _options(given), work, terminal)


def _check(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.build import Work, check

    return check(root, _options(given), Work(given.jobs, not given.no_cache), terminal)


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


def _options(given: Typed) -> Options:
    return Options(given.base_url or "", given.drafts, given.portable)


def _refuse_to_overwrite_sources(output: Path, root: Path) -> None:
    """Stop before a build could take the place of what it is made from."""
    kept = ("content", "seeds", "templates", "explainer", "docs", "tests", ".git")
    is_inside = any(output.is_relative_to(root / name) for name in kept)
    if root.is_relative_to(output) or is_inside:
        raise MisunderstoodError(
            f"{output} holds the site's sources",
            "name a folder that holds nothing else: `--output ../site`",
        )


COMMANDS: dict[str, Command] = {
    "build": Command(
        "build",
        "read, check and write output/; so does no command at all",
        _build_options,
        _build,
        (
            "build --drafts             with sections marked as drafts",
            "build --portable -o ../usb for reading without a server",
        ),
    ),
    "check": Command(
        "check",
        "the same, and write nothing",
        _check_options,
        _check,
        ("check --format github  problems as annotations of a pull request",),
    ),
    "ingest": Command(
        "ingest FILE --id ID",
        "make a record from an article's text",
        _ingest_options,
        _ingest,
        ("ingest article.txt --id ferry --publisher 'The Harbour Post'  start a seed",),
    ),
}
