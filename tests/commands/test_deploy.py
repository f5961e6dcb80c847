"""`deploy`: from a repository to a branch, and from there to a reader."""

import subprocess
from pathlib import Path

import pytest

from explainer.commands.deploy import own_domain
from tests.commands.pages import crawl, pages, read
from tests.commands.run import Ran, clean_environment, run

WHO = {
    "GIT_AUTHOR_NAME": "Ada Finch",
    "GIT_AUTHOR_EMAIL": "ada@larkmere.example",
    "GIT_COMMITTER_NAME": "Ada Finch",
    "GIT_COMMITTER_EMAIL": "ada@larkmere.example",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
}


def git(folder: Path, *typed: str | Path) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *map(str, typed)],
        env=clean_environment() | WHO,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def deploy(site: Path, *typed: str | Path, **environment: str) -> Ran:
    return run("deploy", "--root", site, *typed, environment=WHO | environment)


def commit(site: Path) -> None:
    git(site, "add", "-A")
    git(site, "commit", "-q", "-m", "First words")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """An empty repository to push to."""
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "bare.git")], check=True)
    return tmp_path / "bare.git"


@pytest.fixture
def repository(site: Path, bare: Path) -> Path:
    """The fresh explainer, committed, with the bare one as its origin."""
    git(site, "init", "-q", "-b", "main")
    commit(site)
    git(site, "remote", "add", "origin", bare)
    return site


def clone(bare: Path, tmp_path: Path, name: str = "clone") -> Path:
    git(tmp_path, "clone", "-q", "--branch", "gh-pages", bare, name)
    return tmp_path / name


def test_the_deployed_site_reads_below_its_path(
    repository: Path, bare: Path, tmp_path: Path
) -> None:
    ran = deploy(repository)
    assert (ran.status, ran.err) == (0, "")
    assert "https://example.github.io/toads/" in ran.out
    with pages(clone(bare, tmp_path), "/toads/") as address:
        seen = crawl(address)
        assert len(seen) > 20
        assert all(status == 200 for status in seen.values()), seen
        assert read(address + "nowhere")[0] == 404
        assert 'href="/toads/"' in read(address + "nowhere")[1]


def test_what_is_on_the_branch_is_what_was_built(
    repository: Path, bare: Path, tmp_path: Path
) -> None:
    deploy(repository)
    shown = clone(bare, tmp_path)
    built = repository / "output"
    for file in built.rglob("*"):
        if file.is_file():
            assert (shown / file.relative_to(built)).read_bytes() == file.read_bytes()
    assert (shown / ".nojekyll").exists()
    assert not (shown / "seeds").exists()


def test_the_writers_own_repository_is_left_as_it_was(repository: Path) -> None:
    before = git(repository, "for-each-ref"), git(repository, "status", "--porcelain")
    deploy(repository)
    assert (git(repository, "for-each-ref"), git(repository, "status", "--porcelain")) == before


def test_a_second_deployment_adds_to_the_branchs_history(repository: Path, bare: Path) -> None:
    deploy(repository)
    first = git(bare, "rev-parse", "gh-pages")
    about = repository / "content/pages/about.md"
    about.write_text(about.read_text() + "\nAnd so it went on.\n")
    commit(repository)
    assert deploy(repository).status == 0
    assert git(bare, "rev-parse", "gh-pages^") == first


def test_the_same_site_is_not_pushed_twice(repository: Path, bare: Path) -> None:
    deploy(repository)
    first = git(bare, "rev-parse", "gh-pages")
    ran = deploy(repository)
    assert ran.status == 0
    assert "was there already" in ran.out
    assert git(bare, "rev-parse", "gh-pages") == first


def test_the_sites_own_name_is_kept(repository: Path, bare: Path, tmp_path: Path) -> None:
    deploy(repository)
    first = clone(bare, tmp_path, "first")
    (first / "CNAME").write_text("toads.example\n")
    commit(first)
    git(first, "push", "-q")
    about = repository / "content/pages/about.md"
    about.write_text(about.read_text() + "\nAnd so it went on.\n")
    commit(repository)
    assert deploy(repository).status == 0
    assert git(bare, "show", "gh-pages:CNAME") == "toads.example"
    assert "And so it went on" in git(bare, "show", "gh-pages:about/index.html")


