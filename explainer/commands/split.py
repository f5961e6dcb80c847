"""`split`: lays each passage of a seed to the section it belongs to, and says why."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from explainer.commands.terminal import Terminal
from explainer.model.passages import Passage, Source
from explainer.model.site import Section, Site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.laying import SURE, Group, Laid, group, lay
from explainer.text.laying.traits import Trait, traits_of_passage, traits_of_section, vocabulary_of
from explainer.text.laying.unexplained import unexplained_names, unexplained_terms
from explainer.text.refs import rests_on
from explainer.text.slugs import slug

_MOST_REASONS = 4


def split(root: Path, id: str, *, write: bool = False, terminal: Terminal | None = None) -> int:
    """The exit status of laying the passages of the seed `id` to the sections of the site in `root`.

    With `write`, passages that no section wants start draft sections of their own.
    """
    terminal = terminal or Terminal()
    site = parse_site(read_sources(root), drafts=True)
    in_seeds = [p for p in site.problems if p.origin.path.startswith("seeds/")]
    seed = next((s for s in site.sources if s.id == id), None)
    if in_seeds or seed is None:
        return _cannot(site, id, [str(problem) for problem in in_seeds], terminal)
    words = vocabulary_of(site)
    sections = [s for s in site.sections if s.layer == "base" or seed.layer == "later"]
    passages = {p.id: traits_of_passage(p, words) for p in seed.passages}
    laid = lay(passages, {s.id: traits_of_section(s, words) for s in sections})
    cited = {s.id: _cited(s, seed, site) for s in sections}
    if sections:
        for line in _lines(laid, cited):
            terminal.say(line)
    unwanted = {
        one.passage: passages[one.passage]
        for one in laid
        if not one.section and not any(one.passage in ids for ids in cited.values())
    }
    most = max(1, min(6, round(len(unwanted) ** 0.5)))
    groups = group(unwanted, most=most) if unwanted else ()
    for line in (*_proposals(groups, bool(sections)), *_unexplained(seed, site)):
        terminal.say(line)
    if write:
        _write(root, site, seed, groups, terminal)
    elif groups:
        terminal.say(f"`build.py split {id} --write` starts them as drafts")
    return 0


def _cannot(site: Site, id: str, problems: list[str], terminal: Terminal) -> int:
    if problems:
        for line in problems:
            terminal.tell(line)
        return 1
    known = ", ".join(s.id for s in site.sources if s.kind == "seed") or "none yet"
    terminal.tell(f"there is no seed `{id}`\n    seeds: {known}")
    return 1


def _cited(section: Section, seed: Source, site: Site) -> frozenset[str]:
    """The passages of `seed` that `section` cites already."""
    main = site.settings.seed if site.settings else ""
    return frozenset(ref.passage for ref in rests_on(section, main) if ref.source == seed.id)


def _lines(laid: Sequence[Laid], cited: Mapping[str, frozenset[str]]) -> Iterator[str]:
    wide = max(len(one.passage) for one in laid)
    for one in laid:
        places = [section for section, ids in cited.items() if one.passage in ids]
        there = f"; cited in {', '.join(places)}" if places else ""
        if not one.section:
            yield f"{one.passage:<{wide}}  nobody: it has too little in common with any section{there}"
            continue
        sure = "" if one.confidence >= SURE or not one.second else f", else {one.second}"
        yield f"{one.passage:<{wide}}  {one.section} ({one.confidence:.0%}{sure}): {_why(one.reasons)}{there}"


def _why(reasons: Iterable[Trait]) -> str:
    """What is shared, by kind: `terms tariff, truce; actors China; figure 90`."""
    names = [r for r in reasons if r.kind != "word"][:_MOST_REASONS]
    shown = names or list(reasons)[:_MOST_REASONS]
    kinds = dict.fromkeys(r.kind for r in shown)
    parts = []
    for kind in kinds:
        labels = [r.label for r in shown if r.kind == kind]
        parts.append(f"{kind}{'s' * (len(labels) > 1)} {', '.join(labels)}")
    return "; ".join(parts)


def _proposals(groups: Sequence[Group], has_sections: bool) -> Iterator[str]:
    if groups:
        yield "passages no section wants:" if has_sections else "sections there could be:"
    for one in groups:
        yield f"  {_question(one)}  {', '.join(one.passages)}"


def _question(one: Group) -> str:
    labels = [trait.label for trait in one.traits]
    joined = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
    return f"What is there to say of {joined}?"


def _unexplained(seed: Source, site: Site) -> Iterator[str]:
    """Lines on names and expressions of the retelling that have no record."""
    words = vocabulary_of(site)
    texts = [part.says.text for passage in seed.passages for part in passage.parts]
    for what, found in (
        ("names no record explains", unexplained_names(texts, words.table, seed.language)),
        ("expressions no record explains", unexplained_terms(texts, words.table)),
    ):
        if found:
            yield f"{what}: {', '.join(f'{name} ({n})' if n > 1 else name for name, n in found.items())}"


def _write(
    root: Path, site: Site, seed: Source, groups: Iterable[Group], terminal: Terminal
) -> None:
    """Start a draft section for each of `groups`; no file that is there is touched."""
    taken = {record.id for record in site.records()}
    numbers = [int(m[1]) for s in site.sections if (m := re.match(r".*/(\d+)-", s.origin.path))]
    number = max(numbers, default=0)
    by_id = {passage.id: passage for passage in seed.passages}
    main = site.settings.seed if site.settings else ""
    prefix = "" if seed.id == main else f"{seed.id}:"
    for one in groups:
        number = (number // 10 + 1) * 10
        id = _free_id(one, taken)
        taken.add(id)
        path = root / "content/sections" / f"{number}-{id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_draft(_question(one), [by_id[p] for p in one.passages], prefix))
        terminal.say(f"wrote {path.relative_to(root).as_posix()}, a draft")


def _free_id(one: Group, taken: set[str]) -> str:
    stem = slug(" ".join(trait.label for trait in one.traits[:2])) or "draft"
    # The glossary has the plain name; a draft must not take a term's id from it.
    wanted = (stem if stem not in taken else f"{stem}-draft")[:60].strip("-")
    return next(
        id for n in range(1, 1000) if (id := wanted if n == 1 else f"{wanted}-{n}") not in taken
    )


def _draft(question: str, passages: Iterable[Passage], prefix: str) -> str:
    """A section that is only our retellings, each with its citation; the first stands on top too."""
    blocks = [
        f"{' '.join(part.says.text.split())} [@{prefix}{passage.id}]"
        for passage in passages
        for part in passage.parts
    ]
    head = (
        f"---\nquestion: {_quoted(question)}\nstandfirst: {_quoted(blocks[0])}\ndraft: true\n---\n"
    )
    return head + "".join(f"\n{block}\n" for block in blocks)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
