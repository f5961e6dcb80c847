"""One file of records on its way to forms."""

import re
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from explainer.model.form import Form, replace
from explainer.model.places import RESERVED_IDS
from explainer.model.problems import Origin, Problem
from explainer.model.prose import PassageRef, Prose, passage_ref
from explainer.model.sources import SourceFile
from explainer.stages.parse.records import Read
from explainer.text.markdown import parse_prose

S = TypeVar("S")


class Parsed(Form, Generic[S], frozen=True):
    """What one file gave: its forms, or what keeps them from being made."""

    records: tuple[S, ...]
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()


@dataclass(slots=True)
class RecordFile:
    """A file that YAML could read: makes prose of its fields, and collects their problems."""

    file: SourceFile
    read: Read[Any]
    language: str
    problems: list[Problem] = field(default_factory=list)
    lines: list[str] = field(init=False)
    """Of the file, to see which sign stands before a text."""

    def __post_init__(self) -> None:
        self.lines = self.file.text.split("\n")

    def prose(self, text: str | None, *path: str | int) -> Prose:
        """The prose of the field at `path`; empty for None."""
        if not text:
            return Prose(self.file.path, ())
        first, last = self.read.lines(*path)
        column = self.read.origin(*path).column
        sign = self.lines[first - 1][column - 1 : column]
        if sign in ("|", ">"):
            first += 1
        prose, problems = parse_prose(
            self.file.path, text, first_line=first, language=self.language
        )
        self.problems += problems
        if sign == "|":
            return prose
        # YAML joined the lines, so only the whole field is sure to hold a block.
        blocks = tuple(
            replace(b, first_line=first, last_line=max(first, last)) for b in prose.blocks
        )
        return replace(prose, blocks=blocks)

    def common(self, record: Any, *path: str | int, id: str | None = None) -> dict[str, Any]:
        """What every record has, as keyword arguments."""
        place = (*path, "id") if id is None else path
        return {
            "id": id or record.id,
            "origin": self.read.origin(*place),
            "layer": record.layer,
            "moved_from": record.moved_from,
            "updated": record.updated or "",
        }

    def named(self, record: Any, *path: str | int) -> dict[str, Any]:
        """What every record with a name has."""
        return {
            **self.common(record, *path),
            "name": record.name,
            "aliases": record.aliases,
            "by_hand": record.by_hand,
            "autolink": record.autolink,
            "cites": refs(record.cites),
        }

    def parsed(self, *records: Any) -> Parsed[Any]:
        return Parsed(records, tuple(self.problems))


def refs(cites: tuple[str, ...]) -> tuple[PassageRef, ...]:
    return tuple(map(passage_ref, cites))


def id_of_path(path: str) -> str:
    """The id a file's name gives: without folder, ending and number."""
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return re.sub(r"^\d+-", "", name)


def unread(file: SourceFile, read: Read[Any], *, is_one: bool) -> Parsed[Any]:
    """The outcome for a file with problems; `is_one` says it holds one record, named by the file."""
    ids = read.unread | ({id_of_path(file.path)} if is_one else frozenset())
    return Parsed((), read.problems, frozenset(ids))


def front_matter(
    file: SourceFile, first_key: str = "question"
) -> tuple[str, str, int, Problem | None]:
    """Front matter, body, the body's first line, and what is wrong with the fences."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != "---":
        problem = Problem(
            Origin(file.path),
            "there is no front matter",
            f"begin with a line `---`, then `{first_key}: …`, then `---` again",
            "records",
        )
        return "", file.text, 1, problem
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            matter, text = "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
            return matter, text, number + 2, _second(file, lines, number + 1)
    problem = Problem(
        Origin(file.path), "the front matter is not closed", "end it with a line `---`", "records"
    )
    return "", "", 1, problem


def _second(file: SourceFile, lines: list[str], start: int) -> Problem | None:
    """A problem if the text, from the line with the index `start` on, begins with front matter again."""
    first = next((n for n in range(start, len(lines)) if lines[n].strip()), start)
    below = [line.rstrip() for line in lines[first:]]
    if below[:1] != ["---"] or "---" not in below[1:]:
        return None
    return Problem(
        Origin(file.path, first + 1),
        "front matter stands here a second time",
        "write its keys above, between the first two lines of `---`",
        "records",
    )


def id_of(file: SourceFile, record: Any, here: RecordFile) -> str:
    """The record's id, given or from the file's name; notes a problem when it is none."""
    if record.id:
        return str(record.id)
    id = id_of_path(file.path)
    if not re.fullmatch(r"[a-z0-9-]+", id):
        message = f"the file's name gives the id `{id}`, which is none"
        hint = "name it in a–z, 0–9 and hyphens, or give it an `id:`"
        here.problems.append(Problem(Origin(file.path), message, hint, "records"))
    elif id in RESERVED_IDS:
        message = f"the id `{id}` is taken by a page of the site"
        hint = "name the file otherwise, or give it an `id:`"
        here.problems.append(Problem(Origin(file.path), message, hint, "records"))
    return id
