"""verify: holds records against the articles they retell, and writes their locks."""

from pathlib import Path

from explainer.checks.lock import problems
from explainer.commands.terminal import Terminal
from explainer.disk.files import replace_file
from explainer.model.passages import Source
from explainer.model.problems import Problem
from explainer.model.site import Site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.lock import lock_of, lock_path, text_hash
from explainer.text.paragraphs import align, paragraphs_of
from explainer.text.phrases import several
from explainer.text.speakers import speakers_of
from explainer.text.verified import compare_with_text


def verify(root: Path, id: str | None, text: Path | None, terminal: Terminal) -> int:
    """Compare the record of `id`, or every seed, with its article; the exit status.

    The article is the file `text`, or lies beside the record. A lock is written only where all
    agrees; otherwise every difference is told with its place.
    """
    site = parse_site(read_sources(root), map, drafts=True)
    seeds = [s for s in site.sources if s.kind == "seed" and id in (None, s.id)]
    unreadable = [p for p in site.problems if p.origin.path.startswith("seeds/")]
    if unreadable:
        return _tell(unreadable, terminal)
    if not seeds:
        known = ", ".join(s.id for s in site.sources if s.kind == "seed") or "none yet"
        terminal.tell(f"there is no seed `{id}`\n    seeds: {known}")
        return 1
    if text and len(seeds) > 1:
        terminal.tell("say which seed the text is of: verify ID --text FILE")
        return 2
    articles = [(seed, _article(site, seed, text, terminal)) for seed in seeds]
    return max(
        1 if article is None else _verify(root, site, seed, article, terminal)
        for seed, article in articles
    )


def _article(site: Site, seed: Source, text: Path | None, terminal: Terminal) -> str | None:
    """The article's text; empty where it is not at hand, None where that has been told."""
    if text is None:
        return site.articles.get(seed.id, "")
    try:
        return text.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        terminal.tell(f"{text}: this file cannot be read: {reason}")
        return None


def _verify(root: Path, site: Site, seed: Source, article: str, terminal: Terminal) -> int:
    if not article:
        where = f"seeds/{seed.file or '<file>'}"
        terminal.tell(
            f"{seed.origin}: the text of `{seed.id}` is not at hand\n"
            f"    put it at {where}, or name it: verify {seed.id} --text FILE"
        )
        return 1
    by_actor = speakers_of(site).by_actor
    found = list(problems(site, seed, compare_with_text(seed, article, by_actor)))
    if found:
        return _tell(found, terminal)
    terminal.say(_summary(seed, article))
    path, lock = root / lock_path(seed), lock_of(seed, article)
    if path.exists() and path.read_text(encoding="utf-8") == lock:
        terminal.say(f"{lock_path(seed)} says so already")
    else:
        replace_file(path, lock.encode())
        terminal.say(f"wrote {lock_path(seed)}")
    return 0


def _tell(found: list[Problem], terminal: Terminal) -> int:
    for problem in sorted(found):
        terminal.tell(str(problem))
    terminal.tell(f"\n{several(len(found), 'problem')}; no lock was written")
    return 1


def _summary(seed: Source, article: str) -> str:
    paragraphs = paragraphs_of(article)
    aside = len(paragraphs) - sum(p is not None for p in align(seed.passages, paragraphs))
    counts = {
        "passage": len(seed.passages),
        "quotation": sum(len(p.quotes) for p in seed.passages),
        "label": sum(len(p.labels) for p in seed.passages),
        "figure": sum(len(p.figures) for p in seed.passages),
        "date": sum(len(p.dates) for p in seed.passages),
        "set-aside paragraph": aside,
    }
    told = ", ".join(several(count, what) for what, count in counts.items())
    return f"{seed.id}: {told}; all as printed (sha256 {text_hash(article)[:12]}…)"
