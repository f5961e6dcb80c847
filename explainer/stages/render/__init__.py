"""render: a page and its template become HTML."""

from collections.abc import Mapping
from functools import lru_cache
from traceback import walk_tb

import jinja2

from explainer.model.output import DataFile, OutputFile, PageFile
from explainer.model.problems import Origin, Problem, SiteError
from explainer.model.same import Same
from explainer.stages.render.environment import Templates, environment_of
from explainer.stages.render.facts import facts_of
from explainer.text.addresses import path_of

Words = tuple[tuple[str, str], ...]


def render(file: PageFile, *, templates: Templates, words: Words) -> OutputFile:
    """`file` as bytes, with the facts that `audit` asks for.

    Raises `SiteError` with the template's line when a template is at fault.
    """
    name = f"pages/{file.page.shell.kind}.html"
    html = _html(name, file, templates, words)
    return OutputFile(path_of(file.address), html.encode(), facts_of(html, f"templates/{name}"))


def in_bytes(file: DataFile) -> OutputFile:
    """`file`, in which no template has a part."""
    return OutputFile(file.path, file.text.encode())


def _html(name: str, file: PageFile, templates: Templates, words: Words) -> str:
    try:
        environment = environment_of(templates)
        environment.begin()
        template = environment.get_template(name)
        return template.render(page=file.page, words=_words(Same(words))).rstrip() + "\n"
    except jinja2.TemplateNotFound as error:
        origin = Origin(f"templates/{error.name}")
        hint = f"the page of templates/{name} asks for it: add it, or mend its name"
        problem = Problem(origin, "this template is missing", hint, "templates")
        raise SiteError([problem]) from error
    except jinja2.TemplateSyntaxError as error:
        origin = Origin(f"templates/{error.name}", error.lineno)
        raise SiteError([Problem(origin, _said(error), _SYNTAX, "templates")]) from error
    except _FAULTS as error:
        line = _line_in_templates(error)
        if line is None:
            raise
        path, number = line
        problem = Problem(
            Origin(path, number),
            _said(error),
            f"the page is {file.address or 'the first one'}; what it may say is its class in "
            "explainer/model/pages.py",
            "templates",
        )
        raise SiteError([problem]) from error


_SYNTAX = "templates are written in Jinja: https://jinja.palletsprojects.com/templates/"

_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template can run into; where no line of a template is on the way, it is a mistake of ours."""


def _said(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "the template cannot be set: it includes or calls itself without end"
    # Jinja writes the place behind the message, which is told before it.
    said = error.message if isinstance(error, jinja2.TemplateSyntaxError) else error
    return f"the template cannot be set: {said}"


def _line_in_templates(error: Exception) -> tuple[str, int] | None:
    """The last place in a template on the way to `error`; None where it is not a template's.

    Of a way without end the place it comes back to first, wherever there was no more room for it.
    """
    frames = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.startswith("templates/")
    ]
    last = frames[-1] if frames else None
    if isinstance(error, RecursionError):
        return next((place for n, place in enumerate(frames) if place in frames[:n]), last)
    return last


@lru_cache(maxsize=2)
def _words(words: Same[Words]) -> Mapping[str, str]:
    return dict(words.value)
