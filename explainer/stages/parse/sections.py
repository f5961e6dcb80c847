"""A file of content/sections."""

from typing import Any

from explainer.model.records import SectionMatter
from explainer.model.site import Section
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, front_matter, id_of, id_of_path, unread
from explainer.stages.parse.records import read_record
from explainer.text.markdown import parse_prose


def parse_section(file: SourceFile, language: str) -> Parsed[Any]:
    """A file of content/sections as one `Section`."""
    matter, text, body_line, problem = front_matter(file)
    if problem:
        return Parsed((), (problem,), frozenset({id_of_path(file.path)}))
    read = read_record(file.path, matter, SectionMatter, first_line=2)
    body, problems = parse_prose(
        file.path, text, first_line=body_line, language=language, is_body=True
    )
    if read.record is None:
        failed = unread(file, read, is_one=True)
        return Parsed((), (*failed.problems, *problems), failed.unread)
    record = read.record
    here = RecordFile(file, read, language, list(problems))
    id = id_of(file, record, here)
    standfirst = here.prose(record.standfirst, "standfirst")
    section = Section(
        **here.common(record, id=id),
        question=record.question,
        standfirst=standfirst,
        answer=here.prose(record.answer, "answer") or standfirst,
        key_points=tuple(here.prose(p, "key_points", i) for i, p in enumerate(record.key_points)),
        body=body,
        nolink=record.nolink,
        is_draft=record.draft,
    )
    return here.parsed(section)
