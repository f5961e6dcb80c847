"""`schema`: what YAML may say, for editors and for people."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from explainer.commands.terminal import Terminal
from explainer.disk.files import replace_file
from explainer.model import records
from explainer.model.form import Form


class FileKind(Form, frozen=True):
    """A kind of file writers write."""

    name: str
    """Of its schema."""
    paths: tuple[str, ...]
    """Patterns of the files, relative to the site's root."""
    heading: str
    intro: str
    model: type[BaseModel]


KINDS = (
    FileKind(
        "site", ("site.yaml",), "The site",
        "One file: what the whole site says of itself.", records.SiteFile,
    ),
    FileKind(
        "section", ("content/sections/*.md",), "A section",
        "One file for each question; these keys stand between two lines of `---`, the text below "
        "them. The number in the file's name is the section's place.", records.SectionMatter,
    ),
    FileKind(
        "glossary", ("content/glossary/*.yaml",), "Terms",
        "One file for each field of knowledge.", records.GlossaryFile,
    ),
    FileKind(
        "actors", ("content/actors/*.yaml",), "Actors",
        "One file for each side: people, bodies, companies, places and states.",
        records.ActorsFile,
    ),
    FileKind(
        "timeline", ("content/timeline.yaml",), "The timeline",
        "One file: eras and events.", records.TimelineFile,
    ),
    FileKind(
        "chart", ("content/charts/*.yaml",), "A chart",
        "One file for each: numbers with their picture and table.", records.ChartFile,
    ),
    FileKind(
        "source", ("seeds/*.yaml", "content/references/*.yaml"), "A source",
        "One file for each seed and each reference. `seeds/*.lock.yaml` is none: `verify` writes it.",
        records.SourceRecord,
    ),
    FileKind(
        "corrections", ("content/corrections.yaml",), "Corrections",
        "One file: what was wrong on a published page, and what it says now.",
        records.CorrectionsFile,
    ),
    FileKind(
        "about", ("content/pages/about.md",), "How this was made",
        "One file; these keys stand between two lines of `---`, the text below them.",
        records.AboutMatter,
    ),
)  # fmt: skip


def schema(output: Path, terminal: Terminal, *, manual: Path | None = None) -> int:
    """Write a JSON Schema for each kind of file into `output`; the exit status.

    `manual` is a file to write the same into for people.
    """
    output.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        replace_file(output / name, text.encode())
    terminal.say(f"{len(KINDS)} schemas are in {output}")
    if manual:
        replace_file(manual, manual_text().encode())
        terminal.say(f"every key is explained in {manual}")
    return 0


def schema_texts() -> Mapping[str, str]:
    """The schemas by file name."""
    return {f"{kind.name}.json": _schema_text(kind) for kind in KINDS}


def _schema_text(kind: FileKind) -> str:
    said: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_schema_of(kind),
        "title": kind.heading,
        "description": kind.intro,
    }
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def _schema_of(kind: FileKind) -> dict[str, Any]:
    said: dict[str, Any] = _without_titles(kind.model.model_json_schema(by_alias=True))
    return said


def _without_titles(value: Any) -> Any:
    """`value` without the titles pydantic makes of names; a property may be called `title`."""
    if isinstance(value, dict):
        return {
            key: {name: _without_titles(one) for name, one in inner.items()}
            if key in ("properties", "$defs")
            else _without_titles(inner)
            for key, inner in value.items()
            if not (key == "title" and isinstance(inner, str))
        }
    return [_without_titles(one) for one in value] if isinstance(value, list) else value


def manual_text() -> str:
    """docs/records.md: every key of every record."""
    head = (
        "# Records: every key\n\n"
        "What the files of an explainer may say. This page is written by `schema --manual "
        "docs/records.md`\nfrom the models in `explainer/model/records/`; a test holds it "
        "to them. A key that is not here is a problem.\n\n"
        "*Markdown* takes citations and links; *text* is shown as it stands. A *date* is `2025`, "
        "`2025-05` or `2025-05-12`; a\n*passage* is `p5` of the site's seed, or "
        "`reference:passage`. Keys in **bold** have to be there.\n"
    )
    return head + "".join(_kind_text(kind) for kind in KINDS)


def _kind_text(kind: FileKind) -> str:
    said = _schema_of(kind)
    places = ", ".join(f"`{path}`" for path in kind.paths)
    tables = [f"\n## {kind.heading}\n\n{places}. {kind.intro}\n\n{_table(said)}"]
    inner = said.get("$defs", {})
    tables += [f"\n### {_name(name)}\n\n{_table(inner[name])}" for name in _in_order(said)]
    return "".join(tables)


def _in_order(said: dict[str, Any]) -> Iterator[str]:
    """The names of inner records, in the order a reader meets them."""
    seen: dict[str, None] = {}
    todo = [said]
    while todo:
        for found in _references(todo.pop(0).get("properties", {})):
            if found not in seen:
                seen[found] = None
                todo.append(said["$defs"][found])
    yield from seen


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rsplit("/", 1)[-1]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _references(one)


def _table(said: dict[str, Any]) -> str:
    required = set(said.get("required", ()))
    rows = ["| key | holds | is |", "|---|---|---|"]
    for key, about in said["properties"].items():
        named = f"**`{key}`**" if key in required else f"`{key}`"
        default = about.get("default")
        default = "" if default in (None, [], {}, "") else f"; else `{json.dumps(default)}`"
        described = about.get("description", "").replace("|", "\\|")
        rows.append(f"| {named} | {_holds(about)}{default.replace(chr(34), '')} | {described} |")
    return "\n".join(rows) + "\n"


_FORMS = {
    "?)?)?$": "date or span",
    "(:[a-z0-9-]+)?$": "passage",
    "^[a-z0-9-]+$": "id",
    "?)?$": "date",
}
"""How patterns end, and what they stand for."""


def _holds(about: dict[str, Any]) -> str:
    """What a key may hold, in a few words."""
    if "$ref" in about:
        name = _name(about["$ref"].rsplit("/", 1)[-1])
        return f"[{name.lower()}](#{name.lower().replace(' ', '-')})"
    if "enum" in about:
        return " · ".join(f"`{value}`" for value in about["enum"])
    if "const" in about:
        return f"`{about['const']}`"
    if about.get("contentMediaType"):
        return "Markdown"
    pattern = about.get("pattern", "")
    for end, name in _FORMS.items():
        if pattern.endswith(end) and "A-Z" not in pattern:
            return name
    if "anyOf" in about:
        held = [_holds(one) for one in about["anyOf"] if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(held))
    if about.get("type") == "array":
        if "prefixItems" in about:
            return "two numbers"
        return f"list: {_holds(about['items'])}"
    plain = {"string": "text", "boolean": "`true` or `false`", "object": "mapping"}
    return plain.get(about.get("type", ""), "number")


def _name(model: str) -> str:
    return model.removesuffix("Record").removesuffix("File") or model
