"""The house: who may import whom, and how large a room may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "explainer").rglob("*.py"))

LEVELS = {
    "model": 0,
    "text": 1,
    "disk": 1,
    "checks": 2,
    "stages": 2,
    "pipeline": 3,
    "memory": 3,
    "commands": 4,
}
"""A module may import its own level's package and those below; checks and stages stand side by side."""

DOORS: dict[str, str | tuple[str, ...]] = {
    "msgspec": ("explainer/model/form.py", "explainer/memory/codec.py"),
    "yaml": "explainer/text/yaml.py",
    "markdown_it": "explainer/text/markdown/",
    "mdit_py_plugins": "explainer/text/markdown/",
    "linkify_it": "explainer/text/markdown/",
    "vl_convert": "explainer/text/charts/",
    "PIL": "explainer/text/cards.py",
    "pagefind_bin": "explainer/text/fulltext.py",
    "jinja2": "explainer/stages/render/",
    "pydantic": (
        "explainer/model/records/",
        "explainer/stages/parse/findings.py",
        "explainer/stages/parse/records.py",
        "explainer/commands/schema.py",
    ),
    "livereload": "explainer/commands/serve/",
    "tornado": "explainer/commands/serve/",
    "watchfiles": "explainer/commands/serve/watcher.py",
}
"""Outside libraries, and the files or folders that may use each."""


def imports_of(path: Path) -> list[str]:
    """The modules a file imports, also inside functions."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names


def level_of(module: str) -> int | None:
    parts = module.split(".")
    return LEVELS.get(parts[1]) if parts[0] == "explainer" and len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_its_own_level_and_those_below(path: Path) -> None:
    own = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    level = level_of(own)
    if level is None:
        return
    for name in imports_of(path):
        other = level_of(name)
        assert other is None or other <= level, f"{own} imports {name}"


@pytest.mark.parametrize("folder", ["checks", "stages"])
def test_no_stage_and_no_check_knows_another(folder: str) -> None:
    for path in (ROOT / "explainer" / folder).rglob("*.py"):
        parts = path.relative_to(ROOT / "explainer" / folder).with_suffix("").parts
        if path.name == "__init__.py" and len(parts) == 1:
            continue
        for name in imports_of(path):
            names = name.split(".")
            if names[:1] == ["explainer"] and names[1] in ("checks", "stages"):
                assert names[1] == folder and names[2:3] == [parts[0]], (
                    f"{path.name} imports {name}"
                )


@pytest.mark.parametrize("library", sorted(DOORS))
def test_each_outside_library_has_one_door(library: str) -> None:
    users = [
        str(path.relative_to(ROOT).as_posix())
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports_of(path))
    ]
    assert all(user.startswith(DOORS[library]) for user in users), users


def test_only_parse_and_schema_know_what_yaml_may_say() -> None:
    allowed = ("explainer/model/records/", "explainer/stages/parse/", "explainer/commands/schema")
    for path in MODULES:
        place = path.relative_to(ROOT).as_posix()
        knows = any(name.startswith("explainer.model.records") for name in imports_of(path))
        assert not knows or place.startswith(allowed), place


def test_modules_and_functions_stay_small() -> None:
    long = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        place = path.relative_to(ROOT).as_posix()
        if text.count("\n") > 420:
            long.append(f"{place}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                lines = node.end_lineno - node.lineno + 1
                if lines > 60:
                    long.append(f"{place}:{node.lineno} {node.name}: {lines} lines")
    assert not long, "\n".join(long)


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    silent = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree):
            silent.append(str(path.relative_to(ROOT)))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                body_lines = (node.end_lineno or node.lineno) - node.lineno
                if not ast.get_docstring(node) and body_lines > 6:
                    silent.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert not silent, "\n".join(silent)
