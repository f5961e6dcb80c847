"""What the last builds were made from: where nothing has changed since, nothing need be done."""

import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from explainer.disk.files import files_below, replace_file
from explainer.disk.stamps import as_json, read_json, stamps_from
from explainer.memory.inputs import Inputs, OddFileError, inputs_of
from explainer.model.options import Options
from explainer.model.places import CACHE, MANIFEST, work_folder

_MOST_PLACES = 20
"""Of so many folders it is remembered which site they hold."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a build tells of its site."""

    pages: int
    checks: int
    changes: str = ""
    """What has changed in the engine since the site was written; empty when nothing has."""
    lacking: tuple[str, ...] = ()
    """Sentences on what the site goes without. Told once, and not remembered."""


class LastBuilds:
    """What is remembered of the builds of the site in `root`."""

    def __init__(self, root: Path) -> None:
        self._path = root / CACHE / "state.json"
        self._began = time.time_ns()
        said = None if self._path.parent.is_symlink() else read_json(self._path)
        self._said: dict[str, Any] = said if isinstance(said, dict) else {}
        at = self._said.get("at")
        known = stamps_from(self._said.get("stamps"))
        self.inputs: Inputs | None
        """Taken now: what changes while a build runs is news to the next one."""
        try:
            self.inputs = inputs_of(root, known, at if isinstance(at, int) else 0)
        except OddFileError:
            self.inputs = None

    def unchanged(self, options: Options, output: Path | None) -> Made | None:
        """What is told of the site that these inputs and `options` make, and `output` holds already.

        None where something has changed; `output` is None for a check, which writes nothing.
        """
        builds = self._said.get("builds")
        entry = builds.get(_name(output)) if isinstance(builds, dict) else None
        if self.inputs is None or not isinstance(entry, dict):
            return None
        if entry.get("key") != self._key(options, output):
            return None
        pages, checks = entry.get("pages"), entry.get("checks")
        changes = entry.get("changes")
        if not (isinstance(pages, int) and isinstance(checks, int) and isinstance(changes, str)):
            return None
        if output and not _holds(output, entry.get("manifest")):
            return None
        if self.inputs.is_news and output:
            self._save()
        return Made(pages, checks, changes)

    def note(self, options: Options, output: Path, manifest: str, made: Made) -> None:
        """Remember that `output` holds the site made of these inputs, with such a manifest."""
        if self.inputs is None:
            return
        told = {"pages": made.pages, "checks": made.checks, "changes": made.changes}
        entry = {**told, "manifest": manifest}
        before = self._said.get("builds")
        builds = before if isinstance(before, dict) else {}
        new = {_name(to): entry | {"key": self._key(options, to)} for to in (None, output)}
        kept = {n: e for n, e in list(builds.items())[-_MOST_PLACES:] if n not in new}
        self._said["builds"] = kept | new
        self._save()

    def _key(self, options: Options, output: Path | None) -> str:
        assert self.inputs is not None
        # A check makes no search index, and what it finds does not hang on one.
        asked = options if output else replace(options, full_text=False)
        return f"{self.inputs.everything} {asked}"

    def _save(self) -> None:
        assert self.inputs is not None
        said = {"at": self._began, "stamps": self.inputs.stamps, "builds": self._said["builds"]}
        # A folder that cannot be written to makes builds slower and nothing else.
        with suppress(OSError):
            if not self._path.parent.is_symlink():
                self._path.parent.mkdir(exist_ok=True)
                replace_file(self._path, as_json(said))


def _name(output: Path | None) -> str:
    return str(output.absolute()) if output else ""


def _holds(output: Path, manifest: object) -> bool:
    """Whether `output` is as the build that wrote this `manifest` left it."""
    said = read_json(work_folder(output.absolute()) / "stamps.json")
    stamps = stamps_from(said.get("output")) if isinstance(said, dict) else {}
    if not stamps or MANIFEST not in stamps or stamps[MANIFEST][3] != manifest:
        return False
    count = 0
    try:
        if output.is_symlink():
            return False
        for path, info in files_below(output):
            stamp = stamps.get(path)
            if not stamp or stamp[:3] != (info.st_size, info.st_mtime_ns, info.st_ctime_ns):
                return False
            count += 1
    except OSError:
        return False
    return count == len(stamps)
