"""Everything a site is made from, and the hash of each file of it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from explainer.disk.files import is_plain
from explainer.disk.stamps import Stamp, hash_of, stamp_of
from explainer.memory.parts import files_of, versions
from explainer.model.form import Form

_MAY_LAG = 2_000_000_000
"""Nanoseconds. A file changed so shortly before it was hashed may change again within one tick of the
file system's clock, which on old ones is two seconds, and look as before."""


class OddFileError(Exception):
    """Something among the inputs is a link, a pipe, or cannot be read."""


class Inputs(Form, frozen=True):
    """What a build would be made from."""

    stamps: Mapping[str, Stamp]
    is_news: bool
    """Whether any file had to be read to know its hash."""

    @property
    def engine(self) -> str:
        """Stands for the code that runs, Python and packages included."""
        return _hash([*self._hashes("engine/"), *versions()])

    @property
    def everything(self) -> str:
        """Stands for all of it."""
        return _hash([*self._hashes(""), *versions()])

    def _hashes(self, start: str) -> list[str]:
        return [f"{p} {s[3]}" for p, s in sorted(self.stamps.items()) if p.startswith(start)]

    def are_old(self, at: int) -> bool:
        """Whether each was last changed so long before `at` (ns) that a later change would be seen."""
        return not any(_may_lag(stamp, at) for stamp in self.stamps.values())


def inputs_of(root: Path, known: Mapping[str, Stamp], known_at: int) -> Inputs:
    """What the site in `root` is made from now; files are read only if `known` does not tell.

    `known_at` is when `known` was found out (ns). Raises `OddFileError` when that cannot be said.
    """
    stamps: dict[str, Stamp] = {}
    is_news = False
    try:
        for name, path, info in files_of(root):
            if not is_plain(info):
                raise OddFileError(name)
            before = known.get(name)
            if before and _may_lag(before, known_at):
                before = None
            sha256 = hash_of(Path(path), info, before)
            stamps[name] = stamp_of(info, sha256)
            is_news = is_news or stamps[name] != before
    except OSError as error:
        raise OddFileError from error
    return Inputs(stamps, is_news or len(stamps) != len(known))


def _may_lag(stamp: Stamp, at: int) -> bool:
    return max(stamp[1], stamp[2]) > at - _MAY_LAG


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
