"""render: a template at fault is told with its file and line."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from explainer.model.form import replace
from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.model.sources import SourceFile
from explainer.pipeline import make
from explainer.stages.render.environment import begin_compiling, environment_of, finish_compiling


def told(site: Path, path: str, text: str) -> str:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        make(site, Options())
    return str(caught.value)


def test_an_unknown_name_in_a_template_is_told_with_its_line(small: Path) -> None:
    said = told(small, "templates/pages/term.html", "\n{{ page.nope }}")
    assert said.startswith("templates/pages/term.html:2:1: the template cannot be set")


def test_a_mistake_in_the_syntax_is_told_with_its_line(small: Path) -> None:
    said = told(small, "templates/pages/term.html", "<p>\n{% if page %}")
    assert said.startswith("templates/pages/term.html:2:1: the template cannot be set")


def test_a_page_is_set_with_what_was_compiled_elsewhere() -> None:
    templates = (SourceFile("templates/pages/a.html", "here"),)

    def each(work: Callable[[Any], Any], files: Iterable[SourceFile]) -> Iterable[Any]:
        return map(work, [replace(file, text="elsewhere") for file in files])

    finish_compiling(begin_compiling(templates, each))
    assert environment_of(templates).get_template("pages/a.html").render() == "elsewhere"


def test_a_mistake_in_a_part_is_told_where_it_stands(small: Path) -> None:
    said = told(
        small, "templates/parts/flow.html", "{% macro flow(x, words) %}{{ nope }}{% endmacro %}"
    )
    assert said.startswith("templates/parts/flow.html:1:1: the template cannot be set")


def test_a_template_reaches_nothing_of_python(small: Path) -> None:
    said = told(small, "templates/pages/term.html", "{{ page.__class__.__mro__ }}")
    assert said.startswith("templates/pages/term.html:1:1: the template cannot be set")


def test_a_site_can_replace_one_template(small: Path) -> None:
    own = small / "templates/pages/notfound.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "base.html" %}{% block main %}<h1>Nothing here</h1>{% endblock %}', "utf-8"
    )
    files = {file.path: file.content for file in make(small, Options())}
    assert b"Nothing here" in files["404.html"]


def test_text_that_looks_like_jinja_stays_text(small: Path) -> None:
    section = small / "content/sections/20-who.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("asked for it", "asked for `{{ page }}`"), encoding="utf-8")
    files = {file.path: file.content for file in make(small, Options())}
    assert b"<code>{{ page }}</code>" in files["who/index.html"]
