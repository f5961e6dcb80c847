"""Small pages of one term or chart, for frames on other people's pages."""

from collections.abc import Iterable

from explainer.model.pages import EmbedPage
from explainer.model.prose import PassageRef
from explainer.model.site import Chart, Term
from explainer.model.views import Anchor, Html
from explainer.stages.compose.charts import chart_view
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import Setter
from explainer.text.addresses import address_of
from explainer.text.refs import chart_cites


def embed_page(desk: Desk, record: Term | Chart) -> EmbedPage:
    """What `record` says, on what that rests, and the way to its own page.

    Search engines are sent to that page, as the canonical one.
    """
    setter = Setter(desk)
    is_chart = isinstance(record, Chart)
    title = record.title if isinstance(record, Chart) else record.name
    prose = record.message if isinstance(record, Chart) else record.meaning
    cites = chart_cites(record) if isinstance(record, Chart) else record.cites
    view = chart_view(desk, record, setter) if isinstance(record, Chart) else None
    return EmbedPage(
        shell=desk.shell(
            "embed",
            title,
            prose.text,
            layer=record.layer,
            canonical=address_of(record),
            is_indexed=False,
        ),
        kicker=desk.words["chart"] if is_chart else desk.words["term"],
        title=title,
        text=setter.inline(prose),
        picture=view.picture if view else Html(""),
        picture_narrow=view.picture_narrow if view else Html(""),
        alt=view.alt if view else "",
        measure=view.y if view else "",
        counted_by=f"{view.counted_by} · {view.date}" if view else "",
        sources=_sources(desk, (*prose.refs, *cites)),
        full=Anchor(desk.to_record(record), desk.settings.title),
    )


def _sources(desk: Desk, refs: Iterable[PassageRef]) -> tuple[Anchor, ...]:
    """Each publisher once, for a frame is small, with the way to the first of its passages."""
    by_publisher: dict[str, Anchor] = {}
    for ref in refs:
        publisher = desk.passage(ref)[0].publisher
        by_publisher.setdefault(publisher, Anchor(desk.passage_anchor(ref).href, publisher))
    return tuple(by_publisher.values())
