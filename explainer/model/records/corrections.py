"""corrections.yaml."""

from typing import Annotated

from pydantic import AfterValidator, Field

from explainer.model.records.common import Date, Id, Model, Prose, once_by_id


class CorrectionRecord(Model):
    id: Id = Field(description="An id of its own, for ever")
    date: Date
    page: Id = Field(description="The record that was corrected")
    was: Prose
    now: Prose = Field(alias="is")
    note: Prose | None = Field(None, description="How the mistake came about")


class CorrectionsFile(Model):
    corrections: Annotated[tuple[CorrectionRecord, ...], AfterValidator(once_by_id)] = Field(
        (), description="Newest first; an entry is never removed"
    )
