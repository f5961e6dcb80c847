"""One environment for all pages of a site; its templates are compiled beside the other stages."""

import marshal
from collections.abc import Iterable
from functools import lru_cache

import jinja2

from explainer.model.each import Each
from explainer.model.form import Form
from explainer.model.same import Same
from explainer.model.sources import SourceFile
from explainer.stages.render.sandbox import Sandbox

Templates = tuple[SourceFile, ...]


def environment_of(templates: Templates) -> Sandbox:
    """Where pages are set with `templates`; the same for all pages of a build."""
    return _environment(Same(templates))


# Every page of a build is set with the same templates, and to compare them by value each time takes
# as long as some pages do. Another build reads them anew.
@lru_cache(maxsize=2)
def _environment(templates: Same[Templates]) -> Sandbox:
    return _environment_by_value(templates.value)


@lru_cache(maxsize=4)
def _environment_by_value(templates: Templates) -> Sandbox:
    return Sandbox({_name_of(file): file.text for file in templates})


def _name_of(file: SourceFile) -> str:
    return file.path.removeprefix("templates/")


class Compiling(Form, frozen=True):
    """Templates, and what comes of them as it is asked for: once."""

    templates: Templates
    files: Templates
    """Those of them that are compiled."""
    codes: Iterable[bytes]


def begin_compiling(templates: Templates, each: Each) -> Compiling:
    """What of `templates` others may be compiling by now."""
    files = tuple(file for file in templates if file.path.endswith(".html"))
    return Compiling(templates, files, each(compile_template, files))


def finish_compiling(compiling: Compiling) -> None:
    """Have this process, and those that begin in it from now on, set pages with what was compiled."""
    environment = environment_of(compiling.templates)
    if environment.compiled:
        # In the preview, of the build before.
        return
    for file, code in zip(compiling.files, compiling.codes, strict=True):
        if code:
            # From a process of our own: no memory keeps what this is made from.
            environment.compiled[_name_of(file)] = marshal.loads(code)  # noqa: S302


def compile_template(file: SourceFile) -> bytes:
    """The code of the template `file`, marshalled; none of what is no template."""
    compiler = _compiler()
    # What it works out beforehand is counted too, for each template anew.
    compiler.begin()
    try:
        return marshal.dumps(compiler.compile(file.text, _name_of(file), file.path))
    except jinja2.TemplateSyntaxError:
        # Told of by the page that needs it; there may be none.
        return b""


@lru_cache(maxsize=1)
def _compiler() -> Sandbox:
    return Sandbox({})
