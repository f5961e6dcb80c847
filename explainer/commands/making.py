"""A site made through what earlier builds remember, on as many processors as pay, and written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explainer.checks import CHECKS
from explainer.commands.changes import changes_since_site
from explainer.commands.lacking import lacking
from explainer.commands.progress import Progress
from explainer.memory import CACHE
from explainer.memory.last import LastBuilds, Summary
from explainer.memory.on_disk import opened
from explainer.memory.pool import pooled, processes
from explainer.memory.remember import remembering
from explainer.memory.rubbish import unsearched
from explainer.model.each import Each
from explainer.model.form import replace
from explainer.model.options import Options
from explainer.model.output import OutputFile
from explainer.model.places import MANIFEST
from explainer.pipeline import make
from explainer.stages.write import write_files
from explainer.text.fulltext import text_is_indexed_with


def make_site(
    root: Path,
    output: Path | None,
    options: Options,
    last: LastBuilds | None,
    jobs: int,
    progress: Progress,
) -> Summary:
    """Make the site in `root`, write it where there is an `output`; what is told of it.

    With `last`, answers of earlier builds serve this one, and a build's own serve the next.
    """
    with unsearched():
        changes = changes_since_site(root)
        with _each(root, last, jobs, keeps=output is not None) as each:
            can_index = options.full_text and bool(text_is_indexed_with())
            able = replace(options, full_text=can_index)
            files = make(root, able, progress.watched(each), progress.entering)
        # The finished pages are checked too, after the rules for what the writers said.
        made = Summary(sum(1 for file in files if file.facts), len(CHECKS) + 1, changes)
        if output:
            made = replace(made, lacking=lacking(root, files))
            progress.entering("write")
            write_files(files, output)
            if last:
                last.note(options, output, _hash_of_manifest(files), made)
        return made


@contextmanager
def _each(root: Path, last: LastBuilds | None, jobs: int, *, keeps: bool) -> Iterator[Each]:
    """How work is run: `keeps` says that its answers are kept for later builds."""
    with pooled(processes(jobs)) as each:
        if last is None or last.inputs is None:
            yield each
            return
        with opened(root / CACHE / "answers.sqlite", last.inputs.engine, keeps=keeps) as store:
            yield remembering(each, store) if store else each


def _hash_of_manifest(files: list[OutputFile]) -> str:
    return next(file.sha256 for file in files if file.path == MANIFEST)
