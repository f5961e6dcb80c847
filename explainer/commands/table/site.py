"""Commands on the whole site."""

import re
from io import StringIO
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
from explainer.model.form import replace
from explainer.model.options import Options

_ITS_OUTPUT = Path("output")
"""That of the site, where `check --output` names no other."""


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
        "--jobs", type=whole_number(256), default=0, metavar="N",
        help="work in so many processes (default: as many as processors)",
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
    parser.add_argument(
        "--output", nargs="?", type=Path, const=_ITS_OUTPUT, metavar="DIR",
        help="hold output/ (or DIR) to its manifest instead",
    )  # fmt: skip
    parser.add_argument(
        "--external", action="store_true", help="ask the addresses outside the site as well"
    )
    _site_options(parser)
    _work_options(parser)
    add_format(parser)


def _build(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.build import Work, build

    output = given.output or root / _ITS_OUTPUT
    _refuse_to_overwrite_sources(output.resolve(), root.resolve())
    work = Work(given.jobs, not given.no_cache, given.typed)
    return build(root, output, _options_to_write(given), work, terminal)


def _check(given: Typed, root: Path, terminal: Terminal) -> int:
    if given.output is not None:
        from explainer.commands.check_output import check_output

        output = root / _ITS_OUTPUT if given.output is _ITS_OUTPUT else given.output
        return check_output(root, output, terminal)
    from explainer.commands.build import Work, check

    work = Work(given.jobs, not given.no_cache)
    if not given.external:
        return check(root, _options(given), work, terminal)
    from explainer.commands.check_external import check_external

    # What is right with the site is not worth a word of its own here, and in JSON would be a second.
    said = StringIO()
    if check(root, _options(given), work, replace(terminal, out=said)):
        terminal.out.write(said.getvalue())
        return 1
    return check_external(root, terminal)


def _options(given: Typed) -> Options:
    return Options(given.base_url or "", given.drafts, given.portable)


def _options_to_write(given: Typed) -> Options:
    return replace(_options(given), full_text=True)


def _below(path: Path, root: Path) -> tuple[str, ...]:
    """The names of the folders on the way from `root` to `path`."""
    return path.relative_to(root).parts if path.is_relative_to(root) else ()


def _refuse_to_overwrite_sources(output: Path, root: Path) -> None:
    """Stop before a build could take the place of what it is made from."""
    kept = ("content", "seeds", "templates", "explainer", "docs", "tests", ".git")
    is_inside = any(output.is_relative_to(root / name) for name in kept)
    # A site within a site would be what no build made, and so would one in a build's own folder.
    is_inside |= output != root / "output" and output.is_relative_to(root / "output")
    is_inside |= any(re.fullmatch(r"\.cache|\..+-work", part) for part in _below(output, root))
    if root.is_relative_to(output) or is_inside:
        raise MisunderstoodError(
            f"{output} is no place for a site: other things of this one are kept there",
            "name a folder that holds nothing else: `--output ../site`",
        )


BUILD = Command(
    "build",
    "read, check and write output/; so does no command at all",
    _build_options,
    _build,
    (
        "build --drafts             with sections marked as drafts",
        "build --portable -o ../usb for reading without a server",
    ),
)

CHECK = Command(
    "check",
    "the same, and write nothing",
    _check_options,
    _check,
    (
        "check --format github  problems as annotations of a pull request",
        "check --output         whether output/ is still what the build wrote",
        "check --external       whether the pages cited are still there",
    ),
)


def _serve_options(parser: Parser) -> None:
    parser.add_argument(
        "--port", type=whole_number(65535), default=8000, metavar="N",
        help="listen there, or at the next free of nine more (8000)",
    )  # fmt: skip
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    _site_options(parser)


def _serve(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.serve import serve

    return serve(root, _options(given), terminal, port=given.port, opens=given.open)


SERVE = Command(
    "serve",
    "preview on 127.0.0.1 that follows every save",
    _serve_options,
    _serve,
    ("serve --open --drafts  drafts too, in the browser",),
)


def _deploy_options(parser: Parser) -> None:
    parser.add_argument(
        "--remote", default="origin", metavar="NAME", help="a remote, or its address (origin)"
    )
    parser.add_argument(
        "--branch", default="gh-pages", metavar="NAME", help="the branch to show (gh-pages)"
    )
    parser.add_argument(
        "--allow-dirty", action="store_true", help="take changes along that are in no commit"
    )
    _site_options(parser)
    _work_options(parser)


def _deploy(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.build import Work
    from explainer.commands.deploy import Target, deploy

    for name in (given.remote, given.branch):
        if name.startswith("-") or not name.strip():
            raise MisunderstoodError(f"`{name}` names nothing", "write a name without a hyphen")
    target = Target(given.remote, given.branch, given.allow_dirty)
    work = Work(given.jobs, not given.no_cache)
    return deploy(root, target, _options_to_write(given), work, terminal)


DEPLOY = Command(
    "deploy",
    "output/ to the branch that GitHub Pages shows",
    _deploy_options,
    _deploy,
    (
        "deploy --remote origin             to the branch gh-pages of a remote",
        "deploy --remote git@host:me/x.git  to one that has no name here",
    ),
)
