"""lock: a record says what was compared with its article word for word, and nothing else."""

from collections.abc import Iterable, Iterator

from explainer.model.passages import Source
from explainer.model.problems import Origin, Problem
from explainer.model.site import Site
from explainer.text.compared import Difference
from explainer.text.lock import compare
from explainer.text.places import place_near
from explainer.text.speakers import speakers_of
from explainer.text.verified import compare_with_text


def check(site: Site) -> Iterator[Problem]:
    """Records that differ from their locks or, with the text at hand, from the article."""
    for source in site.sources:
        if source.kind == "seed":
            lock, text = site.locks.get(source.id), site.articles.get(source.id)
            if lock is not None:
                yield from problems(site, source, compare(source, lock))
            if text is not None:
                by_actor = speakers_of(site).by_actor
                yield from problems(site, source, compare_with_text(source, text, by_actor))


def problems(site: Site, source: Source, differences: Iterable[Difference]) -> Iterator[Problem]:
    """`differences` with their places in the record or the lock of `source`."""
    for difference in differences:
        if difference.line:
            origin = Origin(lock_path(source), difference.line)
        else:
            passage = source.passage(difference.passage)
            origin = passage.origin if passage else source.origin
            for needle in difference.needles:
                origin = place_near(site.texts, origin, needle)
        yield Problem(origin, difference.message, difference.hint, "lock")


def lock_path(source: Source) -> str:
    """Where the lock of `source` stands."""
    return source.origin.path.removesuffix(".yaml") + ".lock.yaml"
