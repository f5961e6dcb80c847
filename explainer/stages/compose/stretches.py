"""A section's text from heading to heading, each with the charts that tell of the same."""

from collections.abc import Iterable

from explainer.model.chart_views import Stretch
from explainer.model.form import replace
from explainer.model.prose import Block, PassageRef, Prose
from explainer.model.site import Chart, Section
from explainer.stages.compose.charts import chart_view, charts_of
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import Setter
from explainer.text.refs import chart_cites


def stretches(desk: Desk, section: Section, setter: Setter) -> tuple[Stretch, ...]:
    """The text of `section`, set in order, with its charts where they belong.

    A chart stands after the stretch that cites most of the chart's passages, the last of several;
    one that shares none stands at the end.
    """
    parts = _parts(section.body)
    cited = [_passages(desk, part.refs) for part in parts]
    placed: list[list[Chart]] = [[] for _ in parts]
    for chart in charts_of(desk, section):
        rests_on = _passages(desk, chart_cites(chart))
        shared = [len(rests_on & passages) for passages in cited]
        best = max(range(len(parts)), key=lambda n: (shared[n], n))
        placed[best].append(chart)
    return tuple(
        Stretch(
            setter.flow(part),
            tuple(chart_view(desk, chart, setter, layer=section.layer) for chart in charts),
            3 if _begins_with_heading(part) else 2,
        )
        for part, charts in zip(parts, placed, strict=True)
    )


def _parts(body: Prose) -> list[Prose]:
    """`body` cut before each of its headings of the first level; at least one part."""
    starts = [n for n, block in enumerate(body.blocks) if n and _is_heading(block)]
    bounds = [0, *starts, len(body.blocks)]
    return [
        replace(body, blocks=body.blocks[start:end])
        for start, end in zip(bounds, bounds[1:], strict=False)
    ]


def _begins_with_heading(part: Prose) -> bool:
    return bool(part.blocks) and _is_heading(part.blocks[0])


def _is_heading(block: Block) -> bool:
    """Whether `block` is a heading of the first level of the section itself, not of a quotation."""
    return block.rank == 2 and "<blockquote" not in block.open


def _passages(desk: Desk, refs: Iterable[PassageRef]) -> frozenset[tuple[str, str]]:
    """The passages that `refs` name, whichever way they name them."""
    found = (desk.passage(ref) for ref in refs)
    return frozenset((source.id, passage.id) for source, passage in found)
