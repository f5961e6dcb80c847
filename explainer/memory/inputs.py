"""Everything a site is made from: which files there are, and the hash of each."""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.disk.files import is_plain
from explainer.disk.stamps import Stamp, hash_of, stamp_of

ENGINE = Path(__file__).resolve().parents[1]
_OF_SITE = ("content", "seeds", "templates", "site.yaml")
_MAY_LAG = 2_000_000_000
"""Nanoseconds. A file changed so shortly before it was hashed may change again within one tick of the
file system's clock, which on old ones is two seconds, and look as before."""


class OddFileError(Exception):
    """Something among the inputs is a link, a pipe, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build would be made from."""

    stamps: Mapping[str, Stamp]
    is_news: bool
    """Whether any file had to be read to know its hash."""

    @property
    def engine(self) -> str:
        """Stands for the code that runs, Python and packages included."""
        return _hash([*self._hashes("engine/"), *_versions()])

    @property
    def everything(self) -> str:
        """Stands for all of it."""
        return _hash([*self._hashes(""), *_versions()])

    def _hashes(self, start: str) -> list[str]:
        return [f"{p} {s[3]}" for p, s in sorted(self.stamps.items()) if p.startswith(start)]


def inputs_of(root: Path, known: Mapping[str, Stamp], known_at: int) -> Inputs:
    """What the site in `root` is made from now; files are read only if `known` does not tell.

    `known_at` is when `known` was found out (ns). Raises `OddFileError` when that cannot be said.
    """
    stamps: dict[str, Stamp] = {}
    is_news = False
    try:
        for name, path, info in _files(root):
            before = known.get(name)
            if before and max(before[1], before[2]) > known_at - _MAY_LAG:
                before = None
            sha256 = hash_of(path, info, before)
            stamps[name] = stamp_of(info, sha256)
            is_news = is_news or stamps[name] != before
    except OSError as error:
        raise OddFileError from error
    return Inputs(stamps, is_news or len(stamps) != len(known))


def _files(root: Path) -> Iterator[tuple[str, Path, os.stat_result]]:
    for name in _OF_SITE:
        yield from _below(root / name, f"site/{name}")
    yield from _below(ENGINE, "engine/explainer", ending=".py")
    if ENGINE.parent != root.resolve():
        yield from _below(ENGINE.parent / "templates", "templates")


def _below(top: Path, name: str, ending: str = "") -> Iterator[tuple[str, Path, os.stat_result]]:
    """The files in and below `top`, but for hidden ones, which no stage reads."""
    try:
        info = top.lstat()
    except FileNotFoundError:
        return
    if is_plain(info):
        yield name, top, info
        return
    with os.scandir(top) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")):
                continue
            inside = f"{name}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path), inside, ending)
            elif entry.name.endswith(ending):
                found = entry.stat(follow_symlinks=False)
                if not is_plain(found):
                    raise OddFileError(inside)
                yield inside, Path(entry.path), found


def _versions() -> Iterator[str]:
    """The Python that runs, and the packages it finds, by the names of their records."""
    yield sys.version
    yield sys.platform
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and Path(folder).is_dir():
            with os.scandir(folder) as entries:
                yield from sorted(e.name for e in entries if e.name.endswith(".dist-info"))


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
