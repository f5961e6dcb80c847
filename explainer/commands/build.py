"""`build` and `check`: the whole site made, and written or not.

Where nothing has changed there is nothing to import either, so the engine waits in making.py.
"""

from collections.abc import Sequence
from pathlib import Path

from explainer.commands.progress import Progress
from explainer.commands.report import as_json, tell_problems
from explainer.commands.terminal import Terminal
from explainer.memory.again import SECONDS
from explainer.memory.last import LastBuilds, Summary
from explainer.model.form import Form
from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.text.phrases import several


class Work(Form, frozen=True):
    """How a site is made, whatever it says: nothing here changes a byte of it."""

    jobs: int = 0
    """Processes; 0 for as many as there are processors."""
    uses_cache: bool = True
    typed: Sequence[str] | None = None
    """The words that ask for this and nothing else; None where they ask for more."""


def build(root: Path, output: Path, options: Options, work: Work, terminal: Terminal) -> int:
    """Make the site in `root` and put it into `output`; the exit status."""
    return _run(root, output, options, work, terminal)


def check(root: Path, options: Options, work: Work, terminal: Terminal) -> int:
    """Make the site in `root` and write nothing; the exit status."""
    return _run(root, None, options, work, terminal)


def _run(root: Path, output: Path | None, options: Options, work: Work, terminal: Terminal) -> int:
    progress = Progress(terminal.err, is_shown=not terminal.is_quiet)
    last = LastBuilds(root) if work.uses_cache else None
    made = last.unchanged(options, output) if last else None
    try:
        if made is None:
            from explainer.commands.making import make_site

            made = make_site(root, output, options, last, work.jobs, progress)
    except SiteError as error:
        seconds = progress.done()
        _tell_failure(error, root, seconds, terminal, is_written=output is not None)
        return 1
    finally:
        progress.done()
    _tell_success(made, output, progress, terminal)
    if last and output and work.typed is not None and terminal.format != "json":
        told = _told(made, SECONDS, _unchanged(output))
        last.note_told(work.typed, output, "" if terminal.is_quiet else f"{told}\n")
    return 0


def _tell_failure(
    error: SiteError, root: Path, seconds: float, terminal: Terminal, *, is_written: bool
) -> None:
    count = len(error.problems)
    if terminal.format == "json":
        print(as_json(error.problems, seconds=round(seconds, 3)), file=terminal.out)
        return
    tell_problems(error.problems, terminal, root)
    kept = "nothing was written" if is_written else "mend them and check again"
    summary = f"{several(count, 'problem')}; {kept}"
    terminal.tell("\n" + terminal.styled(summary, "bold", "red"))


def _tell_success(
    made: Summary, output: Path | None, progress: Progress, terminal: Terminal
) -> None:
    seconds = progress.done()
    if terminal.format == "json":
        facts = {"pages": made.pages, "checks": made.checks, "seconds": round(seconds, 3)}
        print(as_json((), **facts), file=terminal.out)
        return
    where = f", written to {_shown(output)}" if output else ""
    if output and not progress.seconds:
        where = _unchanged(output)
    terminal.say(_told(made, f"{seconds:.2f}", where))
    for sentence in made.lacking:
        terminal.say(sentence)
    if terminal.is_verbose:
        for stage, spent in progress.seconds.items():
            terminal.say(f"  {stage:<8} {spent:7.3f} s")


def _told(made: Summary, seconds: str, where: str) -> str:
    changes = f"{made.changes}\n\n" if made.changes else ""
    return f"{changes}{made.pages} pages, {made.checks} checks, 0 problems, {seconds} s{where}"


def _unchanged(output: Path) -> str:
    return f", nothing has changed in {_shown(output)}"


def _shown(path: Path) -> str:
    """`path` as short as it can be said from here."""
    full = path.resolve()
    here = Path.cwd()
    return f"{full.relative_to(here)}/" if full.is_relative_to(here) and full != here else str(path)
