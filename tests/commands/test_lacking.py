"""What a site goes without is told where it would show, and nowhere else."""

import shutil
from pathlib import Path

import pytest

from explainer.commands import lacking as room
from explainer.commands.lacking import lacking
from explainer.model.options import Options
from explainer.pipeline import make

MISSING = ("charts_are_drawn_with", "cards_are_drawn_with", "text_is_indexed_with")


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MISSING:
        monkeypatch.setattr(room, name, lambda: "")


def told(site: Path) -> list[str]:
    return [sentence.split(";")[0] for sentence in lacking(site, make(site, Options()))]


def test_a_site_that_would_show_all_three_is_told_of_all_three(site: Path) -> None:
    assert told(site) == [
        "charts are tables alone",
        "pages have no social cards",
        "names alone are searched",
    ]


def test_a_site_without_charts_is_not_told_that_they_are_not_drawn(site: Path) -> None:
    shutil.rmtree(site / "content/charts")
    section = site / "content/sections/20-count.md"
    section.write_text(section.read_text().replace("[[toads-counted|counted as well]]", "counted"))
    assert "charts are tables alone" not in told(site)


def test_a_site_that_wants_no_index_is_not_told_of_it(site: Path) -> None:
    with (site / "site.yaml").open("a") as settings:
        settings.write("search: false\n")
    assert "names alone are searched" not in told(site)


def test_a_site_whose_letters_no_card_could_show_is_not_told_of_cards(site: Path) -> None:
    settings = site / "site.yaml"
    lines = settings.read_text().splitlines()
    lines = ["title: 蟾蜍" if line.startswith("title:") else line for line in lines]
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "pages have no social cards" not in told(site)


def test_where_nothing_is_missing_nothing_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in MISSING:
        monkeypatch.setattr(room, name, lambda: "1.0")
    assert told(site) == []
