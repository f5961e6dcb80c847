"""From YAML to a record."""

import re
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from explainer.model.form import Form
from explainer.model.problems import Origin, Problem
from explainer.stages.parse.findings import problems_of
from explainer.text.yaml import YamlDocument, read_yaml

R = TypeVar("R", bound=BaseModel)


class Read(Form, Generic[R], frozen=True):
    """A record, or what keeps it from being one."""

    record: R | None
    document: YamlDocument
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    """Ids that stand in a file with problems, so that links to them are not blamed."""

    def origin(self, *path: str | int) -> Origin:
        """The place of a value; of the nearest thing around it where it has none."""
        return self.document.origin(path)

    def lines(self, *path: str | int) -> tuple[int, int]:
        """First and last line of a value."""
        first = self.origin(*path)
        return first.line, self.document.ends.get(path, first.line)


def read_record(path: str, text: str, model: type[R], *, first_line: int = 1) -> Read[R]:
    """The record that `text`, in `path` from `first_line` on, holds: or every problem with it."""
    document = read_yaml(path, text, first_line)
    if document.problems:
        return Read(None, document, document.problems, _ids_in(text))
    value = document.value if document.value is not None else {}
    if not isinstance(value, dict):
        origin = document.places.get((), Origin(path, first_line))
        problem = Problem(origin, "this is no mapping", "begin with `key: value` lines", "records")
        return Read(None, document, (problem,), _ids_in(text))
    try:
        return Read(model.model_validate(value), document, (), frozenset())
    except ValidationError as error:
        problems = problems_of(error.errors(), value, model, document)
        return Read(None, document, problems, _ids_in(text))


def _ids_in(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?m)^[\s-]*id:\s*(?:&\S+\s+)?[\"']?([a-z0-9-]+)", text))
