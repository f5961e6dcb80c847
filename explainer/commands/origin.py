"""Where this engine comes from, so that a site can name it and a workflow install it."""

import json
import re
import shutil
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from explainer.commands.git import git_or_nothing

_EXTRAS = "charts,deploy,images,search"
_UNKNOWN = f"# explainer[{_EXTRAS}] @ git+ADDRESS@COMMIT"


def requirement_of(engine: Path) -> str:
    """What pip needs to install the engine in the folder `engine` again, as a line of requirements.txt.

    It names the commit that is checked out, so that a site is built by the same engine everywhere. A
    comment to be filled in where no address is known: a bare name would be somebody else's package.
    """
    where = (_of_clone(engine) if shutil.which("git") else None) or _of_installation()
    if not where:
        return _UNKNOWN
    address, commit = where
    return f"explainer[{_EXTRAS}] @ git+{address}@{commit}"


def is_known(requirement: str) -> bool:
    """Whether `requirement` says where to get the engine."""
    return requirement != _UNKNOWN


def address_for_all(remote: str) -> str:
    """The address of a git remote as a machine without keys can use it; empty when there is none.

    Names and passwords are left out: the file it goes into is published.
    """
    if not remote or re.search(r"[\s\x00-\x1f]", remote):
        return ""
    if remote.startswith("/"):
        return f"file://localhost{remote}"
    if short := re.fullmatch(r"(?:[\w.-]+@)?([\w.-]{2,}):(?!/)(.+)", remote):
        return f"https://{short[1]}/{short[2]}"
    parts = urlsplit(remote)
    if parts.scheme == "file":
        return f"file://localhost{parts.path}"
    if parts.scheme not in ("https", "http", "ssh", "git") or not parts.hostname:
        return ""
    # Over ssh the port is ssh's own.
    port = f":{parts.port}" if parts.port and parts.scheme in ("https", "http") else ""
    return f"https://{parts.hostname}{port}{parts.path}"


def _of_clone(engine: Path) -> tuple[str, str] | None:
    top = git_or_nothing(engine, "rev-parse", "--show-toplevel")
    # An engine that lies inside a site's repository is not that repository.
    if not top or Path(top).resolve() != engine.resolve():
        return None
    address = address_for_all(git_or_nothing(engine, "remote", "get-url", "origin"))
    commit = git_or_nothing(engine, "rev-parse", "HEAD")
    return (address, commit) if address and commit else None


def _of_installation() -> tuple[str, str] | None:
    """As pip noted it (packaging.python.org, "Recording the Direct URL Origin")."""
    try:
        noted = metadata.distribution("explainer").read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None
    said = json.loads(noted) if noted else {}
    commit = said.get("vcs_info", {}).get("commit_id", "")
    address = address_for_all(said.get("url", ""))
    return (address, commit) if address and commit else None
