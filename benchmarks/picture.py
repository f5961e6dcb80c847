#!/usr/bin/env python3
"""Draws what benchmarks/run.py measured: `python benchmarks/picture.py FILE.json PICTURE.svg`.

A row for each scenario, a mark for each generator, seconds of wall clock on a logarithmic scale.
"""

import json
import math
import statistics
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 760, 150, 30, 46, 84
_COLOURS = ("#b3261e", "#1f5fa8", "#3c7d3c", "#8a5a00", "#6a4a9c", "#555555")
"""Each 4.5:1 on white or more."""


def main(results: Path, picture: Path) -> None:
    """Write the picture of the largest corpus in `results` that all generators built."""
    said = json.loads(results.read_text(encoding="utf-8"))
    names = list(dict.fromkeys(row["generator"] for row in said["results"]))
    pages = max(
        size
        for size in {row["pages"] for row in said["results"]}
        if {r["generator"] for r in said["results"] if r["pages"] == size} == set(names)
    )
    rows = [row for row in said["results"] if row["pages"] == pages]
    picture.write_text("\n".join(_svg(rows, names, pages)) + "\n", encoding="utf-8")


def _svg(rows: list[dict[str, Any]], names: list[str], pages: int) -> Iterator[str]:
    scenarios = list(dict.fromkeys(row["scenario"] for row in rows))
    medians = {(s, n): _median(rows, s, n) for s in scenarios for n in names}
    first = math.floor(math.log10(min(medians.values())))
    last = math.ceil(math.log10(max(medians.values())))
    height = _TOP + _ROW * len(scenarios) + 34

    def x(seconds: float) -> float:
        span = _WIDTH - _LEFT - _RIGHT
        return round(_LEFT + span * (math.log10(seconds) - first) / (last - first), 1)

    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" font-family="sans-serif" font-size="13" role="img">'
    )
    yield f"<title>Seconds to build {pages:,} pages</title>"
    yield f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>'
    yield f'<text x="12" y="24" font-size="15">Seconds to build {pages:,} pages (less is better)</text>'
    for place, name in enumerate(names):
        yield _mark(24 + place * 122, 50, place)
        yield f'<text x="{36 + place * 122}" y="54">{escape(name)}</text>'
    for power in range(first, last + 1):
        at = x(10**power)
        yield f'<path d="M{at} {_TOP - 10}V{height - 30}" stroke="#ccc"/>'
        yield f'<text x="{at}" y="{height - 12}" text-anchor="middle">{10**power:g}</text>'
    for row, scenario in enumerate(scenarios):
        y = _TOP + row * _ROW + 12
        yield f'<text x="{_LEFT - 14}" y="{y + 4}" text-anchor="end">{escape(scenario)}</text>'
        for place, name in enumerate(names):
            yield _mark(x(medians[scenario, name]), y, place)
    yield "</svg>"


def _mark(x: float, y: float, place: int) -> str:
    """One of six shapes, so that nothing is told by colour alone."""
    colour = _COLOURS[place % len(_COLOURS)]
    drawn = (
        f"M{x - 6} {y - 6}h12v12h-12z",
        f"M{x} {y - 7}l7 7l-7 7l-7 -7z",
        f"M{x - 7} {y + 6}h14l-7 -13z",
        f"M{x - 7} {y - 6}h14l-7 13z",
        f"M{x - 2} {y - 7}h4v5h5v4h-5v5h-4v-5h-5v-4h5z",
        f"M{x - 6} {y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
    )[place % 6]
    return f'<path d="{drawn}" fill="{colour}" fill-opacity=".85"/>'


def _median(rows: list[dict[str, Any]], scenario: str, name: str) -> float:
    return statistics.median(
        row["wall"] for row in rows if row["scenario"] == scenario and row["generator"] == name
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
