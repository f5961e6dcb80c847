"""The finished site: every link holds wherever it is put, and equal input gives equal bytes."""

import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests/sites/small"


def build(site: Path, output: Path, *options: str, **environment: str) -> None:
    """Builds `site` into `output` in a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(site), "-o", str(output), "-q"]
    subprocess.run([*command, *options], check=True, env={**os.environ, **environment})


def tree(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below `folder`, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Page(HTMLParser):
    """The ids and the links of a page, found as a reader's browser would."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "src") and value:
                self.links.append(value)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("real") / "output"
    build(ROOT, output)
    return output


@pytest.fixture(scope="module")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("portable") / "output"
    build(ROOT, output, "--portable")
    return output


def dead_links(output: Path, base: str, *, index: bool) -> list[str]:
    """Internal links of `output`, put at the address `base`, that lead to no file or no place on it.

    `index` says that a folder shows its index.html, as servers do and `file://` does not.
    """
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in output.rglob("*.html")}
    dead = []
    for path, page in pages.items():
        here = path.relative_to(output).as_posix()
        address = base + (here.removesuffix("index.html") if index else here)
        for link in page.links:
            there = urljoin(address, link)
            if urlsplit(there).netloc != urlsplit(base).netloc or there.startswith("mailto:"):
                continue
            if urlsplit(there).scheme != urlsplit(base).scheme:
                continue
            target = unquote(urlsplit(there).path.removeprefix(urlsplit(base).path))
            if not urlsplit(there).path.startswith(urlsplit(base).path):
                dead.append(f"{here}: {link} leaves the site")
                continue
            file = output / target
            if index and (not target or target.endswith("/")):
                file /= "index.html"
            fragment = unquote(urlsplit(there).fragment)
            if not file.is_file() or (
                fragment and file in pages and fragment not in pages[file].ids
            ):
                dead.append(f"{here}: {link}")
    return dead


@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/trade-talks/"])
def test_every_link_resolves_at_the_root_and_below_a_path(real: Path, base: str) -> None:
    found = dead_links(real, base, index=True)
    # 404.html is shown at any address, so it alone links by the path of base_url.
    assert [link for link in found if not link.startswith("404.html")] == []


def test_the_page_for_unknown_addresses_links_by_the_path_of_base_url(real: Path) -> None:
    page = Page((real / "404.html").read_text(encoding="utf-8"))
    internal = [link for link in page.links if not link.startswith(("http", "mailto:", "#"))]
    assert internal
    assert all(link.startswith("/trade-talks/") for link in internal)


def test_every_link_of_the_portable_site_opens_from_a_folder(portable: Path) -> None:
    found = dead_links(portable, "file:///home/reader/site/", index=False)
    assert [link for link in found if not link.startswith("404.html")] == []


def test_the_real_site_has_its_pages(real: Path) -> None:
    pages = list(real.rglob("index.html"))
    assert len(pages) >= 90
    for page in ("", "all", "glossary", "actors", "timeline", "charts", "claims", "sources", "ask"):
        assert (real / page / "index.html").is_file(), page
    for page in ("search", "about", "corrections"):
        assert (real / page / "index.html").is_file(), page
    for file in ("404.html", "sitemap.xml", "robots.txt", "feed.xml", ".nojekyll"):
        assert (real / file).is_file(), file


def test_every_key_figure_shows_its_sources(real: Path) -> None:
    home = (real / "index.html").read_text(encoding="utf-8")
    figures = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", home, re.DOTALL)
    assert len(figures) == 4
    for figure, text in figures:
        assert re.search(r'<a class="cite" href="#n\d+"', text), figure


