"""A chart as pages show it, and the text it stands in."""

from explainer.model.form import Form
from explainer.model.views import Anchor, Flow, Html


class ChartRow(Form, frozen=True):
    """One number of a chart, in its table."""

    x: str
    values: tuple[str, ...]
    """One for each series; empty where the series has none."""
    note: str
    is_later: bool
    """In a chart of the base."""
    sources: tuple[Anchor, ...]


class ChartView(Form, frozen=True):
    """A chart wherever it stands: the picture, its caption and its table."""

    id: str
    href: str
    title: str
    message: Flow
    picture: Html
    """Inline SVG; empty where no picture could be drawn."""
    picture_narrow: Html
    alt: str
    measure: str
    scope: str
    unit: str
    date: str
    counted_by: str
    does_not_say: Flow
    x: str
    y: str
    columns: tuple[str, ...]
    """Names of the series, or of the value."""
    rows: tuple[ChartRow, ...]
    has_notes: bool
    csv: str
    sources: tuple[Anchor, ...]
    further_sources: tuple[Anchor, ...]
    """Those that no row names."""
    is_later: bool


class Stretch(Form, frozen=True):
    """A section's text from one heading to the next, and the charts that stand after it."""

    flow: Flow
    charts: tuple[ChartView, ...]
    level: int
    """Of the charts' headings."""
