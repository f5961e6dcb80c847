"""The front matter of content/pages."""

from explainer.model.records.common import Date, Model, Text


class AboutMatter(Model):
    title: Text
    updated: Date | None = None
