"""The whole house on one screen: a site goes through its stages once, front to back."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from explainer.checks import check_site
from explainer.checks.mentions import check_mentions
from explainer.model.each import Each
from explainer.model.options import Options
from explainer.model.output import OutputFile
from explainer.model.pictures import Card
from explainer.model.problems import stop_if_any
from explainer.model.sources import Sources
from explainer.stages.audit import audit_output
from explainer.stages.bundle import bundle_assets
from explainer.stages.compose import (
    World,
    compose_chart_pages,
    compose_files,
    compose_pages,
    counted,
    world_of,
)
from explainer.stages.draw import Drawing, begin_drawing, cards_of, finish_drawing
from explainer.stages.index import index_pages
from explainer.stages.link import link_site
from explainer.stages.manifest import manifest_of
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.stages.render import in_bytes, render
from explainer.stages.render.environment import begin_compiling, finish_compiling
from explainer.text.cards import draw_card


def _silent(stage: str) -> None:
    """Tells nobody which stage begins."""


def make(
    root: Path, options: Options, each: Each = map, entering: Callable[[str], None] = _silent
) -> list[OutputFile]:
    """Every file of the site that `root` describes, or a `SiteError` with every problem of it.

    `entering` is told each stage's name as it begins. A site that wants another stage puts it in
    this list; there are no plug-ins and no events.
    """
    entering("read")
    sources = read_sources(root, each)
    # Begun here, since it needs nothing of what follows, and may go on beside it: as the drawing.
    compiling = begin_compiling(sources.templates, each)
    entering("parse")
    site = parse_site(sources, each, drafts=options.drafts)
    drawing = begin_drawing(site, each)
    entering("check")
    stop_if_any(check_site(site, each))
    entering("link")
    linked = link_site(site, each)
    # As it was read, the site is as large as with its links, and nobody needs it any more.
    del site
    stop_if_any(check_mentions(linked))
    entering("compose")
    cards = cards_of(linked.site)
    world = world_of(linked, options, cards)
    entering("render")
    finish_compiling(compiling)
    finished: Iterable[OutputFile] = _finished(sources, world, cards, drawing, each, entering)
    settings = linked.site.settings
    if options.full_text and settings and settings.search:
        # Pages are indexed while others are set.
        finished = index_pages(finished, settings.language)
    files = list(finished)
    entering("audit")
    stop_if_any(audit_output(files, each))
    return [*files, manifest_of(files, counted(linked))]


def _finished(
    sources: Sources,
    world: World,
    cards: tuple[Card, ...],
    drawing: Drawing,
    each: Each,
    entering: Callable[[str], None],
) -> Iterator[OutputFile]:
    """Every file but the manifest; pages that show charts last, when all charts are drawn."""
    words = tuple(sorted(world.linked.site.words.items()))
    set_page = partial(render, templates=sources.templates, words=words)
    bundle = partial(bundle_assets, words=words, sides=world.linked.site.two_sides)
    begun = (
        each(set_page, compose_pages(world)),
        each(in_bytes, compose_files(world)),
        each(draw_card, cards),
        *each(bundle, [tuple(sorted(sources.assets.items()))]),
    )
    yield from chain.from_iterable(begun)
    entering("draw")
    pictures = finish_drawing(drawing)
    entering("render")
    yield from each(set_page, compose_chart_pages(world, pictures))
