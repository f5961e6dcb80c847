"""What was measured, as tables: medians, each with what it is of Hugo's."""

import statistics
from typing import Any

_UNITS = (("wall", "s"), ("cpu", "s of CPU"), ("mb", "MB"))
_MEASURE_OF_ALL = "hugo"


def tables(said: dict[str, Any]) -> str:
    """Markdown, a table for each size of corpus; behind each figure its ratio to Hugo's."""
    lines = [said["machine"], "", *(f"- {n}: {v}" for n, v in said["versions"].items())]
    for pages in dict.fromkeys(r["pages"] for r in said["results"]):
        rows = [r for r in said["results"] if r["pages"] == pages]
        names = list(dict.fromkeys(r["generator"] for r in rows))
        loads = [row["load"] for row in rows]
        lines += ["", f"### {pages} pages", ""]
        lines += [f"Load of the machine while measuring: {min(loads):.1f} to {max(loads):.1f}.", ""]
        lines += [f"| | {' | '.join(names)} |", "|---|" + "---:|" * len(names)]
        for scenario in dict.fromkeys(r["scenario"] for r in rows):
            for unit, shown in _UNITS:
                cells = [_cell(rows, name, scenario, unit) for name in names]
                lines.append(f"| {scenario}, {shown} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(rows: list[dict[str, Any]], name: str, scenario: str, unit: str) -> str:
    value = _median(rows, name, scenario, unit)
    shown = f"{value:.0f}" if unit == "mb" else f"{value:.2f}"
    base = _median(rows, _MEASURE_OF_ALL, scenario, unit)
    return f"{shown} ({value / base:.2f})" if base and name != _MEASURE_OF_ALL else shown


def _median(rows: list[dict[str, Any]], name: str, scenario: str, unit: str) -> float:
    found = [r[unit] for r in rows if r["generator"] == name and r["scenario"] == scenario]
    return statistics.median(found) if found else 0.0
