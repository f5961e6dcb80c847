"""Pictures, drawn once and set on several pages."""

from collections.abc import Mapping

from explainer.model.form import Form, field
from explainer.model.record import Layer
from explainer.model.views import Html


class Picture(Form, frozen=True):
    """Inline SVG for wide and for narrow places; both empty where nothing could be drawn."""

    wide: Html
    narrow: Html


NO_PICTURE = Picture(Html(""), Html(""))


SITE_CARD = "assets/cards/site.png"
"""Shown beside a link to any page that has no card of its own."""


class Card(Form, frozen=True):
    """What a social card says: the picture that other sites show beside a link to a page."""

    path: str
    """In the finished site."""
    site: str
    kicker: str
    title: str
    foot: str
    drawn_with: str
    """The version of Pillow, so that a remembered card is drawn anew by another one."""


class Pictures(Form, frozen=True):
    """The charts of a site, drawn."""

    charts: Mapping[tuple[str, Layer], Picture] = field(default_factory=dict)
    """By chart and by what the page may know."""

    def chart(self, id: str, layer: Layer) -> Picture:
        return self.charts.get((id, layer), NO_PICTURE)
