"""Inputs nobody would think of, and what must hold of each: one file for what goes together."""

from tests.long.fuzzing import found, kept, read, sites
from tests.long.fuzzing import ingest as articles
from tests.long.fuzzing.trying import Target

TARGETS: dict[str, Target] = {
    "yaml": read.YAML,
    "matter": read.MATTER,
    "records": sites.RECORDS,
    "markdown": read.MARKDOWN,
    "names": found.NAMES,
    "numbers": found.NUMBERS,
    "dates": found.DATES,
    "quotations": found.QUOTATIONS,
    "ingest": articles.INGEST,
    "lock": kept.LOCK,
    "svg": kept.SVG,
    "codec": kept.CODEC,
}
"""What is tried, by the name it is asked for."""
