"""The command line."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make
from explainer.stages.write import write_files


def main(argv: Sequence[str]) -> int:
    """The exit status: 0 done, 1 problems (all listed), 2 the command was not understood."""
    parser = argparse.ArgumentParser(prog="build.py", description="Builds the explainer.")
    parser.add_argument("command", nargs="?", default="build", choices=("build", "check"))
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("-b", "--base-url", default="")
    parser.add_argument("-D", "--drafts", action="store_true")
    parser.add_argument("--portable", action="store_true")
    parser.add_argument("-q", "--quiet", action="store_true")
    given = parser.parse_args(argv)
    started = time.perf_counter()
    options = Options(given.base_url, given.drafts, given.portable)
    try:
        files = make(given.root, options)
    except SiteError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        kept = "nothing was written" if given.command == "build" else "mend them and check again"
        print(f"\n{count} problem{'s' * (count != 1)}; {kept}", file=sys.stderr)
        return 1
    if given.command == "build":
        write_files(files, given.output or given.root / "output")
    if not given.quiet:
        pages = sum(1 for file in files if file.facts)
        seconds = time.perf_counter() - started
        print(f"{pages} pages, 0 problems, {seconds:.2f} s")
    return 0
