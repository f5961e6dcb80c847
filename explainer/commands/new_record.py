"""`new section|term|actor|event|chart|source NAME`: one record, ready to fill.

What has to be written is left empty, so that the build asks for it and nothing unfinished is
published; a section is a draft.
"""

import re
from pathlib import Path
from string import Template
from typing import Literal, get_args

from explainer.commands.line import MisunderstoodError
from explainer.commands.new_site import STARTER
from explainer.commands.terminal import Terminal
from explainer.disk.files import replace_file
from explainer.model.form import Form
from explainer.model.places import RESERVED_IDS
from explainer.model.problems import Origin, Problem, SiteError
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.slugs import slug
from explainer.text.yaml import read_yaml

Kind = Literal["section", "term", "actor", "event", "chart", "source"]
KINDS: tuple[Kind, ...] = get_args(Kind)


_NEXT = {"section": "it is a draft: `serve --drafts` shows it"}


class _Place(Form, frozen=True):
    """Where a record goes."""

    path: str
    """Relative to the site's root."""
    list: str = ""
    """The key of the list it is added to; empty when the record is a file of its own."""
    head: str = ""
    """What a new file begins with."""


def new_record(root: Path, kind: Kind, name: str, terminal: Terminal, *, id: str, file: str) -> int:
    """Begin a record of `kind` called `name` in the site at `root`; the exit status.

    `id` is made from the name when it is empty. `file` names the glossary's or actors' file, without
    folder and ending, that takes a term or an actor; where it is empty the first one there is.
    """
    own = id or id_of(name)
    _refuse_without_site(root)
    _refuse_id(root, own)
    place = _place(root, kind, own, file)
    text = _filled(kind, own, name)
    full = root / place.path
    if place.list:
        line = _append(full, place, text)
    else:
        line = 1
        full.parent.mkdir(parents=True, exist_ok=True)
        with full.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    terminal.say(f"{place.path}:{line}: the {kind} `{own}` begins here")
    terminal.say(f"    {_NEXT.get(kind, '`check` tells what is still to be written')}")
    return 0


def id_of(name: str) -> str:
    """An id for `name`: its letters a to z and digits, with hyphens between; may be empty."""
    return slug(name)[:60].rstrip("-")


def _refuse_without_site(root: Path) -> None:
    if not (root / "site.yaml").is_file():
        raise MisunderstoodError(
            f"{root} holds no site: there is no site.yaml",
            "name a site's folder with `--root DIR`, or begin one with `new DIR`",
        )


def _refuse_id(root: Path, id: str) -> None:
    if not re.fullmatch(r"[a-z0-9-]+", id):
        raise MisunderstoodError(
            "the name gives no id" if not id else f"`{id}` is no id",
            "add `--id some-words`, made of a–z, 0–9 and hyphens",
        )
    if id in RESERVED_IDS:
        raise MisunderstoodError(
            f"the id `{id}` is taken by a page of the site", "add `--id` and another one"
        )
    site = parse_site(read_sources(root), drafts=True)
    taken = {record.id: f", by {record.origin}" for record in site.records()}
    if id in taken or id in site.unread:
        raise MisunderstoodError(
            f"the id `{id}` is taken{taken.get(id, '')}", "add `--id` and another one"
        )


def _place(root: Path, kind: Kind, id: str, file: str) -> _Place:
    if file and not re.fullmatch(r"[a-z0-9-]+", file):
        raise MisunderstoodError(
            f"`{file}` names no file", "write its name without folder and ending"
        )
    match kind:
        case "section":
            return _Place(f"content/sections/{_next_number(root)}-{id}.md")
        case "term":
            name = file or _first(root / "content/glossary", "terms")
            return _Place(
                f"content/glossary/{name}.yaml",
                "terms",
                _named("glossary") + f"field: {_said(name)}\n",
            )
        case "actor":
            name = file or _first(root / "content/actors", "others")
            head = _named("actors") + f"side: {name}\nname: {_said(name)}\n"
            return _Place(f"content/actors/{name}.yaml", "actors", head)
        case "event":
            return _Place("content/timeline.yaml", "events")
        case "chart":
            return _Place(f"content/charts/{id}.yaml")
        case "source":
            return _Place(f"content/references/{id}.yaml")


def _named(schema: str) -> str:
    """The line by which editors know what a file may say."""
    return f"# yaml-language-server: $schema=../../schemas/{schema}.json\n"


def _said(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _first(folder: Path, otherwise: str) -> str:
    return next((path.stem for path in sorted(folder.glob("*.yaml"))), otherwise)


def _next_number(root: Path) -> int:
    names = [path.name for path in (root / "content/sections").glob("*.md")]
    numbers = [int(found[0]) for name in names if (found := re.match(r"\d+", name))]
    return (max(numbers, default=0) // 10 + 1) * 10


def _filled(kind: Kind, id: str, name: str) -> str:
    ending = "md" if kind == "section" else "yaml"
    template = (STARTER / "records" / f"{kind}.{ending}").read_text(encoding="utf-8")
    return Template(template).substitute(id=id, name=_yaml_text(name))


def _yaml_text(text: str) -> str:
    """`text` as YAML writes it: bare where it can be nothing else, in quotation marks otherwise."""
    if re.fullmatch(r"[^\W\d_][\w' -]*\??", text) and text not in ("true", "false", "null"):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]+", " ", escaped) + '"'


def _append(full: Path, place: _Place, record: str) -> int:
    """Add `record` to the end of the file's list; the line it begins in.

    Raises `SiteError` where the file does not end in that list: there a person knows better.
    """
    before = full.read_text(encoding="utf-8") if full.exists() else f"{place.head}{place.list}:\n"
    kept = re.sub(rf"(?m)^{place.list}: *\[\] *$", f"{place.list}:", before).rstrip() + "\n"
    indent = re.search(rf"(?m)^{place.list}:[ ]*(?:#.*)?\n(?:[ ]*(?:#.*)?\n)*([ ]*)- ", kept)
    spaces = indent[1] if indent else ""
    added = "".join(spaces + line if line.strip() else line for line in record.splitlines(True))
    after = kept + added
    listed = _count(before, place)
    if listed is None or _count(after, place) != listed + 1:
        raise SiteError([
            Problem(
                Origin(place.path),
                f"this file does not end in its list of {place.list}",
                f"move `{place.list}:` to its end, or add by hand:\n{record.strip()}",
                "records",
            )
        ])  # fmt: skip
    full.parent.mkdir(parents=True, exist_ok=True)
    replace_file(full, after.encode())
    return kept.count("\n") + 1 + (len(added) - len(added.lstrip("\n")))


def _count(text: str, place: _Place) -> int | None:
    """How many records the list holds; None when YAML cannot read it."""
    document = read_yaml(place.path, text)
    if document.problems or not isinstance(document.value, dict):
        return None
    return len(document.value.get(place.list) or ())
