"""An explainer of any number of pages, and the same text as Markdown pages for other generators.

A corpus has ten sections; all other pages are entries of the glossary with a fuller text. Every text is
made of the words below by a seeded generator, so that equal arguments make equal corpora.
"""

import random
from dataclasses import dataclass
from pathlib import Path

SECTIONS = 10
_FOR_EACH_FILE = 25
_PASSAGES = 20

_NOUNS = (
    "harbour river council permit survey bridge engineer report sensor basin reservoir turbine grid "
    "cable contract tender auditor minister treaty border tariff shipment depot warehouse railway "
    "timetable signal junction vessel captain fishery licence inspector clinic registry parish ballot "
    "statute tribunal archive ledger invoice pension harvest orchard forecast satellite antenna mineral "
    "quarry foundry alloy furnace aquifer wetland forest shelter convoy gazette museum manuscript"
).split()
_VERBS = (
    "reviewed measured published rebuilt inspected financed audited transferred expanded reduced restored "
    "documented challenged confirmed recorded coordinated delivered withdrew repaired announced compared"
).split()
_HOW = "formal shared urban digital gradual internal central former open mutual draft final".split()


@dataclass(frozen=True, slots=True)
class Entry:
    """One page."""

    id: str
    name: str
    paragraphs: tuple[str, ...]

    @property
    def is_section(self) -> bool:
        return self.id.startswith("part-")


def entries(pages: int, seed: int = 7) -> tuple[Entry, ...]:
    """The pages of a corpus of `pages`, sections first. Each entry mentions the next one by name."""
    chance = random.Random(seed)
    names = [f"{_word(i)} scheme" for i in range(pages - SECTIONS)]
    made = [
        Entry(f"part-{_word(i)}", f"What came of the {_word(i)} part?", _text(chance, names, i, 12))
        for i in range(SECTIONS)
    ]
    made += [
        Entry(name.replace(" ", "-"), name, _text(chance, names, i + 1, 4))
        for i, name in enumerate(names)
    ]
    return tuple(made)


def _word(number: int) -> str:
    """A word of its own for each number."""
    syllables = "ba de fi go ku la me ni po ru sa te vi wo zu".split()
    word = ""
    while True:
        number, rest = divmod(number, len(syllables))
        word = syllables[rest] + word
        if not number:
            return "k" + word


def _text(chance: random.Random, names: list[str], mentioned: int, count: int) -> tuple[str, ...]:
    sentences = [_sentence(chance) for _ in range(count * 4)]
    sentences[0] = f"The {names[mentioned % len(names)]} came first."
    return tuple(" ".join(sentences[n::count]) for n in range(count))


def _sentence(chance: random.Random) -> str:
    who, what = chance.sample(_NOUNS, 2)
    words = [chance.choice(_HOW), who, chance.choice(_VERBS), "the", chance.choice(_HOW), what]
    words += ["beside", "every", *chance.sample(_NOUNS, 2)]
    return "The " + " ".join(words) + "."


def write_explainer(root: Path, pages: int) -> None:
    """The corpus as a site of this project, every paragraph with its citation."""
    found = entries(pages)
    for number, entry in enumerate(e for e in found if e.is_section):
        write(root / f"content/sections/{number + 10}-{entry.id}.md", section_text(entry))
    terms = [entry for entry in found if not entry.is_section]
    for start in range(0, len(terms), _FOR_EACH_FILE):
        texts = "".join(map(term_text, terms[start : start + _FOR_EACH_FILE]))
        name = f"field-{_word(start)}"
        write(root / f"content/glossary/{name}.yaml", f"field: {name}\nterms:\n{texts}")
    write(root / "site.yaml", _SETTINGS)
    write(root / "content/actors/locals.yaml", _ACTORS)
    write(root / "content/timeline.yaml", _TIMELINE)
    write(
        root / "content/pages/about.md",
        "---\ntitle: About\n---\n\nMade to be measured. {context}\n",
    )
    passages = "".join(
        f"- {{id: p{n}, says: The council spoke of part {_word(n)}., status: fact, actors: [council], "
        "dates: [{text: 1 March, date: 2024-03-01}]}\n"
        for n in range(1, _PASSAGES + 1)
    )
    write(root / "seeds/survey.yaml", _SEED + passages)


def section_text(entry: Entry) -> str:
    """A section with headings, a list and a table."""
    first, *rest = [f"{text} [@p{n + 1}]" for n, text in enumerate(entry.paragraphs)]
    body = "\n\n".join(rest[:4]) + "\n\n## Then\n\n" + "\n\n".join(rest[4:])
    # Between them, sections use every passage.
    points = "".join(f"- The council said so. [@p{n}]\n" for n in range(1, _PASSAGES + 1))
    table = "| what | how |\n|---|---|\n| the survey | in public [@p1] |\n"
    head = f"---\nquestion: {entry.name}\nstandfirst: The council said so. [@p1]\n---\n"
    return f"{head}\n{first}\n\n{body}\n\n{points}\n{table}"


def term_text(entry: Entry) -> str:
    """An entry of the glossary."""
    text = "\n\n".join(f"    {text} [@p{n + 1}]" for n, text in enumerate(entry.paragraphs))
    return (
        f"- id: {entry.id}\n  name: {entry.name}\n"
        f"  meaning: A plan of the council. {{context}}\n  text: |\n{text}\n"
    )


def markdown(entry: Entry) -> str:
    """The text of `entry` for generators that know neither citations nor terms."""
    paragraphs = list(entry.paragraphs)
    if entry.is_section:
        points = "\n".join(f"- The council said so ({n})." for n in range(1, _PASSAGES + 1))
        paragraphs[5:5] = ["## Then"]
        paragraphs += [points, "| what | how |\n|---|---|\n| the survey | in public |"]
    return "\n\n".join(paragraphs) + "\n"


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
