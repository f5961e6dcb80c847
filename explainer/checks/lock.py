"""lock: a record says what was compared with its article word for word, and nothing else."""

from collections.abc import Iterable, Iterator

from explainer.model.passages import Source
from explainer.model.problems import Origin, Problem
from explainer.model.site import Site
from explainer.text.compared import Difference
from explainer.text.lock import compare, lock_path
from explainer.text.places import place_near
from explainer.text.speakers import speakers_of
from explainer.text.verified import compare_with_text


def check(site: Site) -> Iterator[Problem]:
    """Records that differ from their locks or, with the text at hand, from the article."""
    yield from _nobodys(site)
    for source in site.sources:
        if source.kind == "seed":
            lock, text = site.texts.get(lock_path(source)), site.articles.get(source.id)
            if source.sha256 and lock is None and text is None:
                yield Problem(
                    place_near(site.texts, source.origin, "sha256:"),
                    f"`{source.id}` was made from an article, and neither that nor a lock is here",
                    f"`verify {source.id} --text FILE` writes {lock_path(source)}",
                    "lock",
                )
            if lock is not None:
                yield from problems(site, source, compare(source, lock))
            if text is not None:
                by_actor = speakers_of(site).by_actor
                yield from problems(site, source, compare_with_text(source, text, by_actor))


def _nobodys(site: Site) -> Iterator[Problem]:
    """Locks that guard no record: it was renamed, or they were."""
    seeds = [source for source in site.sources if source.kind == "seed"]
    locks = {path for path in site.texts if path.endswith(".lock.yaml")}
    unread = {problem.origin.path for problem in site.problems}
    for path in sorted(locks - {lock_path(source) for source in seeds}):
        record = path.removesuffix(".lock.yaml") + ".yaml"
        if record not in unread:
            there = ", ".join(source.origin.path for source in seeds)
            yield Problem(
                Origin(path),
                f"this lock guards no record: there is no seed in {record}",
                f"give it the name of its record; seeds are {there}" if seeds else "take it away",
                "lock",
            )


def problems(site: Site, source: Source, differences: Iterable[Difference]) -> Iterator[Problem]:
    """`differences` with their places in the record or the lock of `source`."""
    for difference in differences:
        if difference.line:
            origin = Origin(lock_path(source), difference.line)
        else:
            passage = source.passage(difference.passage)
            start = passage.origin if passage else source.origin
            origin = place_near(site.texts, start, *difference.needles)
        yield Problem(origin, difference.message, difference.hint, "lock")
