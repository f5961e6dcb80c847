"""write: the finished site takes the place of the old one, whole."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePosixPath

from explainer.disk.exchange import put_back, put_in_place
from explainer.disk.files import (
    is_plain,
    link_new,
    remove_empty_folders,
    replace_file,
    settle,
    write_new,
)
from explainer.disk.lock import held
from explainer.disk.manifest import BY_THE_SYSTEM, files_in_manifest
from explainer.disk.stamps import Stamp, as_json, hash_of, read_json, stamp_of, stamps_from
from explainer.disk.walk import files_below
from explainer.model.output import OutputFile
from explainer.model.places import MANIFEST, work_folder
from explainer.model.problems import Origin, Problem, SiteError, stop_if_any

Infos = dict[str, os.stat_result]

_MOST_TOLD = 20
_STAGED, _ASIDE = "site", "aside"
"""In the work folder: the next site, and the old one while no system swaps the two in one step."""


def write_files(files: Sequence[OutputFile], output: Path) -> int:
    """Make `output` hold `files` and nothing else; how many of them had to be written.

    The new site is made in a folder beside `output` and put in its place in one step. Whatever stops
    it before (a kill, a full disk, a folder that can only be read), the old site stays as it was. The
    folder it was in serves to make the next one: what has not changed since need not be written.

    Raises `SiteError` when somebody else writes there now, when `output` holds what no build made, or
    when a link or the path of a file leads elsewhere.
    """
    # `resolve` would follow a link, and what that leads to is not ours.
    place = Path(os.path.abspath(output))  # noqa: PTH100
    work = work_folder(place)
    stop_if_any(chain(_links(output, place, work), _outside(files)))
    if not work.exists():
        # What is refused has nothing put beside it.
        _found(output, place)
    work.mkdir(parents=True, exist_ok=True)
    with held(work / "lock") as is_ours:
        if not is_ours:
            raise SiteError([_busy(output)])
        try:
            return _write(files, output, place, work)
        except OSError as error:
            kept = f"the site in {output} is as it was" if place.exists() else "nothing was written"
            error.add_note(kept)
            raise


def _write(files: Sequence[OutputFile], output: Path, place: Path, work: Path) -> int:
    staged, aside = work / _STAGED, work / _ASIDE
    put_back(staged, place, aside)
    stamps = _Stamps(work / "stamps.json")
    there = _found(output, place)
    same = _stamps_if_same(files, place, there, stamps.output)
    if same:
        stamps.save(output=same, staged=stamps.staged)
        return 0
    missing, new = _stage(files, staged, stamps.staged)
    linked = _linked(missing, staged, place, there, stamps.output)
    written = [file for file in missing if file.path not in linked]
    for file in written:
        new[file.path] = stamp_of(write_new(staged / file.path, file.content), file.sha256)
    if there:
        # Nobody has anything to lose by the first build, which is the one that writes most.
        settle([staged / file.path for file in written])
    put_in_place(staged, place, aside)
    old = {path: stamp for path, stamp in stamps.output.items() if path in there}
    stamps.save(output=new | linked, staged=old | linked)
    return len(written)


def _found(output: Path, place: Path) -> Infos:
    """The files in `place`; `SiteError` when it is none of a build's."""
    if os.path.lexists(place) and not place.is_dir():
        message = "this is a file, and the site is to be a folder"
        raise SiteError([_problem(output, message, "move it away")])
    there = dict(files_below(place)) if place.exists() else {}
    stop_if_any(_not_made_here(output, place, there))
    return there


class _Stamps:
    """What is remembered of the files of both folders; forgotten, it costs time and nothing else."""

    def __init__(self, path: Path) -> None:
        self.path = path
        said = read_json(path)
        both = said if isinstance(said, dict) else {}
        self.output = stamps_from(both.get("output"))
        self.staged = stamps_from(both.get("staged"))

    def save(self, *, output: Mapping[str, Stamp], staged: Mapping[str, Stamp]) -> None:
        # The new site is in its place already: a disk without room for this must not say otherwise.
        with suppress(OSError):
            replace_file(self.path, as_json({"output": output, "staged": staged}))


