"""What a site is made from: its files, those of the engine, Python and the packages it finds.

It imports next to nothing, for it is asked before all else is imported.
"""

import os
import sys
from collections.abc import Iterator

from explainer.disk.walk import files_below

_ENGINE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_OF_SITE = ("content", "seeds", "templates", "site.yaml")
_HIDDEN = (".", "__pycache__")
"""How names begin of files that no stage reads."""


def files_of(root: str | os.PathLike[str]) -> Iterator[tuple[str, str, os.stat_result]]:
    """Every file that the site in `root` is made from: what it is called here, its path, and its stat.

    Links, pipes and the like are among them, and not followed; `OSError` where one may not look.
    """
    for name in _OF_SITE:
        yield from _below(os.path.join(root, name), f"site/{name}")
    for name, path, info in _below(_ENGINE, "engine/explainer"):
        # An installed engine has the templates beside its own files.
        if name.endswith((".py", ".conf")) or name.startswith("engine/explainer/templates/"):
            yield name, path, info
    above = os.path.dirname(_ENGINE)
    if above != os.path.realpath(root):
        yield from _below(os.path.join(above, "templates"), "templates")


def versions() -> Iterator[str]:
    """The Python that runs, and the packages it finds, by the names of their records."""
    yield sys.version
    yield sys.platform
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):
            with os.scandir(folder) as entries:
                yield from sorted(e.name for e in entries if e.name.endswith(".dist-info"))


def _below(top: str, name: str) -> Iterator[tuple[str, str, os.stat_result]]:
    """The file `top`, or those below the folder `top`; nothing where there is neither."""
    try:
        info = os.lstat(top)
    except FileNotFoundError:
        return
    if not os.path.isdir(top):
        yield name, top, info
        return
    for inside, found in files_below(top, _HIDDEN):
        yield f"{name}/{inside}", f"{top}/{inside}", found
