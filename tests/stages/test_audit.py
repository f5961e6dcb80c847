"""audit: what must be so in the finished pages."""

import pytest

from explainer.model.output import OutputFile
from explainer.stages.audit import audit_output
from explainer.stages.render.facts import facts_of

SOUND = '<html lang="en"><title>t</title><main><h1 id="a">t</h1>{}</main></html>'


def page(path: str, body: str = "", html: str = SOUND) -> OutputFile:
    text = html.format(body)
    return OutputFile(path, text.encode(), facts_of(text))


def told(*files: OutputFile) -> list[str]:
    return [problem.message for problem in audit_output(files)]


def home(body: str = "") -> OutputFile:
    """A first page that links to itself and the other, so that both are reached."""
    return page("index.html", body + '<a href="other/">o</a>')


def other(body: str = "") -> OutputFile:
    return page("other/index.html", body + '<a href="../">h</a>')


def test_two_pages_that_link_to_each_other_are_sound() -> None:
    assert told(home(), other()) == []


def test_a_link_to_no_page_is_told() -> None:
    assert told(home('<a href="gone/">x</a>'), other()) == ["`gone/` leads nowhere"]


def test_a_link_to_no_place_on_a_page_is_told() -> None:
    assert told(home('<a href="other/#b">x</a>'), other()) == [
        "`other/#b` leads to no place on its page"
    ]
    assert told(home('<a href="#b">x</a>'), other()) == ["`#b` leads to no place on its page"]


def test_a_link_from_the_root_breaks_below_a_path() -> None:
    assert told(home('<a href="/other/">x</a>'), other()) == ["`/other/` breaks below a sub-path"]


def test_a_link_out_of_the_site_leads_nowhere() -> None:
    assert told(home('<a href="../x/">x</a>'), other()) == ["`../x/` leads nowhere"]


def test_two_files_of_one_name_are_told() -> None:
    style = OutputFile("assets/site.css", b"a{}")
    assert told(home(), other(), style, style) == ["there are 2 files of this name"]


def test_a_page_nobody_links_to_is_told() -> None:
    assert told(home(), other(), page("lost/index.html")) == ["no link reaches this page"]


def test_an_id_given_twice_is_told() -> None:
    assert told(home('<p id="a">x</p>'), other()) == ["the id `a` stands 2 times"]


def test_headings_keep_their_order() -> None:
    assert told(home("<h3>x</h3>"), other()) == ["a heading of level 3 follows one of level 1"]
    assert told(home("<h1>x</h1>"), other()) == ["the page has 2 `h1`, not one"]
    early = SOUND.replace("<main>", "<main><h4>x</h4>")
    assert told(page("index.html", '<a href="other/">o</a>', early), other()) == [
        "a heading of level 4 stands before the `h1`"
    ]


def test_a_picture_needs_a_description() -> None:
    assert told(home('<img src="other/index.html">'), other()) == ["a picture has no `alt`"]
    assert told(home('<img src="other/index.html" alt="">'), other()) == []


def test_a_page_says_its_language_and_has_one_main_part() -> None:
    bare = page("index.html", '<a href="other/">o</a>', "<title>t</title><h1>t</h1>{}")
    assert told(bare, other()) == ["the page has no `lang`", "the page has 0 `main`, not one"]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<script type="module">alert(1)</script>', "<script>"),
        ("<style>p {{}}</style>", "<style>"),
        ('<p style="color: red">x</p>', "style"),
        ("<p\nonclick='a()'>x</p>", "onclick"),
        ('<p onClick="a()">x</p>', "onClick"),
        ('<p title="x" onclick = a()>x</p>', "onclick"),
        ('<a href="javascript:a()">x</a>', "javascript:a()"),
    ],
)
def test_nothing_that_runs_or_paints_stands_in_a_page_itself(body: str, named: str) -> None:
    assert told(home(body), other()) == [f"`{named}` stands in the page itself"]


@pytest.mark.parametrize(
    "body",
    [
        '<img alt="" src="https://elsewhere.example/x">',
        "<img alt='' src='https://elsewhere.example/x'>",
        "<img alt='' src=\"other/\" srcset='other/ 1x,https://elsewhere.example/x 2x'>",
        '<script src="https://elsewhere.example/x" async></script>',
        '<link rel="stylesheet" href="https://elsewhere.example/x">',
        '<iframe src="https://elsewhere.example/x"></iframe>',
        '<svg><image href="https://elsewhere.example/x"></image></svg>',
    ],
)
def test_a_page_asks_no_other_server(body: str) -> None:
    assert told(home(body), other()) == ["`https://elsewhere.example/x` asks another server"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Each turned on = or style = off.</p>",
        '<p title="on = style=">x</p>',
        """<script type="application/ld+json">["x style='x' onset='y'"]</script>""",
        '<script src="other/index.html"></script><link rel="icon" href="other/index.html">',
        '<link rel="canonical" href="https://elsewhere.example/x">',
        '<a href="https://elsewhere.example/x">x</a>',
        '<p data-style="x" data-on="y">x</p>',
    ],
)
def test_what_only_looks_like_it_is_let_through(body: str) -> None:
    assert told(home(body), other()) == []


def test_what_is_so_on_several_pages_is_told_once() -> None:
    first = page("index.html", "".join(f'<a href="{name}/">x</a>' for name in "abc"))
    bare = SOUND.replace(' lang="en"', "")
    others = [page(f"{name}/index.html", '<a href="../">h</a>', bare) for name in "abc"]
    assert told(first, *others) == ["the page has no `lang`; the same on 2 other pages"]
