"""What YAML may say: one pydantic model for each kind of file.

Imported only by `parse`, `schema` and tests; what is handed on are the forms of `explainer.model.site`
and `explainer.model.passages`.
"""

from explainer.model.records.actors import ActorsFile
from explainer.model.records.charts import ChartFile
from explainer.model.records.corrections import CorrectionsFile
from explainer.model.records.glossary import GlossaryFile
from explainer.model.records.pages import AboutMatter
from explainer.model.records.sections import SectionMatter
from explainer.model.records.settings import SiteFile
from explainer.model.records.sources import SourceRecord
from explainer.model.records.timeline import TimelineFile

__all__ = [
    "AboutMatter",
    "ActorsFile",
    "ChartFile",
    "CorrectionsFile",
    "GlossaryFile",
    "SectionMatter",
    "SiteFile",
    "SourceRecord",
    "TimelineFile",
]
