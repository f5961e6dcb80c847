"""The command line: from what was typed to an exit status."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from explainer import __version__
from explainer.commands.line import Command, MisunderstoodError, Typed, help_text, parse, parser_of
from explainer.commands.report import tell_problems
from explainer.commands.table import COMMANDS
from explainer.commands.terminal import Terminal
from explainer.model.problems import SiteError

_DISK_HINTS = {
    errno.ENOENT: "look whether the folder is there, or name another",
    errno.ENOSPC: "make room on the disk and try again",
    errno.EDQUOT: "make room on the disk and try again",
    errno.EROFS: "it can only be read: name another folder",
    errno.EACCES: "look at its rights, or name another folder",
    errno.EPERM: "look at its rights, or name another folder",
    errno.ENOTDIR: "a file stands where a folder is needed: move it away",
    errno.EISDIR: "a folder stands where a file is needed: move it away",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EBUSY: "a disk is mounted there: name a folder on it",
    errno.EXDEV: "a disk is mounted there: name a folder on it",
    errno.EFBIG: "the system limits how large files may be: raise its limit",
}


def main(argv: Sequence[str], *, program: str = "build.py", root: Path | None = None) -> int:
    """The exit status of what was typed: 0 done, 1 problems (all listed), 2 not understood.

    `root` is the site's folder when `argv` names none; without it the one above this package.
    """
    here = root or Path(__file__).resolve().parents[2]
    # Names and quotations are in any script, whatever the system's locale says.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if argv[:1] in (["--help"], ["-h"], ["help"]):
            asked = argv[1] if len(argv) > 1 else ""
            known = COMMANDS.get(asked)
            print(
                parser_of(asked, known, program).format_help()
                if known
                else help_text(COMMANDS, program)
            )
            return 0
        if list(argv) == ["--version"]:
            print(f"explainer {__version__}")
            return 0
        name, given = parse(COMMANDS, argv, program)
        given.typed = tuple(argv)
        return _run(COMMANDS[name], given, here)
    except MisunderstoodError as error:
        return _misunderstood(error, program)
    except SystemExit as ended:
        return int(ended.code or 0)
    except BrokenPipeError:
        # Whoever read along has seen enough; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\nstopped; nothing half-done was left behind", file=sys.stderr)
        return 130


def leave(status: int) -> NoReturn:
    """End this process.

    At once: Python would take everything a site consists of apart first, piece by piece.
    """
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _run(command: Command, given: Typed, here: Path) -> int:
    terminal = Terminal(getattr(given, "format", "text"), given.quiet, given.verbose)
    root = given.root or here
    try:
        return command.run(given, root, terminal)
    except SiteError as error:
        tell_problems(error.problems, terminal, root)
        return 1
    except BrokenPipeError:
        raise
    except OSError as error:
        _tell_of_disk(error, terminal)
        return 1


def _tell_of_disk(error: OSError, terminal: Terminal) -> None:
    place = f"{error.filename}: " if error.filename else ""
    terminal.tell(f"{place}{error.strerror or error}")
    hint = _DISK_HINTS.get(error.errno or 0)
    for line in (hint, *getattr(error, "__notes__", ())):
        if line:
            terminal.tell(f"    {line}")


def _misunderstood(error: MisunderstoodError, program: str) -> int:
    print(f"{program}: {error}", file=sys.stderr)
    if error.hint:
        print(f"    {error.hint}", file=sys.stderr)
    return 2
