"""Hashes of files, read again only where size or times say that they changed."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

Stamp = tuple[int, int, int, str]
"""Size, time of the last change of the contents and of the record in the file system (ns), SHA-256."""


def stamp_of(info: os.stat_result, sha256: str) -> Stamp:
    """What is remembered of a file with this `info` and hash."""
    return (info.st_size, info.st_mtime_ns, info.st_ctime_ns, sha256)


def hash_of(path: Path, info: os.stat_result, remembered: Stamp | None) -> str:
    """The SHA-256 of the file at `path`, by `remembered` where its size and times are still so."""
    if remembered and remembered[:3] == (info.st_size, info.st_mtime_ns, info.st_ctime_ns):
        return remembered[3]
    return hashlib.sha256(path.read_bytes()).hexdigest()


def stamps_from(value: object) -> dict[str, Stamp]:
    """Stamps as JSON holds them, by path; none at all when one of them is not of that form."""
    if not isinstance(value, dict):
        return {}
    found: dict[str, Stamp] = {}
    for path, stamp in value.items():
        match stamp:
            case [int(size), int(modified), int(changed), str(sha256)]:
                found[path] = (size, modified, changed, sha256)
            case _:
                return {}
    return found


def read_json(path: Path) -> object:
    """What the JSON file at `path` says; None when it is not there or is not JSON."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def as_json(value: Mapping[str, object]) -> bytes:
    """`value` as one line of JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
