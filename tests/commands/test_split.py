"""split: each passage to the section it shares most with, and drafts where there is none."""

from pathlib import Path

import pytest

from explainer.commands.split import split
from tests.commands.run import run

RECORD = """\
kind: seed
publisher: Ashby Herald
published: 2024-03-20
passages:
- id: p1
  says: The old weir had kept eels from their grounds, the river trust said.
  who: [river-trust]
  status: claim
- id: p2
  says: In one night 40 eels were counted above the weir.
  status: fact
  figures: [{text: 40 eels, value: 40}]
- id: p3
  says: A bakery in the market square sold its last loaf.
  status: fact
- id: p4
  says: The bakery had stood in the market square since the flood, and the Ashby Guild owned the oven.
  status: fact
"""


@pytest.fixture
def site(small: Path) -> Path:
    """The little site with a seed of which half is about a bakery."""
    (small / "seeds/bakery.yaml").write_text(RECORD, encoding="utf-8")
    return small


def test_a_passage_goes_to_the_section_that_shares_its_terms_actors_and_figures(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert split(site, "bakery") == 0
    lines = capsys.readouterr().out.split("\n")
    (eels,) = [line for line in lines if line.startswith("p2")]
    assert eels.startswith("p2  why (")
    assert "figure 40" in eels
    assert "term" in eels


def test_a_passage_with_nothing_in_common_with_any_section_goes_to_nobody(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    split(site, "bakery")
    told = capsys.readouterr().out
    assert "p3  nobody: it has too little in common with any section" in told
    assert "passages no section wants:" in told
    assert "p3, p4" in told


def test_names_and_expressions_without_a_record_are_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    split(site, "bakery")
    told = capsys.readouterr().out
    assert "names no record explains: Ashby Guild" in told
    assert "expressions no record explains: market square (2)" in told


def test_writing_starts_drafts_that_leave_every_other_file_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sections = site / "content/sections"
    before = {path: path.read_bytes() for path in sections.iterdir()}
    assert split(site, "bakery", write=True) == 0
    (draft,) = [path for path in sections.iterdir() if path not in before]
    assert all(path.read_bytes() == content for path, content in before.items())
    text = draft.read_text(encoding="utf-8")
    assert draft.name.startswith("30-")
    assert "draft: true" in text
    assert "A bakery in the market square sold its last loaf. [@bakery:p3]" in text
    assert "wrote content/sections/30-" in capsys.readouterr().out


def test_a_draft_builds_with_the_others_once_it_is_asked_for(site: Path) -> None:
    split(site, "bakery", write=True)
    drafts = run("check", "--drafts", "--root", site)
    assert "30-" not in drafts.err, "the draft itself has no problem"
    assert "30-" not in run("check", "--root", site).err, "nor does it disturb a build without it"


def test_without_sections_it_proposes_them(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (site / "content/sections").iterdir():
        path.unlink()
    assert split(site, "bakery") == 0
    told = capsys.readouterr().out
    assert "sections there could be:" in told
    assert "p1, p2" in told
    assert "p3, p4" in told
    assert split(site, "bakery", write=True) == 0
    assert len(list((site / "content/sections").iterdir())) == 2


def test_a_seed_that_is_not_there_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert split(site, "brewery") == 1
    assert "there is no seed `brewery`\n    seeds: ashby-weir, bakery" in capsys.readouterr().err


def test_a_record_that_is_not_told_yet_is_told_of(site: Path) -> None:
    record = site / "seeds/bakery.yaml"
    record.write_text(record.read_text().replace("  says: A bakery", "  note: A bakery"))
    done = run("split", "bakery", "--root", site)
    assert done.status == 1
    assert "passage `p3` needs either `says` or `parts`" in done.err
