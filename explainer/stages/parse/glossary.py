"""A glossary file: the terms of one field."""

from typing import Any

from explainer.model.records import GlossaryFile
from explainer.model.site import Confusion, Field, Term
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, id_of_path, unread
from explainer.stages.parse.records import read_record


def parse_glossary(file: SourceFile, language: str) -> Parsed[Any]:
    """A glossary file: its `Field`, then its `Term`s."""
    read = read_record(file.path, file.text, GlossaryFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    here = RecordFile(file, read, language)
    field = Field(id_of_path(file.path), read.record.field)
    terms = (
        Term(
            **here.named(term, "terms", i),
            field=field.id,
            meaning=here.prose(term.meaning, "terms", i, "meaning"),
            text=here.prose(term.text, "terms", i, "text"),
            matters=here.prose(term.matters, "terms", i, "matters"),
            confused_with=tuple(
                Confusion(
                    c.id, here.prose(c.difference, "terms", i, "confused_with", j, "difference")
                )
                for j, c in enumerate(term.confused_with)
            ),
            see_also=term.see_also,
        )
        for i, term in enumerate(read.record.terms)
    )
    return here.parsed(field, *terms)
