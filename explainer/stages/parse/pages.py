"""content/pages."""

from typing import Any

from explainer.model.problems import Origin
from explainer.model.records import AboutMatter
from explainer.model.site import About
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, front_matter
from explainer.stages.parse.records import read_record
from explainer.text.markdown import parse_prose


def parse_about(file: SourceFile, language: str) -> Parsed[Any]:
    """content/pages/about.md as one `About`."""
    matter, text, body_line, problem = front_matter(file, "title")
    if problem:
        return Parsed((), (problem,))
    read = read_record(file.path, matter, AboutMatter, first_line=2)
    body, problems = parse_prose(
        file.path, text, first_line=body_line, language=language, is_body=True
    )
    if read.record is None:
        return Parsed((), (*read.problems, *problems))
    return Parsed((About(Origin(file.path), read.record.title, body),), problems)