def test_no_line_ends_within_a_date(real: Path) -> None:
    within = re.compile(r"\d (April|June)\b|(April|May|June) 2025")
    section = (real / "rare-earths/index.html").read_text(encoding="utf-8")
    article = section.partition("<article")[2].partition("</article>")[0]
    paragraphs = " ".join(re.findall(r"<p id=.*?</p>", article, re.DOTALL))
    assert "On 4\u00a0April\u00a02025" in paragraphs and not within.search(paragraphs)
    people = (real / "actors/index.html").read_text(encoding="utf-8")
    described = " ".join(re.findall(r'<div class="about">(.*?)</div>', people, re.DOTALL))
    assert "on 9\u00a0June\u00a02025" in described and not within.search(described)
    home = (real / "index.html").read_text(encoding="utf-8")
    listed = re.findall(r"<dd>.*?</dd>|<h3>.*?</h3>", home.partition("<main")[2], re.DOTALL)
    assert not within.search(" ".join(part for part in listed if "<time" not in part))
    asked = (real / "ask/index.html").read_text(encoding="utf-8")
    assert "open on 10\u00a0June\u00a02025?" in asked.partition("<main")[2]
    cost = (real / "cost/index.html").read_text(encoding="utf-8")
    counted = re.findall(r'<p class="chart-measure">(.*?)</p>', cost)
    assert len(counted) > 2 and not within.search(" ".join(counted))


def test_no_line_begins_with_a_dot_between_facts(real: Path) -> None:
    for page in ("sources", "cost"):
        html = (real / page / "index.html").read_text(encoding="utf-8").partition("</footer>")[0]
        lines = re.findall(r'<p class="(?:meta|chart-measure)">.*?</p>', html, re.DOTALL)
        assert "&nbsp;· " in " ".join(lines) and not [one for one in lines if " · " in one]


def test_the_article_is_not_listed_under_its_publisher_twice(real: Path) -> None:
    listed = (real / "sources/index.html").read_text(encoding="utf-8")
    article = listed.partition('<li id="london-talks">')[2].partition("</li>")[0]
    assert article.count("The Independent") == 1 and ">10 June 2025</time>" in article


def test_headings_of_passages_begin_with_a_capital(real: Path) -> None:
    article = (real / "sources/london-talks/index.html").read_text(encoding="utf-8")
    heads = re.findall(r'<h3 class="place"><a [^>]*>(.*?)</a>', article)
    assert {"Paragraph\u00a01", "Caption"} <= set(heads)
    person = (real / "actors/howard-lutnick/index.html").read_text(encoding="utf-8")
    assert ">The Independent, paragraph\u00a01</a>" in person


def test_sources_that_no_number_in_the_text_leads_to_have_none(real: Path) -> None:
    term = (real / "glossary/tariff/index.html").read_text(encoding="utf-8")
    sources = term.partition('<ol class="note-list">')[2].partition("</ol>")[0]
    assert sources.count("<li") > 2 and 'class="number"' not in sources
    booklet = (real / "all/index.html").read_text(encoding="utf-8")
    assert booklet.count('class="number"') == booklet.count('class="back"') > 50


def test_a_list_of_sources_marks_addresses_that_it_has_given_before(real: Path) -> None:
    booklet = (real / "all/index.html").read_text(encoding="utf-8")
    lists = re.findall(r'<ol class="note-list">(.*?)</ol>', booklet, re.DOTALL)
    assert len(lists) >= 8
    for one in lists:
        given = re.findall(r'<p( class="again")?><a href="(http[^"]+)" rel="external"', one)
        first = [address for again, address in given if not again]
        assert len(first) == len(set(first))
        assert {address for again, address in given if again} <= set(first)


def test_a_passage_tells_its_dates_and_quotations_as_readers_write_them(real: Path) -> None:
    seed = (real / "sources/london-talks/index.html").read_text(encoding="utf-8")
    assert "Monday (9 June 2025)" in seed
    assert not re.search(r"\(\d{4}-\d\d", seed)
    assert "and we’re spending" in seed and "we're" not in seed


def test_nothing_of_the_records_folder_reaches_the_output(real: Path) -> None:
    assert not [path for path in tree(real) if path.startswith("seeds") or path.endswith(".yaml")]


