"""corrections.yaml."""

from typing import Any

from explainer.model.records import CorrectionsFile
from explainer.model.site import Correction
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, unread
from explainer.stages.parse.records import read_record


def parse_corrections(file: SourceFile, language: str) -> Parsed[Any]:
    """corrections.yaml as `Correction`s."""
    read = read_record(file.path, file.text, CorrectionsFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    here = RecordFile(file, read, language)
    corrections = (
        Correction(
            id=record.id,
            origin=read.origin("corrections", i, "id"),
            date=record.date,
            page=record.page,
            was=here.prose(record.was, "corrections", i, "was"),
            now=here.prose(record.now, "corrections", i, "is"),
            note=here.prose(record.note, "corrections", i, "note"),
        )
        for i, record in enumerate(read.record.corrections)
    )
    return here.parsed(*corrections)
