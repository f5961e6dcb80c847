"""An actors file: everybody of one side."""

from typing import Any

from explainer.model.prose import passage_ref
from explainer.model.records import ActorsFile
from explainer.model.site import Actor, Dealing, Side
from explainer.model.sources import SourceFile
from explainer.stages.parse.file import Parsed, RecordFile, unread
from explainer.stages.parse.records import read_record


def parse_actors(file: SourceFile, language: str) -> Parsed[Any]:
    """An actors file: its `Side`, then its `Actor`s."""
    read = read_record(file.path, file.text, ActorsFile)
    if read.record is None:
        return unread(file, read, is_one=False)
    here = RecordFile(file, read, language)
    side = Side(read.record.side, read.record.name)
    actors = (
        Actor(
            **here.named(actor, "actors", i),
            side=side.id,
            kind=actor.kind,
            role=actor.role,
            roles=actor.roles,
            description=here.prose(actor.description, "actors", i, "description"),
            text=here.prose(actor.text, "actors", i, "text"),
            belongs_to=actor.belongs_to,
            deals_with=tuple(
                Dealing(d.id, d.how, passage_ref(d.passage) if d.passage else None)
                for d in actor.deals_with
            ),
            attended=actor.attended,
            in_delegation=actor.delegation,
        )
        for i, actor in enumerate(read.record.actors)
    )
    return here.parsed(side, *actors)