def _stamps_if_same(
    files: Sequence[OutputFile], folder: Path, there: Infos, stamps: Mapping[str, Stamp]
) -> dict[str, Stamp]:
    """The stamps of `files` if `folder`, in which `there` was found, holds them and nothing else."""
    new: dict[str, Stamp] = {}
    for file in files:
        info = there.get(file.path)
        if not info or not _is_held(file, folder, info, stamps):
            return {}
        new[file.path] = stamp_of(info, file.sha256)
    return new if len(new) == len(there) else {}


def _is_held(
    file: OutputFile, folder: Path, info: os.stat_result, stamps: Mapping[str, Stamp]
) -> bool:
    """Whether what `folder` has at the path of `file`, with this `info`, is that file."""
    if not is_plain(info) or info.st_size != len(file.content):
        return False
    return hash_of(folder / file.path, info, stamps.get(file.path)) == file.sha256


def _stage(
    files: Sequence[OutputFile], folder: Path, stamps: Mapping[str, Stamp]
) -> tuple[list[OutputFile], dict[str, Stamp]]:
    """Leave those of `files` in `folder` that it holds, and nothing else: what is missing, and stamps."""
    folder.mkdir(exist_ok=True)
    wanted = {file.path: file for file in files}
    new: dict[str, Stamp] = {}
    # What goes, goes first: the disk may be full, and a folder may stand where a file is to be.
    for path, info in list(files_below(folder)):
        file = wanted.get(path)
        if file and _is_held(file, folder, info, stamps):
            new[path] = stamp_of(info, file.sha256)
        else:
            (folder / path).unlink()
    remove_empty_folders(folder)
    return [file for file in files if file.path not in new], new


def _linked(
    files: Iterable[OutputFile],
    folder: Path,
    place: Path,
    there: Infos,
    stamps: Mapping[str, Stamp],
) -> dict[str, Stamp]:
    """The stamps of those of `files` that `place` holds, now under the same path in `folder` too.

    No file is ever written a second time, so two folders may share it. Where the disk knows no second
    name for a file, there are none.
    """
    linked: dict[str, Stamp] = {}
    for file in files:
        info = there.get(file.path)
        if not info or not _is_held(file, place, info, stamps):
            continue
        new = link_new(place / file.path, folder / file.path)
        if not new:
            return linked
        linked[file.path] = stamp_of(new, file.sha256)
    return linked


def _links(output: Path, place: Path, work: Path) -> Iterator[Problem]:
    """Links where a folder is emptied, filled or moved: what they lead to is not ours."""
    shown = output.with_name(work.name)
    inside = [(shown / name, work / name) for name in (_STAGED, _ASIDE)]
    for path, real in ((output, place), (shown, work), *inside):
        if real.is_symlink():
            message = (
                f"this is a link to {real.readlink()}, and what it leads to is not ours to replace"
            )
            yield _problem(path, message, "take it away, or name a folder: `--output`")


def _outside(files: Iterable[OutputFile]) -> Iterator[Problem]:
    """Files that would not be in the output: no stage makes one, but what is remembered may be forged."""
    for file in files:
        path = PurePosixPath(file.path)
        if path.is_absolute() or ".." in path.parts or "\\" in file.path:
            hint = "take `.cache` away, if it came from elsewhere, and build again"
            yield _problem(Path(file.path), "this would be written outside the output", hint)


def _busy(output: Path) -> Problem:
    return _problem(output, "another build is writing there now", "build again when it has ended")


def _not_made_here(output: Path, place: Path, there: Infos) -> Iterator[Problem]:
    """What would be lost if `place`, in which `there` was found, gave way to a new site."""
    known = _known(place)
    odd = sorted(path for path in there if path not in known and _name(path) not in BY_THE_SYSTEM)
    if odd and not known:
        yield _problem(
            output,
            f"no build made this folder: it holds `{odd[0]}` and no {MANIFEST}",
            "move it away, or name another folder: `--output`",
        )
        return
    hint = "move it out of there: the folder is replaced as a whole"
    for path in odd[:_MOST_TOLD]:
        yield _problem(output / path, "the build did not make this, and would not keep it", hint)
    if len(odd) > _MOST_TOLD:
        yield _problem(output, f"{len(odd) - _MOST_TOLD} more files were not made by a build", hint)


def _known(place: Path) -> set[str]:
    """The files that the last build put into `place`, as its manifest says."""
    files = files_in_manifest(place)
    return set() if files is None else {*files, MANIFEST}


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _problem(path: Path, message: str, hint: str) -> Problem:
    return Problem(Origin(path.as_posix()), message, hint, "output")
