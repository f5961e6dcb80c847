"""Makes the site anew for the preview, whatever state its files are in."""

import importlib
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from explainer.commands.report import tell_problems
from explainer.commands.serve.shown import ProblemLine, Shown, difference
from explainer.commands.terminal import Terminal
from explainer.memory.in_process import InProcess
from explainer.memory.remember import remembering
from explainer.memory.rubbish import set_aside, unsearched
from explainer.model.form import replace
from explainer.model.options import Options
from explainer.model.problems import Origin, Problem, SiteError
from explainer.text.phrases import several

_LONGEST_LINE = 300
_LARGEST = 8_000_000


class Builder:
    """Holds what is shown, and replaces it when files have changed."""

    def __init__(self, root: Path, options: Options, terminal: Terminal) -> None:
        self.root = root
        self.options = options
        self.terminal = terminal
        self.memory: InProcess | None = None
        """That of the engine as it is; None until a build asks for it."""
        self.shown = Shown()

    def build(self) -> None:
        """Make the site: a good one is shown from now on, problems stand over the last good one."""
        begun = time.perf_counter()
        files, problems = self._made()
        if problems:
            lines = tuple(ProblemLine(p, line_of(self.root, p.origin)) for p in problems)
            shown = Shown(self.shown.files, lines)
        else:
            shown = Shown(files)
        # What looks the same is the same state: no tab has to load it again.
        is_new = difference(self.shown, shown)
        self.shown = shown if is_new else replace(shown, since=self.shown.since)
        # Whoever read along may have gone (`serve | head`); the tabs are still to be told.
        with suppress(OSError):
            self._tell(problems, time.perf_counter() - begun)

    def rest(self) -> None:
        """Once tabs are told: let go of what the build before a good one remembered."""
        if self.memory and not self.shown.problems:
            self.memory.turn()
        set_aside()

    def forget_engine(self) -> None:
        """Let the next build import the engine's files as they are now, commands apart."""
        importlib.invalidate_caches()
        for name in list(sys.modules):
            if name.startswith("explainer.") and not name.startswith("explainer.commands"):
                del sys.modules[name]
        # What the old engine answered is of other classes than what the new one asks.
        self.memory = None

    def _tell(self, problems: tuple[Problem, ...], seconds: float) -> None:
        if problems:
            tell_problems(problems, self.terminal, self.root)
            self.terminal.tell(
                f"{several(len(problems), 'problem')}; the preview shows the last good site"
            )
        else:
            count = len(self.shown.files)
            self.terminal.say(f"{count} files made in {seconds:.2f} s, 0 problems")

    def _made(self) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """The site's files, or its problems."""
        try:
            # Looked up each time: after a change of the engine these are other modules.
            pipeline = importlib.import_module("explainer.pipeline")
            options: Any = importlib.import_module("explainer.model.options").Options(
                self.options.base_url, self.options.drafts, self.options.portable
            )
            memory = self.memory
            if memory is None:
                memory = importlib.import_module("explainer.memory.in_process").InProcess()
            self.memory = memory
            memory.begin()
            with unsearched():
                made = pipeline.make(self.root, options, remembering(map, memory))
            return {file.path: file.content for file in made}, ()
        except Exception as error:
            # By its name: a class that is imported anew is another class.
            if type(error).__name__ == SiteError.__name__:
                return {}, tuple(error.problems)  # type: ignore[attr-defined]
            return {}, (self._our_mistake(error),)

    def _our_mistake(self, error: Exception) -> Problem:
        """The engine's own crash, told so that the preview outlives it."""
        with suppress(OSError):
            self.terminal.tell("".join(traceback.format_exception(error)))
        message = f"the engine crashed: {type(error).__name__}: {error}"
        return Problem(Origin("explainer"), message, "the terminal has its traceback")


def line_of(root: Path, origin: Origin) -> str:
    """The text of the line at `origin`; empty when there is none to read."""
    path = root / origin.path
    try:
        # To open a pipe would be to wait for somebody to write to it.
        is_ours = path.resolve().is_relative_to(root.resolve()) and path.is_file()
        if not is_ours or path.stat().st_size > _LARGEST:
            return ""
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except (OSError, ValueError):
        return ""
    text = lines[origin.line - 1].strip() if 0 < origin.line <= len(lines) else ""
    return text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE] + " …"