def test_an_own_domain_is_named_on_the_branch(repository: Path, bare: Path) -> None:
    assert deploy(repository, "--base-url", "https://toads.example/").status == 0
    assert git(bare, "show", "gh-pages:CNAME") == "toads.example"


@pytest.mark.parametrize(
    ("base_url", "domain"),
    [
        ("https://toads.example/", "toads.example"),
        ("https://www.toads.example", "www.toads.example"),
        ("https://Toads.example/", "toads.example"),
        ("https://xn--krte-5qa.example/", "xn--krte-5qa.example"),
        ("https://news.example/toads/", ""),
        ("https://you.github.io/", ""),
        ("https://you.github.io/toads/", ""),
        ("http://127.0.0.1/", ""),
        ("http://localhost/", ""),
        ("https://toads.example:8080/", ""),
        ("", ""),
    ],
)
def test_an_own_domain_is_a_whole_one_that_is_not_githubs(base_url: str, domain: str) -> None:
    assert own_domain(base_url) == domain


def test_changes_in_no_commit_are_not_deployed(repository: Path, bare: Path) -> None:
    (repository / "content/sections/10-closure.md").open("a").write("\n")
    ran = deploy(repository)
    assert ran.status == 1
    assert "some changes are in no commit:" in ran.err
    assert "M content/sections/10-closure.md" in ran.err
    assert git(bare, "for-each-ref") == ""
    assert deploy(repository, "--allow-dirty").status == 0
    assert "-dirty" in git(bare, "log", "-1", "--format=%s", "gh-pages")


def test_a_site_with_problems_is_not_deployed(repository: Path, bare: Path) -> None:
    (repository / "site.yaml").open("a").write("titel: x\n")
    commit(repository)
    ran = deploy(repository)
    assert ran.status == 1
    assert "site.yaml:" in ran.err
    assert git(bare, "for-each-ref") == ""


def test_the_branch_one_writes_in_is_never_replaced(repository: Path, bare: Path) -> None:
    git(repository, "push", "-q", "origin", "main")
    main = git(bare, "rev-parse", "main")
    assert "is the branch you write in" in deploy(repository, "--branch", "main").err
    git(repository, "switch", "-q", "-c", "draft")
    assert "holds a site's sources" in deploy(repository, "--branch", "main").err
    assert git(bare, "rev-parse", "main") == main


def test_a_remote_that_is_not_there_is_told(repository: Path, tmp_path: Path) -> None:
    unknown = deploy(repository, "--remote", "upstream")
    assert unknown.status == 1
    assert "there is no remote `upstream` (there is: origin)" in unknown.err
    gone = deploy(repository, "--remote", f"file://{tmp_path}/gone.git")
    assert gone.status == 1
    assert "whether you may push to it" in gone.err
    assert "Traceback" not in unknown.err + gone.err


def test_a_folder_without_git_is_told(site: Path) -> None:
    ran = deploy(site, GIT_CEILING_DIRECTORIES=str(site.parent))
    assert ran.status == 1
    assert "is in no git repository" in ran.err


@pytest.mark.parametrize("name", ["--upload-pack=touch /tmp/x", ""])
def test_a_remote_cannot_be_an_option_of_git(repository: Path, name: str) -> None:
    assert run("deploy", "--root", repository, f"--remote={name}").status == 2
    assert run("deploy", "--root", repository, f"--branch={name}").status == 2


def test_the_address_can_be_given(repository: Path, bare: Path) -> None:
    ran = deploy(repository, "--base-url", "https://pond.example/")
    assert ran.out.rstrip().endswith("https://pond.example/")
    assert "https://pond.example/closure/" in git(bare, "show", "gh-pages:sitemap.xml")
