"""The front matter of a section."""

from pydantic import Field

from explainer.model.records.common import Id, OwnId, Prose, Record, Text


class SectionMatter(Record):
    id: OwnId | None = Field(None, description="Else the file's name without its number")
    question: Text = Field(description="The reader's question; the page's heading")
    standfirst: Prose = Field(description="The answer in one or two sentences")
    answer: Prose | None = Field(
        None, description="The answer in one sentence; else the standfirst"
    )
    key_points: tuple[Prose, ...] = Field((), description="Three points worth keeping")
    draft: bool = Field(False, description="`true`: left out unless built with --drafts")
    nolink: tuple[Id, ...] = Field((), description="Records not to link to by themselves here")
