"""How files are written, and what one is."""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def is_plain(info: os.stat_result) -> bool:
    """Whether this is a file, and no link, device or pipe."""
    return stat.S_ISREG(info.st_mode)


def write_new(path: Path, content: bytes) -> os.stat_result:
    """Write a file where none is, readable by everybody.

    It is a new file also where one was taken away before: whoever still reads the old one, or has it
    under another name, keeps what they have.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags, 0o644)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, flags, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o644)
        file.flush()
        return os.fstat(descriptor)


def link_new(old: Path, new: Path) -> os.stat_result | None:
    """Have the file `old` under the name `new` too, where none is; None where that cannot be."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return None
    return new.lstat()


def replace_file(path: Path, content: bytes) -> None:
    """Make `content` the file at `path` in one step."""
    new = path.with_name(f".{path.name}-new")
    new.unlink(missing_ok=True)
    write_new(new, content)
    new.replace(path)


_MANY = 500
_AT_ONCE = 16


def settle(paths: Sequence[Path]) -> None:
    """Wait until the files at `paths` are on the disk itself, so that a power cut cannot empty them."""
    if len(paths) > _MANY and hasattr(os, "sync"):
        os.sync()
    elif len(paths) > _AT_ONCE:
        # The file system writes its journal once for all that ask at the same time.
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(_AT_ONCE) as threads:
            list(threads.map(_settle, paths))
    else:
        for path in paths:
            _settle(path)


def _settle(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_empty_folders(folder: Path) -> None:
    """Take away every folder below `folder` that holds no file, and keep `folder`."""
    for here, _, _ in os.walk(folder, topdown=False):
        if here != str(folder):
            with suppress(OSError):
                Path(here).rmdir()
