"""docs/looks.md: its examples are whole files that a site may hold."""

import re
from pathlib import Path

from explainer.model.options import Options
from explainer.pipeline import make

PAGE = (Path(__file__).parents[2] / "docs/looks.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```\w+ (templates/\S+)\n(.*?)```", PAGE, re.DOTALL))


def written(small: Path, path: str) -> dict[str, str]:
    """The files of the little site with one example of the manual in it."""
    (small / path).parent.mkdir(parents=True, exist_ok=True)
    (small / path).write_text(EXAMPLES[path], encoding="utf-8")
    return {f.path: f.content.decode() for f in make(small, Options()) if f.path[-3:] != "png"}


def test_a_site_may_say_a_word_otherwise(small: Path) -> None:
    site = small / "site.yaml"
    site.write_text(site.read_text(encoding="utf-8") + "language: en-GB\n", encoding="utf-8")
    assert ">Straight to the text</a>" in written(small, "templates/words/en-GB.yaml")["index.html"]


def test_own_words_stand_beside_those_of_the_engine(small: Path) -> None:
    words = small / "templates/words/en.yaml"
    words.parent.mkdir(parents=True)
    words.write_text("skip: Over to the text\n", encoding="utf-8")
    page = next(f.content.decode() for f in make(small, Options()) if f.path == "index.html")
    assert ">Over to the text</a>" in page
    assert ">Glossary</a>" in page


def test_a_site_may_set_a_page_otherwise(small: Path) -> None:
    page = written(small, "templates/pages/notfound.html")["404.html"]
    assert "The weir, explained</a></p>" in page


def test_a_site_may_colour_otherwise(small: Path) -> None:
    css = written(small, "templates/assets/css/parts/zz-own.css")["assets/site.css"]
    own = css.index("--accent:light-dark(#0b5d3b,#8fd6b4)")
    assert own > css.index("--accent:light-dark(#8a2c14")


def test_every_file_the_manual_names_is_there() -> None:
    root = Path(__file__).parents[2]
    for path in re.findall(r"`((?:templates|explainer|tests)/[\w./-]+\.\w+)`", PAGE):
        assert (root / path).is_file(), path
