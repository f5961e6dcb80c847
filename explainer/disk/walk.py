"""Which files there are. It imports next to nothing, for it is asked before all else is imported."""

import os
from collections.abc import Iterator


def files_below(
    folder: str | os.PathLike[str], hidden: tuple[str, ...] = ()
) -> Iterator[tuple[str, os.stat_result]]:
    """Everything below `folder` that is no folder, by its path there; links are not followed.

    What has a name that begins with `hidden` is left out, and so is all that is in it.
    """
    todo = [("", os.fspath(folder))]
    while todo:
        prefix, here = todo.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith(hidden):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    todo.append((f"{prefix}{name}/", entry.path))
                else:
                    yield prefix + name, entry.stat(follow_symlinks=False)
