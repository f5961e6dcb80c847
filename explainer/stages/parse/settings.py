"""site.yaml."""

from explainer.model.problems import Origin
from explainer.model.records import SiteFile
from explainer.model.site import KeyFigure, Settings
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, refs, unread
from explainer.stages.parse.records import read_record


def parse_settings(file: SourceFile) -> Parsed[Settings]:
    """site.yaml as one `Settings`."""
    read = read_record(file.path, file.text, SiteFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    record = read.record
    here = RecordFile(file, read, record.language)
    settings = Settings(
        origin=Origin(file.path),
        title=record.title,
        question=record.question,
        description=record.description,
        standfirst=here.prose(record.standfirst, "standfirst"),
        answer=here.prose(record.answer, "answer"),
        as_of=record.as_of,
        as_of_later=record.as_of_later or record.as_of,
        base_url=record.base_url.rstrip("/") + "/",
        language=record.language,
        seed=record.seed,
        publisher=record.publisher,
        license_name=record.license.name,
        license_url=record.license.url,
        contact=record.contact,
        repository=record.repository or "",
        navigation=record.navigation,
        key_figures=tuple(
            KeyFigure(f.figure, here.prose(f.text, "key_figures", i, "text"), refs(f.cites))
            for i, f in enumerate(record.key_figures)
        ),
        at_the_table=record.at_the_table,
        disputed=tuple(here.prose(p, "disputed", i) for i, p in enumerate(record.disputed)),
        unknown=tuple(here.prose(p, "unknown", i) for i, p in enumerate(record.unknown)),
        short_timeline=record.short_timeline,
        engine=record.engine or "",
        search=record.search,
    )
    return here.parsed(settings)
