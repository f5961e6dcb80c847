"""Builds with a memory along a history of edits, held to builds that know nothing."""

import random
from collections import Counter
from io import StringIO
from pathlib import Path

from explainer.commands.making import make_site
from explainer.commands.progress import Progress
from explainer.memory.again import told_again
from explainer.memory.in_process import InProcess
from explainer.memory.last import LastBuilds
from explainer.memory.remember import remembering
from explainer.model.each import Each
from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make
from tests.memory.edits import Writer

OPTIONS = (Options(), Options(), Options(), Options(portable=True), Options(drafts=True))

_MENDS = 0.5
"""How often problems are mended at once; else they may stay through edits to come."""


def run_history(root: Path, steps: int, seed: int) -> Counter[str]:
    """How the builds of a history of `steps` edits went; stops at the first that is not as a clean one."""
    chance = random.Random(seed)
    writer = Writer(root, chance)
    preview = InProcess()
    went: Counter[str] = Counter()
    problems = ""
    for step in range(steps):
        if problems and chance.random() < _MENDS:
            writer.mend()
        elif chance.random() < 0.8:
            writer.edit()
        options, jobs = chance.choice(OPTIONS), chance.choice((1, 1, 1, 2))
        expected, problems = _made(root, options)
        preview.begin()
        previewed = _made(root, options, remembering(map, preview))
        if previewed[0]:
            preview.turn()
        said, how = _remembering(root, options, jobs)
        went[how] += 1
        place = f"seed {seed}, step {step}, after: {writer.done[-3:]}"
        assert previewed == (expected, problems), place
        assert said == problems, place
        if not problems:
            writer.is_good()
            assert _tree(root / "output") == expected, place
    return went


def _made(root: Path, options: Options, each: Each = map) -> tuple[dict[str, bytes], str]:
    """The files a build makes, or its problems."""
    try:
        return {file.path: file.content for file in make(root, options, each)}, ""
    except SiteError as error:
        return {}, str(error)


def _remembering(root: Path, options: Options, jobs: int) -> tuple[str, str]:
    """The problems of a build with memory, and how it went."""
    typed = ("--root", str(root), str(options))
    if told_again(typed, ""):
        return "", "told again"
    last = LastBuilds(root)
    output = root / "output"
    if last.unchanged(options, output):
        last.note_told(typed, output, "")
        return "", "nothing to do"
    try:
        make_site(root, output, options, last, jobs, Progress(StringIO()))
    except SiteError as error:
        return str(error), "problems"
    last.note_told(typed, output, "")
    return "", "built"


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
