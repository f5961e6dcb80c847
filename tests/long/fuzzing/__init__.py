"""Inputs nobody would think of, and what must hold of each: one file for what goes together."""

from tests.long.fuzzing import found, locks, pictures, quoted, read, remembered, sites
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
    "quotations": quoted.QUOTATIONS,
    "ingest": articles.INGEST,
    "lock": locks.LOCK,
    "svg": pictures.SVG,
    "codec": remembered.CODEC,
}
"""What is tried, by the name it is asked for."""
