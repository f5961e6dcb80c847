"""Styles and scripts become one file each."""

import pytest

from explainer.stages.bundle import bundle_assets

WORDS = {"script_close": "Close", "skip": "Skip to the text"}


def bundled(assets: dict[str, str], *sides: str) -> dict[str, str]:
    """The files that come of `assets`, as text."""
    given = tuple((path, text.encode()) for path, text in assets.items())
    files = bundle_assets(given, words=tuple(WORDS.items()), sides=sides)
    return {file.path: file.content.decode() for file in files}


def test_styles_come_in_the_order_of_their_layers_whatever_their_names() -> None:
    styles = bundled({"css/parts/a.css": ".a {}", "css/reset.css": ".z {}"})["assets/site.css"]
    assert styles.index(".z") < styles.index(".a")


def test_the_first_two_sides_of_a_site_have_their_hues_whatever_they_are_called() -> None:
    style = bundled({"css/parts/a.css": ".a{color:red}"}, "keepers", "anglers")["assets/site.css"]
    assert style.endswith(
        '@layer parts{[data-side="keepers"]{--side:var(--side-1)}'
        '[data-side="anglers"]{--side:var(--side-2)}}'
    )


def test_scripts_are_joined_by_name_and_those_of_a_folder_apart() -> None:
    files = bundled({"js/b.js": "b();", "js/a.js": "a();", "js/search/c.js": "c();"})
    assert files["assets/site.js"].endswith("a();\nb();")
    assert files["assets/search.js"] == "c();"


def test_scripts_know_the_words_that_are_theirs() -> None:
    head = bundled({})["assets/site.js"]
    assert head == '"use strict";\nconst words = {"close": "Close"};\n'


def test_comments_stay_at_home_and_strings_are_kept() -> None:
    style = '/* why */\n.a::before {\n  content: "/* no comment */"; /* why */\n}\n'
    script = '/* why,\n   at length */\nconst a = 1; // kept\n  // why\n  const b = "// kept";\n'
    files = bundled({"css/parts/a.css": style, "js/a.js": script})
    assert "why" not in files["assets/site.css"] + files["assets/site.js"]
    assert 'content:"/* no comment */"' in files["assets/site.css"]
    assert 'const a = 1; // kept\nconst b = "// kept";' in files["assets/site.js"]


def test_styles_lose_the_space_that_means_nothing_and_no_other() -> None:
    style = """
    .a :hover, .b:is(p, q) > i { color : red; margin: 1px  2px ; }
    @media (width > 1em) and (height: 2em) { .c::after { content: "a ;  } ' :" ' {, "'; } }
    .d { inline-size: calc(1em + 2em); --none: ; }
    """
    assert bundled({"css/parts/a.css": style})["assets/site.css"] == (
        "@layer reset,tokens,prose,layout,parts,print;"
        ".a :hover,.b:is(p,q) > i{color :red;margin:1px 2px}"
        "@media (width > 1em) and (height:2em){.c::after{content:\"a ;  } ' :\" ' {, \"'}}"
        ".d{inline-size:calc(1em + 2em);--none:}"
    )


@pytest.mark.parametrize(
    "style",
    [
        "a{margin:1px/**/2px}",
        "@media/**/screen{a{color:red}}",
        r".\31  .b{color:red}",
        r".a\: b,.c\, d{color:red}",
        r".a\ {color:red}b{color:red}",
        r"a{--x:\;}",
        "a{background:url({b;}.png)}",
        "a{background:url(i/*/x.png);color:red}",
        'a{content:"b  ;\\\n }"}',
    ],
)
def test_what_looks_needless_in_a_style_and_is_not_stays(style: str) -> None:
    assert bundled({"css/parts/a.css": style})["assets/site.css"].endswith(f"print;{style}")


def test_a_comment_between_two_words_keeps_them_two() -> None:
    style = "a{margin:1px/* top */2px;padding:1px /* top */ 2px}"
    assert bundled({"css/parts/a.css": style})["assets/site.css"].endswith(
        "a{margin:1px/**/2px;padding:1px 2px}"
    )


def test_the_mark_before_a_file_is_no_part_of_it() -> None:
    files = bundled({"css/parts/a.css": "\ufeff.a{}", "js/a.js": "\ufeffa();"})
    assert "\ufeff" not in files["assets/site.css"] + files["assets/site.js"]


def test_pictures_pass_as_they_are() -> None:
    assert bundled({"favicon.svg": "<svg/>"})["assets/favicon.svg"] == "<svg/>"
