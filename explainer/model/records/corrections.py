"""corrections.yaml."""

from pydantic import Field

from explainer.model.records.common import Date, Id, Model, Prose


class CorrectionRecord(Model):
    id: Id
    date: Date
    page: Id = Field(description="The record that was corrected")
    was: Prose
    now: Prose = Field(alias="is")
    note: Prose | None = None


class CorrectionsFile(Model):
    corrections: tuple[CorrectionRecord, ...] = ()
