"""What has changed in the engine since a site was written, told to its writers."""

import re
from pathlib import Path

from explainer import __version__
from explainer.commands.settings import settings_of
from explainer.model.problems import Problem, SiteError
from explainer.stages.read import read_settings
from explainer.text.places import place_near

Version = tuple[int, ...]

_PACKAGE = Path(__file__).resolve().parents[1]


def changes_since_site(root: Path) -> str:
    """What changed between the engine the site in `root` was written for and this one.

    Empty when site.yaml names no engine, or this one. Raises `SiteError` when it names a newer one:
    its records may hold what this engine does not know.
    """
    settings = settings_of(root)
    written_for = settings.engine if settings else ""
    if not settings or not written_for or written_for == __version__:
        return ""
    ours, theirs = version_of(__version__), version_of(written_for)
    file = read_settings(root)
    origin = place_near({file.path: file.text} if file else {}, settings.origin, "engine:")
    if theirs is None or ours is None:
        message = f"`engine` is `{written_for}`, which is no version"
        raise SiteError([Problem(origin, message, f"write `engine: {__version__}`", "records")])
    if theirs > ours:
        message = f"the site is written for engine {written_for}, and this is {__version__}"
        hint = f"install {written_for}, or write `engine: {__version__}` if that is meant"
        raise SiteError([Problem(origin, message, hint, "records")])
    told = changes_between(_changelog(), theirs, ours)
    return (
        f"site.yaml is written for engine {written_for}, and this is {__version__}. Since then:\n\n"
        f"{told}\nWrite `engine: {__version__}` into site.yaml to be told no more."
    )


def changes_between(changelog: str, after: Version, upto: Version) -> str:
    """The parts of `changelog` on versions above `after`, up to `upto`."""
    parts = re.split(r"(?m)^(?=## )", changelog)[1:]
    return "".join(
        part.rstrip() + "\n"
        for part in parts
        if (version := version_of(part.split()[1])) and after < version <= upto
    )


def version_of(text: str) -> Version | None:
    """`0.10.2` as numbers, so that it comes after `0.9`; None when it is no version."""
    found = re.fullmatch(r"v?(\d{1,6}(?:\.\d{1,6}){0,3})", text)
    if not found:
        return None
    numbers = tuple(map(int, found[1].split(".")))
    return numbers + (0,) * (4 - len(numbers))


def _changelog() -> str:
    # An installed engine has it beside its own files, the repository at its top.
    for folder in (_PACKAGE, _PACKAGE.parent):
        if (folder / "CHANGELOG.md").is_file():
            return (folder / "CHANGELOG.md").read_text(encoding="utf-8")
    return ""
