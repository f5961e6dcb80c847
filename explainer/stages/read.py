"""read: the files of a site as text."""

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from explainer.model.each import Each
from explainer.model.problems import Origin, Problem
from explainer.model.sources import SourceFile, Sources
from explainer.text.odd_characters import odd_character
from explainer.text.phrases import nearest
from explainer.text.places import origin_at

_PACKAGE = Path(__file__).resolve().parents[1]
# An installed engine has them beside its own files, the repository at its top.
ENGINE_TEMPLATES = (
    _PACKAGE if (_PACKAGE / "templates").is_dir() else _PACKAGE.parent
) / "templates"
_LARGEST = 8_000_000
_WRITTEN = (".md", ".markdown", ".txt", ".yaml", ".yml", ".json")
"""Endings of files that somebody means to be read."""
_MERGED = re.compile(r"^(?:<{7}|>{7})(?!\S)", re.MULTILINE)
_NO_SITE = "name a site's folder with `--root DIR`, or begin one with `new DIR`"


def read_sources(root: Path, each: Each = map, templates: Path = ENGINE_TEMPLATES) -> Sources:
    """Every file the site in `root` is made from, and problems with those that cannot be read.

    Templates and assets of `root` come before those of the same path in `templates`, the engine's.
    """
    reader, engines = _Reader(root, each), _Reader(templates.parent, each)
    records = reader.folder("seeds", ".yaml")
    own, engine = reader.templates(), engines.templates()
    reader.refuse_unread()
    reader.refuse_unused(own, engine)
    site = reader.file("site.yaml")
    if site and not os.path.lexists(root / "content"):
        # Without it nothing of site.yaml would hold, and all of it would be blamed.
        missing = Problem(Origin("content"), "this folder is missing", _NO_SITE, "records")
        reader.problems.append(missing)
        site = None
    return Sources(
        site=site,
        sections=reader.folder("content/sections", ".md"),
        glossary=reader.folder("content/glossary", ".yaml"),
        actors=reader.folder("content/actors", ".yaml"),
        timeline=reader.file("content/timeline.yaml", is_optional=True),
        charts=reader.folder("content/charts", ".yaml"),
        references=reader.folder("content/references", ".yaml"),
        seeds=tuple(f for f in records if not f.path.endswith(".lock.yaml")),
        locks=tuple(f for f in records if f.path.endswith(".lock.yaml")),
        articles=tuple(
            f for end in (".txt", ".html", ".md") for f in reader.folder("seeds", end)
            if f.path != "seeds/README.md"
        ),
        corrections=reader.file("content/corrections.yaml", is_optional=True),
        about=reader.file("content/pages/about.md", is_optional=True),
        templates=_layered(own, engine),
        assets={**engines.assets(), **reader.assets()},
        problems=tuple(reader.problems),
    )  # fmt: skip


def read_settings(root: Path) -> SourceFile | None:
    """site.yaml of the site in `root` alone; None where it cannot be read, which `read_sources` tells."""
    return _Reader(root).file("site.yaml")


_RIGHTS = "look at its rights"
_READ: dict[str, tuple[str, ...]] = {
    "content": (),
    "content/sections": (".md",),
    "content/glossary": (".yaml",),
    "content/actors": (".yaml",),
    "content/charts": (".yaml",),
    "content/references": (".yaml",),
    "content/pages": (),
    "seeds": (".yaml", ".txt", ".html", ".md"),
}
"""Endings of the files that are read in each folder, beside those of `_FILES`."""
_FILES = ("content/timeline.yaml", "content/corrections.yaml", "content/pages/about.md")


def _where(folder: str, endings: tuple[str, ...]) -> str:
    if endings:
        return f"files of {folder}/ that are read end in {' or '.join(endings)}"
    known = [path for path in (*_READ, *_FILES) if path.rpartition("/")[0] == folder]
    return f"what is read here is {', '.join(known)}"


def _layered(own: tuple[SourceFile, ...], engine: tuple[SourceFile, ...]) -> tuple[SourceFile, ...]:
    """The site's own before the engine's; of words both, for own ones may be few."""
    theirs = {f.path for f in own if not f.path.startswith("templates/words/")}
    kept = [f for f in engine if f.path not in theirs]
    return tuple(sorted((*kept, *own), key=lambda file: file.path))


def _is_in(name: str, files: Iterable[SourceFile]) -> bool:
    return any(name in file.text for file in files)


