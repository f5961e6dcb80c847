"""What is asked of a record: no more than can matter to it, and enough to find all that is wrong."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from explainer.checks import check_site
from explainer.model.site import Site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.known import Known
from explainer.text.questions import Question, questions_of
from tests.conftest import ROOT, SMALL

BROKEN = ROOT / "tests/broken_sites"
CASES = sorted(path.parent.name for path in BROKEN.glob("*/problems.txt"))


class Asking:
    """An `each` that remembers answers, and notes which records it had to ask about."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.asked: list[str] = []

    def each(self, work: Callable[[Any], Any], items: Iterable[Question]) -> Iterator[Any]:
        for item in items:
            key = f"{work} {item}"
            if key not in self.answers:
                self.answers[key] = work(item)
                self.asked += [item.records[place].id for place in item.asked]
            yield self.answers[key]


def asked_after(root: Path, change: Callable[[], None]) -> list[str]:
    """The ids of the records asked about anew once `change` has been made to the site in `root`."""
    asking = Asking()
    assert check_site(site_in(root), asking.each) == ()
    first, asking.asked = asking.asked, []
    assert first == [record.id for record in site_in(root).records()]
    change()
    check_site(site_in(root), asking.each)
    return asking.asked


def site_in(root: Path) -> Site:
    return parse_site(read_sources(root))


Edit = Callable[[str, str, str], None]


def test_where_nothing_has_changed_nothing_is_asked(small: Path) -> None:
    assert asked_after(small, lambda: None) == []


WHY, WHO = "content/sections/10-why.md", "content/sections/20-who.md"
SEED, ACTORS = "seeds/ashby-weir.yaml", "content/actors/locals.yaml"


def test_another_sentence_in_a_section_asks_about_that_section(small: Path, edit: Edit) -> None:
    assert asked_after(small, lambda: edit(WHO, "spoke of", "complained of")) == ["who"]


def test_lines_moved_down_in_a_record_ask_about_nothing_else(small: Path, edit: Edit) -> None:
    assert asked_after(small, lambda: edit(SEED, "passages:", "\npassages:")) == ["ashby-weir"]


def test_another_retelling_asks_only_about_its_source(small: Path, edit: Edit) -> None:
    assert asked_after(small, lambda: edit(SEED, "The old weir", "A weir")) == ["ashby-weir"]


def test_another_figure_asks_about_everything_that_rests_on_it(small: Path, edit: Edit) -> None:
    asked = asked_after(small, lambda: edit(SEED, "value: 40,", "value: 41,"))
    assert {"why", "ashby-weir"} <= set(asked)
    assert not {"who", "weir", "river-trust"} & set(asked)


def test_another_name_asks_about_texts_that_hold_it(small: Path, edit: Edit) -> None:
    asked = asked_after(small, lambda: edit(ACTORS, "[river trust]", "[river trust, gates]"))
    assert {"why", "ashby-weir", "river-trust"} <= set(asked)
    # Who has been named by the other forms has a new one too.
    assert "weir" not in asked


def test_another_title_of_the_site_asks_about_no_record(small: Path, edit: Edit) -> None:
    assert asked_after(small, lambda: edit("site.yaml", "The weir, explained", "A weir")) == []


def none_is_right(work: Callable[[Any], Any], items: Iterable[Any]) -> list[bool]:
    return [False for _ in items]


@pytest.mark.parametrize("case", CASES)
def test_what_the_whole_site_shows_the_questions_find(case: str, small: Path) -> None:
    folder = BROKEN / case
    shutil.copytree(folder, small, dirs_exist_ok=True)
    gone = folder / "gone.txt"
    for path in gone.read_text(encoding="utf-8").split() if gone.exists() else []:
        (small / path).unlink()
    site = site_in(small)
    assert check_site(site) == check_site(site, none_is_right)


@pytest.mark.parametrize("root", [SMALL, ROOT / "tests/sites/lighthouse"])
def test_records_around_say_nothing_of_themselves(root: Path) -> None:
    known = Known(site_in(root))
    seen: list[int] = []
    for asked, question in zip(*questions_of(known), strict=True):
        seen += asked
        for place, record in enumerate(question.records):
            if place not in question.asked:
                assert record.origin.path == ""
                assert not any(getattr(record, name, None) for name in OWN)
    assert seen == list(range(len(list(known.site.records()))))


OWN = ("text", "meaning", "matters", "description", "answer", "cites", "points", "updated")
