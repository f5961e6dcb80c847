"""The lock of a record, and the record against its article."""

from pathlib import Path

import pytest

from explainer.checks.lock import check
from explainer.model.form import replace
from explainer.model.passages import Source
from explainer.model.problems import Problem
from explainer.model.site import Site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.lock import compare, lock_of, text_hash
from explainer.text.paragraphs import align, holds, paragraphs_of

ARTICLE = """Ashby Herald. Support us: give what you can, for local news costs money.

The weir at Ashby Mill, which has stood for long, was opened for good on 12 March with a crane.

“The gates had kept the eels out for a century,” said the river trust, which had asked for it.

Then came the night, the first one with open gates, and 40 eels swam up past the mill.
"""
RECORD = """kind: seed
publisher: Ashby Herald
published: 2024-03-20
file: ashby-weir.txt
passages:
- id: p1
  says: The old weir at Ashby Mill was opened on 12 March 2024.
  status: fact
  dates: [{text: 12 March, date: 2024-03-12}]
- id: p2
  says: The river trust said that the gates had kept eels from their spawning grounds.
  who: [river-trust]
  status: claim
  quotes: [{text: The gates had kept the eels out for a century, speaker: river-trust}]
  actors: [river-trust]
- id: p3
  says: In the first night 40 eels were counted above the weir.
  status: fact
  figures: [{text: first, value: 1, about: night}, {text: 40 eels, value: 40, about: eels counted}]
"""


def seed_of(site: Site) -> Source:
    (seed,) = [source for source in site.sources if source.kind == "seed"]
    return seed


@pytest.fixture
def folder(small: Path) -> Path:
    """The little site with a record of an article invented for it."""
    (small / "seeds/ashby-weir.yaml").write_text(RECORD, encoding="utf-8")
    return small


def site_in(folder: Path) -> Site:
    return parse_site(read_sources(folder))


def told(folder: Path, before: str = "", after: str = "") -> list[str]:
    """Where the lock check blames the record in `folder`, `before` in it changed to `after`."""
    path = folder / "seeds/ashby-weir.yaml"
    assert before in RECORD
    path.write_text(RECORD.replace(before, after, 1), encoding="utf-8")
    problems: list[Problem] = sorted(check(site_in(folder)))
    return [str(problem.origin) for problem in problems]


def test_a_record_with_an_id_of_its_own_is_guarded_by_the_lock_beside_it(folder: Path) -> None:
    (folder / "seeds/ashby-weir.yaml").rename(folder / "seeds/herald.yaml")
    (folder / "seeds/herald.yaml").write_text(f"id: ashby-weir\n{RECORD}", encoding="utf-8")
    lock = lock_of(seed_of(site_in(folder)), ARTICLE)
    (folder / "seeds/herald.lock.yaml").write_text(lock, encoding="utf-8")
    site = site_in(folder)
    assert site.locks == {"ashby-weir": lock}
    assert list(check(site)) == []


def test_a_lock_without_any_record_is_to_be_taken_away(folder: Path) -> None:
    lock = lock_of(seed_of(site_in(folder)), ARTICLE)
    (folder / "seeds/ashby-weir.lock.yaml").write_text(lock, encoding="utf-8")
    (folder / "seeds/ashby-weir.yaml").unlink()
    (problem,) = check(site_in(folder))
    assert (problem.origin.path, problem.hint) == ("seeds/ashby-weir.lock.yaml", "take it away")


CHANGES = [
    ("out for a century", "in for a century", "seeds/ashby-weir.yaml:14:11"),
    ("40 eels, value", "41 eels, value", "seeds/ashby-weir.yaml:19:53"),
    ("text: 12 March", "text: 13 March", "seeds/ashby-weir.yaml:9:18"),
]


@pytest.mark.parametrize(("before", "after", "place"), CHANGES)
def test_with_the_text_at_hand_the_record_is_held_against_it(
    folder: Path, before: str, after: str, place: str
) -> None:
    (folder / "seeds/ashby-weir.txt").write_text(ARTICLE, encoding="utf-8")
    assert told(folder) == []
    assert told(folder, before, after)[0].rpartition(":")[0] == place.rpartition(":")[0]


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        *CHANGES,
        ("value: 40", "value: 41", "seeds/ashby-weir.yaml:19:"),
        ("2024-03-12", "2024-03-13", "seeds/ashby-weir.yaml:9:"),
        ("speaker: river-trust", "speaker: publisher", "seeds/ashby-weir.yaml:14:"),
        ("actors: [river-trust]", "actors: []", "seeds/ashby-weir.yaml:10:"),
    ],
)
def test_without_the_text_the_record_is_held_against_the_lock(
    folder: Path, before: str, after: str, place: str
) -> None:
    lock = lock_of(seed_of(site_in(folder)), ARTICLE)
    (folder / "seeds/ashby-weir.lock.yaml").write_text(lock, encoding="utf-8")
    assert told(folder) == []
    assert [p.rpartition(":")[0] for p in told(folder, before, after)] == [place.rpartition(":")[0]]


def test_any_letter_changed_in_the_lock_is_told_at_its_line(folder: Path) -> None:
    seed = replace(seed_of(site_in(folder)), sha256=text_hash(ARTICLE))
    lines = lock_of(seed, ARTICLE).splitlines()
    for number, line in enumerate(lines):
        for at in range(len(line)):
            changed = line[:at] + ("x" if line[at] != "x" else "y") + line[at + 1 :]
            lock = "\n".join([*lines[:number], changed, *lines[number + 1 :], ""])
            assert [d.line for d in compare(seed, lock)] == [number + 1], changed


@pytest.mark.parametrize(
    "lock", ["", "  seal: ", "\n", "\n\n  seal: x\n  seal: y\n", "# no lock\n"]
)
def test_what_is_no_lock_at_all_is_told_at_a_line_it_has(folder: Path, lock: str) -> None:
    (difference,) = compare(seed_of(site_in(folder)), lock)
    assert 1 <= difference.line <= lock.count("\n") + 1


@pytest.mark.parametrize("number", range(20))
def test_a_line_taken_out_of_the_lock_is_told_where_it_stood(folder: Path, number: int) -> None:
    seed = seed_of(site_in(folder))
    lines = lock_of(seed, ARTICLE).splitlines()
    lock = "\n".join([*lines[:number], *lines[number + 1 :], ""])
    (difference,) = compare(seed, lock)
    assert 0 < difference.line <= len(lines)


@pytest.mark.parametrize("lock", ["", "\n", "x", "- id: p1\n", "passages:\n"])
def test_a_lock_of_quite_another_form_is_told(folder: Path, lock: str) -> None:
    assert list(compare(seed_of(site_in(folder)), lock))


def test_a_lock_says_nothing_of_our_retelling(folder: Path) -> None:
    lock = lock_of(seed_of(site_in(folder)), ARTICLE)
    assert "spawning" not in lock
    assert "crane" not in lock, "nor has it the article's own words"


def test_an_appeal_for_money_is_passed_over(folder: Path) -> None:
    paragraphs = paragraphs_of(ARTICLE)
    assert align(seed_of(site_in(folder)).passages, paragraphs) == (1, 2, 3)


def test_paragraphs_are_found_whatever_ends_the_lines() -> None:
    assert paragraphs_of("\ufeffa b\r\n\r\n\u00a0\r\nd") == ("a b", "d")


def test_words_are_found_whole_and_in_any_marks() -> None:
    assert holds("He said “it’s all\nday” twice", 'it\'s "all day"')
    assert not holds("All days", "All day")