class _Reader:
    """Reads below one folder, and notes what cannot be read."""

    def __init__(self, root: Path, each: Each = map) -> None:
        self.root = root
        self.each = each
        self.problems: list[Problem] = []
        self._top = root.resolve()
        self._inside: dict[str, bool] = {}
        """Whether each folder met so far is in the site."""

    def folder(self, folder: str, ending: str) -> tuple[SourceFile, ...]:
        """The files in `folder` whose names end so, by name; hidden ones left out."""
        names = (name for name in self._names(folder) if name.endswith(ending))
        return self._files(f"{folder}/{name}" for name in names)

    def refuse_unread(self) -> None:
        """Note the files in content/ and seeds/ that somebody wrote and nothing reads."""
        for folder, known in _READ.items():
            for name in self._names(folder):
                path = f"{folder}/{name}"
                if name == "README.md" or path in _READ or path in _FILES or name.endswith(known):
                    continue
                if name.lower().endswith(_WRITTEN):
                    hint = _where(folder, known)
                    self._problem(path, "nothing reads this file", hint)
                elif not Path(name).suffix and (self.root / path).is_dir():
                    self._problem(path, "nothing reads this folder", _where(folder, known))

    def refuse_unused(self, own: tuple[SourceFile, ...], engine: tuple[SourceFile, ...]) -> None:
        """Note templates of the site's own that set no page, and that no other template asks for."""
        known = {file.path for file in engine}
        for file in own:
            folder, name = file.path.rsplit("/", 1)
            asked = f"{folder.removeprefix('templates/')}/{name}"
            others = (other for other in (*own, *engine) if other is not file)
            if file.path in known or not name.endswith(".html") or _is_in(asked, others):
                continue
            beside = [path.rsplit("/", 1)[1] for path in known if path.startswith(f"{folder}/")]
            near = nearest(name, beside, likeness=0.75)
            hint = f"did you mean `{folder}/{near}`?" if near else "take it away"
            self._problem(file.path, "no page is set with this template", hint)

    def templates(self) -> tuple[SourceFile, ...]:
        """All templates and words."""
        return self._files(
            path
            for path in self._paths_below("templates")
            if path.endswith((".html", ".xml", ".txt", ".yaml")) and "/assets/" not in path
        )

    def assets(self) -> dict[str, bytes]:
        """Every file of templates/assets, by its path in it."""
        files = {}
        for path in self._paths_below("templates/assets"):
            content = self._bytes(path)
            if content is not None:
                files[path.removeprefix("templates/assets/")] = content
        return files

    def file(self, path: str, *, is_optional: bool = False) -> SourceFile | None:
        """The file as text."""
        if is_optional and not os.path.lexists(self.root / path):
            return None
        return next(iter(self._files([path])), None)

    def _files(self, paths: Iterable[str]) -> tuple[SourceFile, ...]:
        """Those of the files that can be read, as text."""
        contents = ((path, self._bytes(path)) for path in paths)
        read = self.each(in_text, [(path, held) for path, held in contents if held is not None])
        files = []
        for one in read:
            if isinstance(one, Problem):
                self.problems.append(one)
            else:
                files.append(one)
        return tuple(files)

    def _names(self, folder: str) -> list[str]:
        try:
            names = sorted(path.name for path in (self.root / folder).iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            is_file = isinstance(error, NotADirectoryError)
            hint = "a file stands where a folder is needed: move it away" if is_file else _RIGHTS
            self._problem(folder, f"this folder cannot be read: {error.strerror}", hint)
            return []
        return [name for name in names if not name.startswith(".")]

    def _paths_below(self, folder: str) -> list[str]:
        if not (self.root / folder).is_dir():
            if os.path.lexists(self.root / folder):
                self._problem(folder, "this is not a folder", "move it away")
            return []
        found = []
        for here, folders, names in os.walk(self.root / folder):
            place = Path(here).relative_to(self.root).as_posix()
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in folders:
                if (Path(here) / name).is_symlink():
                    self._problem(f"{place}/{name}", "this folder is a link", "copy the folder")
            found += [f"{place}/{name}" for name in names if not name.startswith(".")]
        return sorted(found)

    def _bytes(self, path: str) -> bytes | None:
        """The file's bytes; None and a problem when it is missing, odd, too large or elsewhere."""
        full = self.root / path
        try:
            path.encode()
        except UnicodeEncodeError:
            self._problem(path, "the name of this file is not UTF-8", "give it another name")
            return None
        try:
            if not self._is_inside(path):
                self._problem(path, "this is a link to a place outside the site", "copy the file")
                return None
            info = full.stat()
            if not stat.S_ISREG(info.st_mode):
                self._problem(path, "this is not a file", "take it away")
                return None
            if info.st_size > _LARGEST:
                self._problem(
                    path,
                    f"this file has {info.st_size:,} bytes, more than {_LARGEST:,}",
                    "divide it into several",
                )
                return None
            return full.read_bytes()
        except FileNotFoundError:
            self._problem(
                path, "this file is missing", _NO_SITE if path == "site.yaml" else f"write {path}"
            )
        except (OSError, RuntimeError) as error:
            said = getattr(error, "strerror", None) or str(error)
            self._problem(path, f"this file cannot be read: {said}", _RIGHTS)
        return None

    def _is_inside(self, path: str) -> bool:
        """Whether the file is in the site, wherever links on the way to it lead."""
        folder, full = path.rpartition("/")[0], self.root / path
        if folder not in self._inside:
            self._inside[folder] = (self.root / folder).resolve().is_relative_to(self._top)
        if self._inside[folder] and not full.is_symlink():
            return True
        return full.resolve().is_relative_to(self._top)

    def _problem(self, path: str, message: str, hint: str) -> None:
        self.problems.append(_problem(path, message, hint))


def in_text(file: tuple[str, bytes]) -> SourceFile | Problem:
    """A file, given by path and bytes: UTF-8, without a byte order mark, lines ending in `\\n`."""
    path, content = file
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return _problem(path, "this file is not UTF-8", "save it as UTF-8 in your editor", line)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    odd = odd_character(text)
    if odd:
        at, message, hint = odd
        return Problem(origin_at(path, text, at), message, hint, "records")
    merged = _MERGED.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if merged:
        return Problem(
            origin_at(path, text, merged.start()),
            "two versions stand here, as a merge of git leaves them",
            "keep one, and take the lines with `<<<<<<<`, `=======` and `>>>>>>>` out",
            "records",
        )
    return SourceFile(path, text)


def _problem(path: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(Origin(path, line), message, hint, "records")
