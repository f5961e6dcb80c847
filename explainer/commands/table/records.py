"""Commands that begin and describe records."""

from pathlib import Path

from explainer.commands.line import Command, MisunderstoodError, Parser, Typed
from explainer.commands.terminal import Terminal
from explainer.text.phrases import did_you_mean


def _new_options(parser: Parser) -> None:
    parser.add_argument(
        "what", metavar="DIR | section | term | actor | event | chart | source",
        help="a new folder for an explainer, or the kind of record to begin",
    )  # fmt: skip
    parser.add_argument("name", nargs="*", help="the record's name; a section's question")
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

    name = " ".join(given.name).strip()
    if given.what in KINDS:
        if not name:
            raise MisunderstoodError(
                f"a new {given.what} needs a name", f'add it: `new {given.what} "its name"`'
            )
        return new_record(root, given.what, name, terminal, id=given.id, file=given.file)
    if name:
        raise MisunderstoodError(
            f"`{given.what}` is no kind of record", did_you_mean(given.what, KINDS) or _kinds(KINDS)
        )
    return new_site(Path(given.what), terminal, uses_git=not given.no_git)


def _kinds(kinds: tuple[str, ...]) -> str:
    return f"there are {', '.join(kinds[:-1])} and {kinds[-1]}"


NEW = Command(
    "new DIR",
    "a fresh explainer; `new section NAME`: a record to fill",
    _new_options,
    _new,
    (
        "new ../harbour                        a fresh explainer that builds at once",
        'new term "night closure" --in roads   a term in content/glossary/roads.yaml',
        'new section "Why is it closed?"       a section, as a draft',
    ),
)


def _schema_options(parser: Parser) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write there instead of schemas/"
    )
    parser.add_argument(
        "--manual", type=Path, metavar="FILE", help="write every key into this file, for people"
    )


def _schema(given: Typed, root: Path, terminal: Terminal) -> int:
    from explainer.commands.schema import schema

    return schema(given.output or root / "schemas", terminal, manual=given.manual)


SCHEMA = Command(
    "schema",
    "JSON Schemas of all records, for editors",
    _schema_options,
    _schema,
    ("schema --manual docs/records.md  every key for people, too",),
)
