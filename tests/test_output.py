"""The finished site: every link holds wherever it is put, and equal input gives equal bytes."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from html import unescape
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


class Marks(HTMLParser):
    """What on a page is of the later layer and holds no mark that says so."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.is_later = False
        """All of the page is, and its head says so."""
        self.open: list[tuple[str, str]] = []
        """Tags, and where those begin that are still to be marked."""
        self.unmarked: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("class") == "later-mark":
            self.open = [(one, "") for one, _ in self.open]
        is_later = given.get("data-layer") == "later"
        if tag == "body":
            self.is_later = is_later
        waits = is_later and not self.is_later
        self.open.append((tag, f"<{tag}> in line {self.getpos()[0]}" if waits else ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            one, waits = self.open.pop()
            if waits:
                self.unmarked.append(waits)
            if one == tag:
                break


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


def test_whatever_is_of_the_later_layer_is_marked_as_later(real: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in real.rglob("index.html")}
    found = {path: Marks(html) for path, html in pages.items()}
    assert {str(path): marks.unmarked for path, marks in found.items() if marks.unmarked} == {}
    later = {path.parent.name: path for path, marks in found.items() if marks.is_later}
    wanted = {"aftermath", "ap-stockholm", "magnet-exports", "framework-agreement"}
    assert wanted <= set(later)
    assert all('class="later-mark"' in pages[path] for path in later.values())
    assert 'As it stood on <time datetime="2026' in pages[later["ap-stockholm"]]


def test_the_later_section_has_a_mark_for_its_number(real: Path) -> None:
    home = (real / "index.html").read_text(encoding="utf-8")
    entries = re.findall(r'<li data-section="([\w-]+)"(.*?)</li>', home, re.DOTALL)
    numbers = [re.findall(r'class="meta">(?:(\d+) · )?\d+ min', entry)[0] for _, entry in entries]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7", "8", ""]
    assert "later-mark" in entries[-1][1] and "What happened after</" not in home
    booklet = (real / "all/index.html").read_text(encoding="utf-8")
    kickers = re.findall(r'<p class="kicker">(.*?)</p>\s*<h2', booklet)
    assert kickers[-2:] == ["Section 8", '<span class="later-mark">later</span>']


def took_part(site: Path, actor: str) -> tuple[str, set[str]]:
    """The heading over the events on the page of `actor`, and the ids of the events."""
    page = (site / f"actors/{actor}/index.html").read_text(encoding="utf-8")
    heading, _, rest = page.partition('<h2 id="attended">')[2].partition("</h2>")
    return heading, set(re.findall(r"timeline/#([\w-]+)", rest.partition("</section>")[0]))


def test_talks_stand_with_those_who_took_part_and_the_place_where_they_were(real: Path) -> None:
    london = {"london-day-one", "london-day-two"}
    for state in ("china", "united-states"):
        heading, events = took_part(real, state)
        assert heading == "Took part in" and london | {"geneva-round", "madrid-round"} <= events
    assert took_part(real, "lancaster-house") == ("What took place here", london)
    assert "stockholm-round" not in took_part(real, "donald-trump")[1]


def test_under_what_a_person_asserted_nobody_else_speaks(real: Path) -> None:
    pages = sorted(real.glob("actors/*/index.html"))
    assert len(pages) > 20
    for path in pages:
        page = path.read_text(encoding="utf-8")
        said = page.partition('<h2 id="said">')[2].partition("</section>")[0]
        for who in re.findall(r'<p class="who">(.*?)</p>', said, re.DOTALL):
            assert f'href="../../actors/{path.parent.name}/"' in who, path.parent.name
    lutnick = (real / "actors/howard-lutnick/index.html").read_text(encoding="utf-8")
    assert "gave an upbeat verdict" in lutnick and "The goal was to end a quarrel" not in lutnick


def test_a_note_says_when_its_source_came_out_after_the_day_the_text_tells_of(real: Path) -> None:
    dated = r'datetime="([\d-]+)">[^<]*</time>(?: \((published later)\))?, <a href="../sources/'
    for path in sorted(real.glob("*/index.html")):
        page = path.read_text(encoding="utf-8")
        found = re.findall(dated, page)
        is_base = '<body data-kind="section">' in page
        assert not is_base or found, path
        for day, mark in found if is_base else ():
            assert bool(mark) == (day > "2025-06-10"), (path, day)
    rare_earths = (real / "rare-earths/index.html").read_text(encoding="utf-8")
    assert "1 July 2025</time> (published later)" in rare_earths
    assert "published later" not in (real / "aftermath/index.html").read_text(encoding="utf-8")


def citation(page: Path) -> tuple[str, str, dict[str, object]]:
    """How `page` is to be cited: in plain words, as BibTeX, and what the CSL-JSON says."""
    text = unescape(page.read_text(encoding="utf-8"))
    plain, bibtex, csl = re.findall(r"data-form=.*?>(?:<code>)?(.*?)</", text, re.DOTALL)[:3]
    return plain, bibtex, json.loads(csl)


def test_a_page_is_cited_by_its_last_change_and_the_day_it_tells_of(real: Path) -> None:
    page = (real / "aftermath/index.html").read_text(encoding="utf-8")
    iso, changed = re.findall(r'Last changed <time datetime="(.*?)">(.*?)</time>', page)[0]
    day = date.fromisoformat(iso)
    plain, bibtex, csl = citation(real / "aftermath/index.html")
    address = "https://example.github.io/trade-talks/aftermath/"
    assert plain == (
        "“What happened after the talks?”, Trade talks, explained. As it stood on 20 February 2026. "
        f"Last changed {changed}. {address}"
    )
    month = f"{day:%b}".lower()
    note = "note = {As it stood on 20 February 2026}"
    assert f"year = {{{day.year}}},\n  month = {month},\n  {note}," in bibtex
    assert "author = {{Trade talks, explained}}" in bibtex and "howpublished" not in bibtex
    assert csl["issued"] == {"date-parts": [[day.year, day.month, day.day]]}
    assert csl["note"] == "As it stood on 20 February 2026"
    assert csl["container-title"] == "Trade talks, explained" and "publisher" not in csl
    assert "As it stood on 10 June 2025. Last" in citation(real / "cost/index.html")[0]


def test_a_page_that_names_no_change_is_cited_without_a_date_of_its_own(real: Path) -> None:
    plain, bibtex, csl = citation(real / "glossary/tariff/index.html")
    assert "explained. As it stood on 10 June 2025. https://" in plain
    assert "year" not in bibtex and "issued" not in csl
    assert "note = {As it stood on 10 June 2025}" in bibtex


def test_a_publisher_with_a_name_of_its_own_is_cited(small: Path, tmp_path: Path) -> None:
    build(small, tmp_path / "output")
    plain, bibtex, csl = citation(tmp_path / "output/why/index.html")
    assert plain.startswith("“Why was the weir opened?”, The weir, explained. Ashby Explainers. As")
    assert "author = {{Ashby Explainers}},\n  howpublished = {The weir, explained}" in bibtex
    assert csl["publisher"] == "Ashby Explainers"


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
    article = re.sub(r' aria-label="[^"]*"', "", article)
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
        given = re.findall(
            r'<p( class="again")?>(?:<span[^<]*</span>)?<a href="(http[^"]+)" rel="external"', one
        )
        first = [address for again, address in given if not again]
        assert len(first) == len(set(first))
        assert {address for again, address in given if again} <= set(first)


def test_a_note_says_in_short_that_it_was_checked_where_something_was(real: Path) -> None:
    booklet = (real / "all/index.html").read_text(encoding="utf-8")
    notes = re.findall(r'<li class="note"(.*?)</li>', booklet, re.DOTALL)
    checked = {
        re.findall(r"london-talks/#(\w+)", note)[0]
        for note in notes
        if '<span class="checked">Quotations and figures checked' in note
    }
    # Paragraphs 12 and 16 have neither quotation nor figure nor date.
    assert {"p4", "p8", "p11", "p15"} <= checked and not checked & {"p12", "p16"}
    assert "word for word" not in "".join(notes)
    seed = (real / "sources/london-talks/index.html").read_text(encoding="utf-8")
    assert "Quotations and figures compared with the article word for word" in seed


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


def test_what_was_counted_is_told_in_the_words_of_the_site(small: Path, tmp_path: Path) -> None:
    (small / "templates/words").mkdir(parents=True)
    (small / "templates/words/en.yaml").write_text(
        'count_some: "{number} out of {total}"\n', "utf-8"
    )
    build(small, tmp_path / "output")
    home = (tmp_path / "output/index.html").read_text(encoding="utf-8")
    assert "<b>3 out of 3</b> paragraphs of the article used" in home


def test_an_old_id_leads_to_the_record(small: Path, tmp_path: Path) -> None:
    terms = small / "content/glossary/river.yaml"
    text = terms.read_text(encoding="utf-8").replace(
        "- id: eel\n", "- id: eel\n  moved_from: [snig]\n"
    )
    terms.write_text(text, encoding="utf-8")
    build(small, tmp_path / "output")
    html = (tmp_path / "output/glossary/snig/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../../glossary/eel/"' in html
    assert re.search('rel="canonical" href="[^"]*/glossary/eel/"', html)
    assert re.search('property="og:url" content="[^"]*/glossary/eel/"', html)


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


def test_a_link_says_where_a_source_that_others_carried_was_read(tmp_path: Path) -> None:
    build(ROOT / "tests/sites/every_field", tmp_path / "output", "--no-cache")
    for path in ("corrections", "sources", "sources/fish-office"):
        html = (tmp_path / f"output/{path}/index.html").read_text(encoding="utf-8")
        link = r'<a href="https://fish.example.org/eels" rel="external"[^>]*>([^<]+)</a>'
        assert set(re.findall(link, html)) == {"Read at Ashby library"}, path


def test_links_to_original_pages_have_names_that_tell_them_apart(real: Path) -> None:
    html = (real / "sources/index.html").read_text(encoding="utf-8")
    links = re.findall(
        r'rel="external" aria-label="([^"]+)">((?:Original page|Read at)[^<]*)<', html
    )
    assert len(links) == len(set(links)) > 10
    assert all(name.startswith(f"{shown}: ") for name, shown in links)


def test_who_counted_is_told_once_on_the_page_of_a_chart(real: Path) -> None:
    for page in (real / "charts").glob("*/index.html"):
        assert page.read_text(encoding="utf-8").count("Counted by") == 1


def test_every_statement_that_something_rests_on_says_where_it_is_used(real: Path) -> None:
    claims = json.loads((real / "data/claims.json").read_text(encoding="utf-8"))
    used = [bool(claim["usedIn"]) for claim in claims for _ in claim["parts"]]
    html = (real / "claims/index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr data-status.*?</tr>", html, re.DOTALL)
    assert [bool(re.search(r"Used in</span> [\w ]+: [1-9]", row)) for row in rows] == used
    by_chart = next(row for row in rows if "afp-confidence-june" in row)
    assert "</span> other places: 1</summary>" in by_chart
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
