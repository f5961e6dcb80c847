"""A second explainer, on a lighthouse: nothing in the engine is made for the first one's subject."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.model.site import Site
from explainer.pipeline import make
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.suggestions.naming import near_misses, unlinked

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = ROOT / "tests/sites/lighthouse"
_KEY_ALONE = re.compile(
    r"(?:- )?[a-z_0-9]+:(?: *[>|]-?| \[\]| \[(?:p\d+|publisher)\]| [a-z]+)?|- id: p\d+|> \[!NOTE\]"
)
"""`passages:`, `status: fact`, `cites: [p9]`: what any record says."""


def lighthouse() -> Site:
    return parse_site(read_sources(LIGHTHOUSE))


def lines_of(root: Path) -> Iterator[str]:
    """Every line a writer wrote, comments and bare keys apart."""
    for file in (root / "site.yaml", *(root / "content").rglob("*"), *(root / "seeds").rglob("*")):
        if file.suffix in (".yaml", ".md") and file.name != "README.md":
            for line in file.read_text(encoding="utf-8").splitlines():
                said = line.strip()
                if len(said) > 3 and said[0] != "#" and not _KEY_ALONE.fullmatch(said):
                    yield said


ANYBODYS = {
    "language: en-GB",
    "name: CC BY 4.0",
    "url: https://creativecommons.org/licenses/by/4.0/",
    "navigation: [sections, actors, timeline, glossary, charts, sources]",
}
"""What a site says of itself, whatever it tells of."""


def test_it_shares_no_line_with_the_first_explainer() -> None:
    assert set(lines_of(LIGHTHOUSE)) & set(lines_of(ROOT)) - ANYBODYS == set()


def test_it_is_a_whole_explainer() -> None:
    site = lighthouse()
    assert len(site.sections) >= 4
    assert len(site.terms) >= 12
    assert len(site.actors) >= 8
    assert len(site.events) >= 8
    assert len(site.charts) >= 2
    assert len([source for source in site.sources if source.kind == "reference"]) >= 3


def test_it_has_no_problem_and_a_page_for_each_thing() -> None:
    pages = {file.path for file in make(LIGHTHOUSE, Options())}
    site = lighthouse()
    assert {f"{section.id}/index.html" for section in site.sections} <= pages
    assert {f"glossary/{term.id}/index.html" for term in site.terms} <= pages
    assert {f"actors/{actor.id}/index.html" for actor in site.actors} <= pages


def test_one_source_is_no_sources() -> None:
    for name, told in (("small", b"<b>1</b> source<"), ("every_field", b"<b>2</b> sources<")):
        files = make(ROOT / "tests/sites" / name, Options())
        (home,) = (file for file in files if file.path == "index.html")
        assert told in home.content


def test_its_quotations_are_held_against_the_article_beside_the_record(tmp_path: Path) -> None:
    shutil.copytree(LIGHTHOUSE, tmp_path / "site")
    article = tmp_path / "site/seeds/beam.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("I slept in between", "I dozed in between"), encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        make(tmp_path / "site", Options())
    assert any("I slept in between like a cat" in str(found) for found in caught.value.problems)


@pytest.mark.parametrize(
    ("said", "are_its_words"),
    [("is due to be lit by 31 March", False), ("new lamp is due to be lit by 31 March", True)],
)
def test_a_date_is_nobodys_words(tmp_path: Path, said: str, are_its_words: bool) -> None:
    shutil.copytree(LIGHTHOUSE, tmp_path / "site")
    file = tmp_path / "site/content/sections/40-birds.md"
    text = file.read_text(encoding="utf-8")
    added = f"The Coastal Lights Commission says what {said} 2025. [@p2]"
    file.write_text(f"{text}\n{added}\n", encoding="utf-8")
    try:
        make(tmp_path / "site", Options())
        told = []
    except SiteError as error:
        told = [str(problem) for problem in error.problems]
    assert any("these are the words" in one for one in told) == are_its_words, told


def test_every_name_of_it_is_met_in_a_text_and_none_nearly() -> None:
    site = lighthouse()
    assert list(near_misses(site)) == []
    assert list(unlinked(site)) == []


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("site.yaml", "question: ", "question "),
        ("seeds/beam.yaml", "status: fact", "status: facts"),
        ("seeds/beam.yaml", "publisher: ", "publisher "),
        ("content/references/bird-log.yaml", "status: fact", "status: facts"),
        ("content/actors/20-town.yaml", "  role: ", "  roel: "),
        ("content/glossary/light.yaml", "  meaning: ", "  meanning: "),
        ("content/timeline.yaml", "actors: [sull-rock]", "actors: [sull-rok]"),
        ("content/sections/40-birds.md", "standfirst: ", "standfirts: "),
        ("content/sections/50-lens.md", "[@tower-guide:automatic]", "[@tower-guide:automatik]"),
    ],
)
def test_one_slip_of_the_pen_is_one_problem(
    tmp_path: Path, path: str, before: str, after: str
) -> None:
    shutil.copytree(LIGHTHOUSE, tmp_path / "site")
    file = tmp_path / "site" / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        make(tmp_path / "site", Options())
    (problem,) = caught.value.problems
    line = text.count("\n", 0, text.index(before)) + 1
    assert (problem.origin.path, problem.origin.line) == (path, line)
    assert problem.hint
