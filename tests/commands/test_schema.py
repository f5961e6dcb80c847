"""What records may say, for editors and for people."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explainer.commands.schema import KINDS, manual_text, schema_texts
from tests.commands.run import ROOT, run


def test_the_manual_of_records_says_what_the_models_say() -> None:
    hint = "type `python build.py schema --manual docs/records.md`"
    assert (ROOT / "docs/records.md").read_text() == manual_text(), hint


@pytest.mark.parametrize("name", schema_texts())
def test_the_schemas_kept_here_say_what_the_models_say(name: str) -> None:
    kept = (ROOT / "schemas" / name).read_text()
    assert kept == schema_texts()[name], "type `python build.py schema`"


@pytest.mark.parametrize("name", schema_texts())
def test_every_key_is_explained(name: str) -> None:
    said = json.loads(schema_texts()[name])
    for model in (said, *said.get("$defs", {}).values()):
        for key, about in model["properties"].items():
            assert about.get("description"), f"{name}: {key}"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.paths[0].endswith(".md")])
def test_the_sites_records_keep_to_their_schema(kind: Any, site: Path) -> None:
    files = [
        str(file)
        for root in (ROOT, site)
        for path in kind.paths
        for file in sorted(root.glob(path))
        if not file.name.endswith(".lock.yaml")
    ]
    assert files
    assert complaints(kind.name, *files) == ""


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("timeline", "events: [{id: a, date: 2024-01-01, titel: A, text: B, kind: c}]"),
        ("timeline", "events: [{id: A b, date: 2024-01-01, title: A, text: B, kind: c}]"),
        ("timeline", "events: [{id: a, date: yesterday, title: A, text: B, kind: c}]"),
        ("glossary", "{field: F, terms: [{id: a, name: b}]}"),
        ("source", "{kind: seeed, publisher: P}"),
        ("chart", "{title: T}"),
    ],
)
def test_what_the_build_refuses_an_editor_marks_too(kind: str, record: str, tmp_path: Path) -> None:
    file = tmp_path / "record.yaml"
    file.write_text(record)
    assert complaints(kind, str(file)) != ""


def test_schemas_are_written_where_one_asks(site: Path, tmp_path: Path) -> None:
    assert run("schema", "--root", site, "--output", tmp_path / "s").status == 0
    assert {p.name for p in (tmp_path / "s").iterdir()} == set(schema_texts())


def test_a_fresh_explainers_records_name_their_schemas(site: Path) -> None:
    for kind in KINDS:
        for path in kind.paths:
            for file in site.glob(path):
                if file.suffix == ".yaml":
                    first = file.read_text().splitlines()[0]
                    named = first.removeprefix("# yaml-language-server: $schema=")
                    assert (file.parent / named).resolve() == site / f"schemas/{kind.name}.json"


def complaints(kind: str, *files: str) -> str:
    """What check-jsonschema says of `files`; empty when they keep to the schema."""
    schema = str(ROOT / f"schemas/{kind}.json")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""
