"""README.md: the tour does what it says, and names nothing that is not there."""

import re
import shutil
from pathlib import Path

import pytest

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The real site, to change."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site.yaml", tmp_path)
    return tmp_path


def test_what_nobody_said_is_told_as_the_tour_shows(copy: Path) -> None:
    section = copy / "content/sections/40-rare-earths.md"
    text = section.read_text(encoding="utf-8").replace("mined 270,000", "mined 280,000", 1)
    section.write_text(
        text.replace("a near-monopoly. [@p14]", "a near-monopoly.", 1), encoding="utf-8"
    )
    with pytest.raises(SiteError) as caught:
        make(copy, Options())
    told = [str(problem).splitlines()[0] for problem in caught.value.problems]
    shown = re.findall(r"^content/sections/\S+:\d+:\d+: .*$", README, re.MULTILINE)
    assert told == shown


def test_the_term_of_the_tour_links_itself(copy: Path) -> None:
    (lines,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    glossary = copy / "content/glossary/economy.yaml"
    glossary.write_text(
        glossary.read_text(encoding="utf-8").rstrip() + "\n" + lines, encoding="utf-8"
    )
    pages = {file.path: file.content for file in make(copy, Options())}
    assert b'href="../glossary/wind-turbine/"' in pages["rare-earths/index.html"]
    assert "glossary/wind-turbine/index.html" in pages


def test_every_page_and_picture_it_leads_to_is_there() -> None:
    for path in re.findall(r"\]\(([^):]+)\)", README):
        assert (ROOT / path).exists(), path
