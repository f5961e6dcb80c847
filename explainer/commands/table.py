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
    near,
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


def _new_options(parser: Parser) -> None:
    parser.add_argument(
        "what", metavar="DIR | section | term | actor | event | chart | source",
        help="a new folder for an explainer, or the kind of record to begin",
    )  # fmt: skip
    parser.add_argument("name", nargs="?", help="the record's name; a section's question")
    parser.add_argument("--id", default="", help="the record's id, instead of one from its name")
    parser.add_argument(
        "--in", dest="file", default="", metavar="FILE",
        help="the glossary's or actors' file that takes it: `trade-policy`",
    )  # fmt: skip
    parser.add_argument(
        "--no-git", action="store_true", help="do not make the new folder a git repository"
    )


def _new(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.new_record import KINDS, new_record
    from explainer.commands.new_site import new_site

    if given.what in KINDS:
        if not (given.name or "").strip():
            raise MisunderstoodError(
                f"a new {given.what} needs a name", f'add it: `new {given.what} "its name"`'
            )
        return new_record(root, given.what, given.name, terminal, id=given.id, file=given.file)
    if given.name is not None:
        raise MisunderstoodError(
            f"`{given.what}` is no kind of record", near(given.what, KINDS) or _kinds(KINDS)
        )
    return new_site(Path(given.what), terminal, uses_git=not given.no_git)


def _kinds(kinds: tuple[str, ...]) -> str:
    return f"there are {', '.join(kinds[:-1])} and {kinds[-1]}"


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
    "new": Command(
        "new DIR",
        "a fresh explainer; `new section NAME`: a record to fill",
        _new_options,
        _new,
        (
            "new ../harbour                        a fresh explainer that builds at once",
            'new term "night closure" --in roads   a term in content/glossary/roads.yaml',
            'new section "Why is it closed?"       a section, as a draft',
        ),
    ),
}
