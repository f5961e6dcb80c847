"""How a corpus is written: as a site of this project, every block with its citation, or as Markdown."""

import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import PASSAGES, Block, Entry, counted, said, word

_FOR_EACH_FILE = 25
_LINK = re.compile(r"\{([^|{}]+)\|([^|{}]+)\}")


def write_explainer(root: Path, found: Iterable[Entry]) -> None:
    """The corpus as a site of this project. Terms are linked by themselves, entries by hand alone."""
    sections = [entry for entry in found if entry.kind == "section"]
    for number, entry in enumerate(sections):
        write(root / f"content/sections/{number + 10}-{entry.id}.md", section_text(entry))
    terms = [entry for entry in found if entry.kind != "section"]
    for start in range(0, len(terms), _FOR_EACH_FILE):
        texts = "".join(map(term_text, terms[start : start + _FOR_EACH_FILE]))
        name = f"field-{start // _FOR_EACH_FILE:05}"
        write(root / f"content/glossary/{name}.yaml", f"field: {name}\nterms:\n{texts}")
    write(root / "site.yaml", _SETTINGS)
    write(root / "content/actors/locals.yaml", _ACTORS)
    write(root / "content/timeline.yaml", _TIMELINE)
    about = "---\ntitle: About\n---\n\nMade to be measured. {context}\n"
    write(root / "content/pages/about.md", about)
    write(root / "seeds/survey.yaml", _SEED + "".join(map(_passage, range(1, PASSAGES + 1))))


def section_text(entry: Entry) -> str:
    """A section's file."""
    head = f"---\nquestion: {entry.name}\nstandfirst: The council said so. [@p1]\n---\n"
    return f"{head}\n{_cited(entry)}"


def term_text(entry: Entry) -> str:
    """A term or an entry, in a file of the glossary."""
    text = re.sub(r"(?m)^(?=.)", "    ", _cited(entry))
    by_hand = "  autolink: false\n" if entry.kind == "entry" else ""
    return (
        f"- id: {entry.id}\n  name: {entry.name}\n{by_hand}"
        f"  meaning: A plan of the council. {{context}}\n  text: |\n{text}"
    )


def _cited(entry: Entry) -> str:
    return _LINK.sub(r"[[\2|\1]]", "\n".join(_block(b, f" [@p{b.passage}]") for b in entry.blocks))


def markdown(entry: Entry, link: str) -> str:
    """The text of `entry` for generators that know neither citations nor terms.

    `link` is how a link to another page is written, with `{}` for its id.
    """
    text = "\n".join(_block(block, "") for block in entry.blocks)
    return _LINK.sub(lambda found: f"[{found[1]}]({link.format(found[2])})", text)


def _block(block: Block, cited: str) -> str:
    first = block.lines[0]
    if block.kind == "heading":
        return f"## {first}\n"
    if block.kind == "quote":
        return f"> {first}{cited}\n"
    if block.kind == "list":
        return "".join(f"- {line}{cited}\n" for line in block.lines)
    if block.kind == "table":
        rows = "".join(f"| {line}{cited} |\n" for line in block.lines)
        return f"| what | how |\n|---|---|\n{rows}"
    return f"{first}{cited}\n"


def _passage(number: int) -> str:
    return (
        f"- id: p{number}\n  says: The council spoke of {word(number)}.\n  status: fact\n"
        f"  quotes: [{{text: {said(number)}, speaker: council}}]\n"
        f'  figures: [{{text: "{counted(number):,}", value: {counted(number)}, about: gates}}]\n'
        "  dates: [{text: 1 March, date: 2024-03-01}]\n  actors: [council]\n"
    )


def write(path: Path, text: str) -> None:
    """Write `text`, and the folders above it where they are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_SETTINGS = """\
title: A survey, explained
question: What did the council find?
description: A corpus to measure with.
standfirst: The council said so. [@p1]
answer: The council said so. [@p1]
as_of: 2024-03-20
base_url: https://example.org/survey/
seed: survey
publisher: Benchmarks
license: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
contact: mailto:editors@example.org
key_figures: []
at_the_table: [council]
short_timeline: [beginning]
search: false
"""
_ACTORS = """\
side: other
name: Locals
actors:
- id: council
  name: council
  kind: body
  role: runs the survey
  description: A council. {context}
  autolink: false
"""
_TIMELINE = """\
events:
- id: beginning
  date: 2024-03-01
  title: The survey begins
  text: The survey began.
  kind: other
  cites: [p1]
"""
_SEED = """\
kind: seed
title: The survey
publisher: The Gazette
published: 2024-03-10
file: survey.txt
passages:
"""
