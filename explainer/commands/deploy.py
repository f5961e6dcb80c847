"""`deploy`: the site goes to the branch that GitHub Pages shows."""

import os
import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from explainer.commands.build import Work, build
from explainer.commands.git import GitError, git, git_or_nothing
from explainer.commands.settings import base_url_of
from explainer.commands.terminal import Terminal
from explainer.model.form import Form, replace
from explainer.model.options import Options

_MOST_TOLD = 10


class RefusedError(Exception):
    """Why nothing was deployed, and what would mend it."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


class Target(Form, frozen=True):
    """Where the site goes."""

    remote: str = "origin"
    """A remote's name, or its address."""
    branch: str = "gh-pages"
    takes_dirty: bool = False
    """Whether changes that are in no commit may go along."""
    domain: str = ""
    """The site's own name, for the file `CNAME`; empty where the branch is to keep what it has."""


def deploy(root: Path, target: Target, options: Options, work: Work, terminal: Terminal) -> int:
    """Build the site in `root` and push it to `target`; the exit status.

    The commit is made in a repository of its own, so that nothing in the writer's moves.
    """
    try:
        _refuse_without_ghp_import()
        address = _address_of(root, target)
        _refuse_if_dirty(root, target)
        author = _author(root)
        output = root / "output"
        status = build(root, output, options, work, terminal)
        if status:
            return status
        shown = options.base_url or base_url_of(root)
        target = replace(target, domain=own_domain(shown))
        with tempfile.TemporaryDirectory(prefix="explainer-deploy-") as folder:
            is_new = _push(Path(folder), output, address, target, _message(root), author)
    except (RefusedError, GitError) as error:
        terminal.tell(str(error))
        hint = getattr(
            error, "hint", "look at the remote's address, and whether you may push to it"
        )
        terminal.tell(f"    {hint}")
        return 1
    said = "is on its way" if is_new else "was there already, the same"
    terminal.say(f"the site {said}: branch {target.branch} of {address}\n{shown}")
    return 0


def own_domain(base_url: str) -> str:
    """The domain that GitHub Pages is to answer for; empty for one of theirs and for a path.

    A site below a path of a domain is shown under the name of another repository.
    """
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    is_whole = parts.path in ("", "/") and parts.netloc.lower() == host
    is_ours = re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+", host)
    return host if is_whole and is_ours and not host.endswith(".github.io") else ""


def _refuse_without_ghp_import() -> None:
    if find_spec("ghp_import") is None:
        raise RefusedError(
            "deploy needs the package ghp-import",
            f'install it: {sys.executable} -m pip install "ghp-import>=2.1"',
        )


def _address_of(root: Path, target: Target) -> str:
    """The remote's address; refuses where the site would take the place of sources."""
    here = git_or_nothing(root, "rev-parse", "--show-toplevel")
    if not here:
        raise RefusedError(f"{root} is in no git repository", "type `git init`, add and commit")
    if git_or_nothing(root, "symbolic-ref", "--short", "HEAD") == target.branch:
        raise RefusedError(
            f"{target.branch} is the branch you write in", "name another with `--branch gh-pages`"
        )
    known = git_or_nothing(root, "remote", "get-url", "--push", "--", target.remote)
    if known:
        # git takes a path in it from the repository's folder, and the commit is made elsewhere.
        local = Path(here) / known
        return str(local) if "://" not in known and local.exists() else known
    if "://" in target.remote or ":" in target.remote or Path(target.remote).exists():
        local = Path(target.remote)
        return str(local.resolve()) if local.exists() else target.remote
    remotes = ", ".join(git_or_nothing(root, "remote").split()) or "none"
    raise RefusedError(
        f"there is no remote `{target.remote}` (there is: {remotes})",
        "name one with `--remote NAME`, or its address with `--remote ADDRESS`",
    )


def _refuse_if_dirty(root: Path, target: Target) -> None:
    if target.takes_dirty:
        return
    changed = git(root, "status", "--porcelain", "--", ".").splitlines()
    if changed:
        listed = [f"    {line}" for line in changed[:_MOST_TOLD]]
        more = [f"    … and {len(changed) - _MOST_TOLD} more"] if changed[_MOST_TOLD:] else []
        raise RefusedError(
            "\n".join(["some changes are in no commit:", *listed, *more]),
            "commit them, or type `--allow-dirty` to deploy them all the same",
        )


def _author(root: Path) -> dict[str, str]:
    """Whose name the commit bears, as git's variables."""
    name = git_or_nothing(root, "var", "GIT_COMMITTER_IDENT")
    who, _, rest = name.partition(" <")
    if not rest:
        raise RefusedError(
            "git does not know who you are",
            'type `git config user.name "…"` and `git config user.email …`',
        )
    return {"GIT_COMMITTER_NAME": who, "GIT_COMMITTER_EMAIL": rest.partition(">")[0]}


def _message(root: Path) -> str:
    commit = git_or_nothing(root, "describe", "--always", "--dirty", "--abbrev=12")
    return f"Site of {commit}" if commit else "Site"


def _push(
    folder: Path, output: Path, address: str, target: Target, message: str, author: dict[str, str]
) -> bool:
    """Commit `output` in the empty `folder` and push it; False when the branch held it already."""
    branch, seen = target.branch, f"refs/remotes/target/{target.branch}"
    git(folder, "init", "--quiet", "--bare")
    git(folder, "remote", "add", "--", "target", address)
    if git(folder, "ls-remote", "--heads", "target", f"refs/heads/{branch}"):
        fetched = f"+refs/heads/{branch}:{seen}"
        git(folder, "fetch", "--quiet", "--depth=1", "target", fetched)
        if git_or_nothing(folder, "ls-tree", seen, "site.yaml"):
            raise RefusedError(
                f"the branch {branch} of {address} holds a site's sources",
                "name another with `--branch gh-pages`",
            )
    _import(folder, output, target, message, author)
    before = git_or_nothing(folder, "rev-parse", "--verify", "--quiet", f"{seen}^{{tree}}")
    if before == git(folder, "rev-parse", f"refs/heads/{branch}^{{tree}}").strip():
        return False
    git(folder, "push", "--quiet", "target", f"refs/heads/{branch}:refs/heads/{branch}")
    return True


def _import(
    folder: Path, output: Path, target: Target, message: str, author: dict[str, str]
) -> None:
    seen = f"refs/remotes/target/{target.branch}"
    command = [sys.executable, "-m", "ghp_import", "--no-jekyll", "--remote", "target"]
    command += ["--branch", target.branch, "--message", message]
    # ghp-import takes away what is not in the folder, and with it the name of the site.
    domain = target.domain or git_or_nothing(folder, "show", f"{seen}:CNAME")
    if domain:
        command += ["--cname", domain]
    done = subprocess.run(  # noqa: S603
        [*command, str(output.resolve())],
        cwd=folder,
        env=os.environ | author,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not git_or_nothing(folder, "rev-parse", f"refs/heads/{target.branch}"):
        raise GitError(f"ghp-import could not commit the site: {done.stderr.strip()}")