def test_equal_input_gives_equal_bytes_whatever_is_around_it(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    shutil.copytree(SMALL, one)
    shutil.copytree(SMALL, two)
    for path in two.rglob("*"):
        os.utime(path, (946_684_800, 946_684_800))
    first, second = tmp_path / "first", tmp_path / "second"
    build(one, first, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    command = [sys.executable, str(ROOT / "build.py"), "--root", "two", "-o", "second", "-q"]
    around = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}
    subprocess.run(command, check=True, cwd=tmp_path, env={**os.environ, **around})
    assert tree(first) == tree(second)


def test_a_site_with_problems_leaves_the_output_as_it_was(small: Path) -> None:
    output = small / "output"
    build(small, output)
    before = tree(output)
    section = small / "content/sections/20-who.md"
    section.write_text(section.read_text(encoding="utf-8").replace("[@p2]", ""), encoding="utf-8")
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(small)]
    outcome = subprocess.run(command, capture_output=True, text=True)
    assert outcome.returncode == 1
    assert "content/sections/20-who.md:6:1: nothing says where this comes from" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert tree(output) == before


def test_an_old_id_leads_to_the_record(small: Path, tmp_path: Path) -> None:
    terms = small / "content/glossary/river.yaml"
    text = terms.read_text(encoding="utf-8").replace(
        "- id: eel\n", "- id: eel\n  moved_from: [snig]\n"
    )
    terms.write_text(text, encoding="utf-8")
    build(small, tmp_path / "output")
    html = (tmp_path / "output/glossary/snig/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../../glossary/eel/"' in html


def test_a_draft_is_left_out_unless_asked_for(small: Path, tmp_path: Path) -> None:
    draft = small / "content/sections/30-later.md"
    draft.write_text(
        "---\nquestion: What next?\nstandfirst: More. [@p1]\ndraft: true\n---\n", "utf-8"
    )
    build(small, tmp_path / "without")
    build(small, tmp_path / "with", "--drafts")
    assert not (tmp_path / "without/later").exists()
    assert (tmp_path / "with/later/index.html").is_file()


def test_a_correction_shows_its_sources_and_links(tmp_path: Path) -> None:
    build(ROOT / "tests/sites/every_field", tmp_path / "output", "--no-cache")
    html = (tmp_path / "output/corrections/index.html").read_text(encoding="utf-8")
    page = Page(html)
    cited = re.findall(r'<a class="cite" href="#(n\d+)"', html)
    assert cited == ["n1", "n1", "n2", "n2"]
    assert set(cited) <= page.ids
    assert html.count('<aside class="note"') == 2
    assert '<a class="ref" href="../charts/eels/">chart</a>' in html


def test_every_statement_that_something_rests_on_says_where_it_is_used(real: Path) -> None:
    claims = json.loads((real / "data/claims.json").read_text(encoding="utf-8"))
    used = [bool(claim["usedIn"]) for claim in claims for _ in claim["parts"]]
    html = (real / "claims/index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr data-status.*?</tr>", html, re.DOTALL)
    assert [bool(re.search(r"<summary>\w+: [1-9]", row)) for row in rows] == used
    by_chart = next(row for row in rows if "afp-confidence-june" in row)
    assert "<summary>elsewhere: 1</summary>" in by_chart
    assert 'href="../charts/confidence-index/">US consumer confidence</a></details>' in by_chart


@pytest.mark.parametrize(
    ("kind", "of", "source"),
    [
        ("term", "tariff", "eo-14298/#geneva-115"),
        ("chart", "confidence-index", "afp-confidence-june/#confidence-june"),
    ],
)
def test_a_page_for_frames_names_date_sources_licence_and_where_to_report(
    real: Path, kind: str, of: str, source: str
) -> None:
    html = (real / f"embed/{kind}/{of}/index.html").read_text(encoding="utf-8")
    main = html.partition("<main")[2].partition("</main>")[0]
    assert re.search(r'As it stood on <time datetime="20\d\d-\d\d-\d\d">', main)
    assert f'<a href="../../../sources/{source}" target="_top">' in main
    assert '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/"' in main
    assert ">Report a mistake</a>" in main
    # Nothing opens in the frame, where there is no room and others may forbid it.
    assert main.count("<a ") == main.count('target="_top"')
