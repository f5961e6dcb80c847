"""Answers between builds: JSON in one SQLite file, thrown away whenever it is not as expected."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explainer.memory.codec import from_text, to_text
from explainer.memory.keys import is_quick, key_of, key_of_work
from explainer.memory.remember import UNKNOWN

_FORM = 1
"""Of the tables; a file of another form is thrown away."""
_AT_ONCE = 500
_KEPT_FOR_EACH_USED = 4
"""So many rows are kept for each that a build used; the rest, from older builds, goes."""


@contextmanager
def opened(path: Path, engine: str, *, keeps: bool) -> Iterator["OnDisk | None"]:
    """The answers in the file `path`; None where no such file can be had.

    With `keeps`, new ones are saved when the block ends; without, nothing is written.
    """
    # `Path` would raise where a folder may not be looked into; what cannot be read is not there.
    connection = _connected(path) if keeps or os.path.exists(path) else None  # noqa: PTH110
    if connection is None:
        yield None
        return
    store = OnDisk(connection, engine)
    try:
        yield store
    finally:
        with suppress(sqlite3.Error):
            if keeps:
                store.save()
        with suppress(sqlite3.Error):
            connection.close()


def _connected(path: Path) -> sqlite3.Connection | None:
    if os.path.islink(path) or os.path.islink(path.parent):  # noqa: PTH114
        return None
    for _ in range(2):
        with suppress(OSError, sqlite3.Error):
            path.parent.mkdir(exist_ok=True)
            connection = sqlite3.connect(path, timeout=1, isolation_level=None)
            with suppress(sqlite3.Error):
                _prepare(connection)
                return connection
            connection.close()
        with suppress(OSError):
            for leftover in path.parent.glob(f"{path.name}*"):
                leftover.unlink()
    return None


def _prepare(connection: sqlite3.Connection) -> None:
    # What a power cut would tear is found out by its hash, so nothing need wait for the disk.
    connection.execute("PRAGMA synchronous = OFF")
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    if form not in (0, _FORM):
        raise sqlite3.DatabaseError("of another form")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, text TEXT NOT NULL, "
        "sha256 TEXT NOT NULL) WITHOUT ROWID"
    )
    connection.execute(f"PRAGMA user_version = {_FORM}")


class OnDisk:
    """Answers by key, as JSON with the hash of it; `engine` stands for the code that runs."""

    def __init__(self, connection: sqlite3.Connection, engine: str) -> None:
        self._connection = connection
        self._engine = engine
        self._new: dict[str, str] = {}
        self._used: set[str] = set()

    def answers(self, work: Callable[[Any], Any], items: list[Any]) -> "_Call | None":
        """What is remembered of `work` on `items`; None for work quicker than looking up."""
        if is_quick(work):
            return None
        shared = key_of_work(self._engine, work)
        keys = [key_of(shared, item) for item in items]
        found = self._found(keys)
        return _Call(self, keys, [found.get(key, UNKNOWN) for key in keys])

    def _found(self, keys: list[str]) -> dict[str, Any]:
        """Those of `keys` that are known, with their answers."""
        known = {}
        with suppress(sqlite3.Error):
            for key, text, sha256 in self._rows(keys):
                if _hash(text) == sha256:
                    with suppress(ValueError):
                        known[key] = from_text(text)
        self._used |= known.keys()
        return known

    def put(self, key: str, answer: Any) -> None:
        """Remember `answer` under `key`."""
        self._new[key] = to_text(answer)
        self._used.add(key)

    def save(self) -> None:
        """Write what is new, and forget what was used long ago."""
        if not self._new:
            return
        self._connection.execute("BEGIN")
        rows = ((key, text, _hash(text)) for key, text in self._new.items())
        self._connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", rows)
        (count,) = self._connection.execute("SELECT count(*) FROM answers").fetchone()
        if count > _KEPT_FOR_EACH_USED * len(self._used):
            found = self._connection.execute("SELECT key FROM answers").fetchall()
            unused = [(key,) for (key,) in found if key not in self._used]
            self._connection.executemany("DELETE FROM answers WHERE key = ?", unused)
        self._connection.execute("COMMIT")

    def _rows(self, keys: list[str]) -> Iterable[tuple[str, str, str]]:
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            asked = f"SELECT key, text, sha256 FROM answers WHERE key IN ({marks})"  # noqa: S608
            yield from self._connection.execute(asked, some)


@dataclass(slots=True)
class _Call:
    """One call of `each`, by the keys of its items."""

    store: OnDisk
    keys: list[str]
    known: list[Any]

    def put(self, place: int, answer: Any) -> None:
        self.store.put(self.keys[place], answer)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
