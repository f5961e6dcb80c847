"""What the last builds were made from: where nothing has changed since, nothing need be done."""

import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from explainer.disk.files import replace_file
from explainer.disk.stamps import as_json, read_json, stamps_from
from explainer.disk.walk import files_below
from explainer.memory import CACHE
from explainer.memory.again import AGAIN, as_remembered, line_of
from explainer.memory.inputs import Inputs, OddFileError, inputs_of
from explainer.model.form import Form, replace
from explainer.model.options import Options
from explainer.model.places import MANIFEST, work_folder

_STATE = "state.json"
_MOST_PLACES = 20
"""Of so many folders it is remembered which site they hold."""


class Summary(Form, frozen=True):
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
        self._root = root
        self._cache = root / CACHE
        self._began = time.time_ns()
        said = None if self._cache.is_symlink() else read_json(self._cache / _STATE)
        self._said: dict[str, Any] = said if isinstance(said, dict) else {}
        at = self._said.get("at")
        known = stamps_from(self._said.get("stamps"))
        self.inputs: Inputs | None
        """Taken now: what changes while a build runs is news to the next one."""
        try:
            self.inputs = inputs_of(root, known, at if isinstance(at, int) else 0)
        except OddFileError:
            self.inputs = None

    def unchanged(self, options: Options, output: Path | None) -> Summary | None:
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
        if output and _seen_in(output, entry.get("manifest")) is None:
            return None
        if self.inputs.is_news and output:
            self._save()
        return Summary(pages, checks, changes)

    def note(self, options: Options, output: Path, manifest: str, made: Summary) -> None:
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

    def note_told(self, typed: Sequence[str], output: Path, told: str) -> None:
        """Remember what is `told` when these words are `typed` while all is as it is now."""
        if self.inputs is None or not self._are_settled(self.inputs):
            return
        seen = _seen_in(output, self._said["builds"][_name(output)]["manifest"])
        if seen is not None:
            made_from = [line_of(name, *stamp[:3]) for name, stamp in self.inputs.stamps.items()]
            told_of = as_remembered(typed, str(output.absolute()), told, made_from + seen)
            self._write(AGAIN, told_of)

    def _are_settled(self, inputs: Inputs) -> bool:
        """Whether files that change after this cannot look as they did for `inputs`."""
        if inputs.are_old(self._began):
            return True
        now = time.time_ns()
        with suppress(OddFileError):
            # Those that were new when the build began are read again.
            later = inputs_of(self._root, inputs.stamps, self._began)
            return later.stamps == inputs.stamps and later.are_old(now)
        return False

    def _key(self, options: Options, output: Path | None) -> str:
        assert self.inputs is not None
        # A check makes no search index, and what it finds does not hang on one.
        asked = options if output else replace(options, full_text=False)
        return f"{self.inputs.everything} {asked}"

    def _save(self) -> None:
        assert self.inputs is not None
        said = {"at": self._began, "stamps": self.inputs.stamps, "builds": self._said["builds"]}
        self._write(_STATE, as_json(said))

    def _write(self, name: str, content: bytes) -> None:
        # A folder that cannot be written to makes builds slower and nothing else.
        with suppress(OSError):
            if not self._cache.is_symlink():
                self._cache.mkdir(exist_ok=True)
                replace_file(self._cache / name, content)


def _name(output: Path | None) -> str:
    return str(output.absolute()) if output else ""


def _seen_in(output: Path, manifest: object) -> list[str] | None:
    """A line of every file in `output`; None where the build with this `manifest` did not leave it so."""
    said = read_json(work_folder(output.absolute()) / "stamps.json")
    stamps = stamps_from(said.get("output")) if isinstance(said, dict) else {}
    if not stamps or MANIFEST not in stamps or stamps[MANIFEST][3] != manifest:
        return None
    seen = []
    try:
        if output.is_symlink():
            return None
        for path, info in files_below(output):
            found = (info.st_size, info.st_mtime_ns, info.st_ctime_ns)
            stamp = stamps.get(path)
            if not stamp or stamp[:3] != found:
                return None
            seen.append(line_of(path, *found))
    except OSError:
        return None
    return seen if len(seen) == len(stamps) else None
