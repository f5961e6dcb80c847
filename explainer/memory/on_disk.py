"""Answers between builds in one SQLite file, thrown away whenever it is not as expected."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from explainer.memory.codec import UnwritableError, from_bytes, to_bytes
from explainer.memory.keys import answer_of, is_remembered, key_of, key_of_work
from explainer.model.each import Each, Lazily, in_sequence
from explainer.model.form import Form

_FORM = 3
"""Of the tables; a file of another form is thrown away."""
_PAGE = 16384
"""Bytes. Most answers fit on one page of this size, and are read and written at once."""
_MOST_WAITING = 8_000_000
"""Bytes. So many are written while others are at work; all of them took a quarter of the memory."""
_KEPT_FOR_EACH_USED = 4
"""So many rows are kept for each that a build used; the rest, from older builds, goes."""


@contextmanager
def opened(path: Path, engine: str, *, keeps: bool) -> Iterator["OnDisk | None"]:
    """The answers in the file `path`; None where no such file can be had.

    With `keeps`, new ones are saved when the block ends; without, nothing is written.
    """
    connection = _connected(path) if keeps else _read_only(path)
    if connection is None:
        yield None
        return
    store = OnDisk(connection, path, engine, keeps=keeps)
    try:
        yield store
    finally:
        with suppress(sqlite3.Error):
            store.save()
        with suppress(sqlite3.Error):
            connection.close()


def _connected(path: Path) -> sqlite3.Connection | None:
    """The file at `path`, made anew where it is none of ours; None where there can be none."""
    if _is_link(path):
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


def _read_only(path: Path) -> sqlite3.Connection | None:
    """The file at `path`, of which nothing is changed; None where it is missing or none of ours."""
    if _is_link(path):
        return None
    with suppress(sqlite3.Error):
        connection = _opened_to_read(path)
        with suppress(sqlite3.Error):
            if _form_of(connection) == _FORM:
                return connection
        connection.close()
    return None


def _is_link(path: Path) -> bool:
    # `Path` would raise where a folder may not be looked into; what cannot be read is not there.
    return os.path.islink(path) or os.path.islink(path.parent)  # noqa: PTH114


def _opened_to_read(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=1, isolation_level=None)


def _form_of(connection: sqlite3.Connection) -> int:
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    return int(form)


def _prepare(connection: sqlite3.Connection) -> None:
    # What a power cut would tear is found out by its hash, so nothing need wait for the disk.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA page_size = {_PAGE}")
    if _form_of(connection) not in (0, _FORM):
        raise sqlite3.DatabaseError("of another form")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, content BLOB NOT NULL, "
        "sha256 TEXT NOT NULL)"
    )
    connection.execute(f"PRAGMA user_version = {_FORM}")


class OnDisk:
    """Answers by key, each with the hash of its bytes; `engine` stands for the code that runs."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, engine: str, *, keeps: bool
    ) -> None:
        self._connection = connection
        self._keeps = keeps
        self._engine = engine
        self._reader = _Reader(path, connection)
        self._new: list[tuple[str, bytes, str]] = []
        self._waiting = 0
        """Bytes of new answers that are not written yet."""
        self._is_news = False
        """Whether any were written."""
        self._used: set[str] = set()

    def answered(
        self, each: Each, work: Callable[[Any], Any], items: Iterable[Any]
    ) -> Iterable[Any]:
        """What `work` makes of `items`, looked up or made by whichever process `each` asks.

        Work that is quicker than looking up is done. Where the first or the last is remembered most are,
        and to look one up takes no longer than to fetch it from another process; but what is made
        when it is asked for takes longer than both.
        """
        listed = in_sequence(items)
        if not is_remembered(work) or not listed:
            return each(work, listed)
        try:
            shared = key_of_work(self._engine, work)
            is_at_hand = not isinstance(listed, Lazily)
            ends = (listed[0], listed[-1]) if is_at_hand else ()
            if any(self._reader.row(key_of(shared, item)) for item in ends):
                each = map
        except UnwritableError:
            return each(work, listed)
        ask = partial(_asked, work, shared, self._reader)
        return map(self._noted, each(ask, listed))

    def _noted(self, found: "_Found") -> Any:
        self._used.add(found.key)
        if found.content is not None and self._keeps:
            self._new.append((found.key, found.content, found.sha256))
            self._waiting += len(found.content)
            if self._waiting > _MOST_WAITING:
                self._write()
        return found.answer

    def save(self) -> None:
        """Write what is new, and forget what was used long ago."""
        if self._new:
            self._write()
        if not self._is_news:
            return
        self._connection.execute("BEGIN")
        (count,) = self._connection.execute("SELECT count(*) FROM answers").fetchone()
        if count > _KEPT_FOR_EACH_USED * len(self._used):
            found = self._connection.execute("SELECT key FROM answers").fetchall()
            unused = [(key,) for (key,) in found if key not in self._used]
            self._connection.executemany("DELETE FROM answers WHERE key = ?", unused)
        self._connection.execute("COMMIT")

    def _write(self) -> None:
        put = "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)"
        # Where there is no room, or the file is gone, this is worked out again by the next build.
        with suppress(sqlite3.Error), self._connection:
            self._connection.execute("BEGIN")
            self._connection.executemany(put, self._new)
        self._new.clear()
        self._waiting = 0
        self._is_news = True


class _Found(Form, frozen=True):
    """An answer, and where it was not remembered, what is to be."""

    key: str
    answer: Any
    content: bytes | None = None
    sha256: str = ""


def _asked(work: Callable[[Any], Any], shared: bytes, reader: "_Reader", item: Any) -> _Found:
    """What `work` makes of `item`, remembered or made now."""
    try:
        key = key_of(shared, item)
    except UnwritableError:
        return _Found("", work(item))
    row = reader.row(key)
    if row and _hash(row[0]) == row[1]:
        with suppress(ValueError):
            return _Found(key, from_bytes(row[0], answer_of(work)))
    answer = work(item)
    try:
        content = to_bytes(answer)
    except UnwritableError:
        return _Found(key, answer)
    return _Found(key, answer, content, _hash(content))


class _Reader:
    """Looks answers up, in whatever process: SQLite's connections are good for one only."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._process = os.getpid()
        """The one that `connection` is good for."""

    def row(self, key: str) -> tuple[bytes, str] | None:
        """The bytes under `key` and their hash; None where there is none, or it cannot be read."""
        asked = "SELECT content, sha256 FROM answers WHERE key = ?"
        with suppress(sqlite3.Error):
            if self._process != os.getpid():
                self._connection = _opened_to_read(self._path)
                self._process = os.getpid()
            found: tuple[bytes, str] | None = self._connection.execute(asked, (key,)).fetchone()
            return found
        return None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
