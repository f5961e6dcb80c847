"""audit: what must be so in the finished pages."""

from explainer.model.output import OutputFile
from explainer.stages.audit import audit_output
from explainer.stages.render import facts_of

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


def test_a_picture_needs_a_description() -> None:
    assert told(home('<img src="other/index.html">'), other()) == ["a picture has no `alt`"]
    assert told(home('<img src="other/index.html" alt="">'), other()) == []


def test_a_page_says_its_language_and_has_one_main_part() -> None:
    bare = page("index.html", '<a href="other/">o</a>', "<title>t</title><h1>t</h1>{}")
    assert told(bare, other()) == ["the page has no `lang`", "the page has 0 `main`, not one"]
