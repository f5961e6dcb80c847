"""The front matter of content/pages."""

from pydantic import Field

from explainer.model.records.common import Date, Model, Text


class AboutMatter(Model):
    title: Text = Field(description="The page's heading")
    updated: Date | None = Field(None, description="When it was last changed")
