"""Sites in German and French: the engine's words, dates and numbers are those of the language."""

import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from explainer.model.options import Options
from explainer.pipeline import make
from explainer.text.dates_in_words import date_in_words
from explainer.text.numbers_in_words import number_in_words

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "templates/words"
LANGUAGES = sorted(file.stem for file in WORDS.glob("*.yaml") if file.stem != "en")
_SAID = {"alt", "aria-label", "content", "data-form", "label", "placeholder", "title"}
"""Attributes that readers see or hear."""


@cache
def words(language: str) -> dict[str, str]:
    said: dict[str, str] = yaml.safe_load((WORDS / f"{language}.yaml").read_text(encoding="utf-8"))
    return said


@cache
def built(language: str) -> dict[str, str]:
    """The files of the site in `language`, pictures apart."""
    files = make(ROOT / f"tests/sites/weir_{language}", Options())
    return {f.path: f.content.decode() for f in files if f.path.endswith((".html", ".js", ".xml"))}


class _Said(HTMLParser):
    """Every stretch of text of a page, and every attribute that is read to somebody."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._is_code = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_code = tag in ("script", "style", "pre")
        if ("name", "viewport") not in attrs:
            self.found.update(value for name, value in attrs if name in _SAID and value)

    def handle_endtag(self, tag: str) -> None:
        self._is_code = False

    def handle_data(self, data: str) -> None:
        if not self._is_code:
            self.found.add(" ".join(data.split()).strip(" .,:·"))


def english(language: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each word the language says otherwise than English, and how to know it on a page.

    A single word may be one of the language too, such as `was`, and counts only where it stands alone.
    """
    for key, value in words("en").items():
        if value == words(language)[key] or not re.search(r"[^\W\d]", re.sub(r"{\w+}", "", value)):
            continue
        for one in value.split() if key.startswith("months") else [value.strip(" .,:")]:
            pattern = "(.+)".join(map(re.escape, re.split(r"{\w+}", one)))
            is_alone = " " not in one or "{" in one
            yield key, re.compile(rf"\A{pattern}\Z" if is_alone else rf"\b{pattern}\b")


def test_the_languages_the_checks_read_have_words() -> None:
    assert LANGUAGES == ["de", "fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_with_its_braces_and_in_order(language: str) -> None:
    assert list(words(language)) == list(words("en"))
    for key, value in words(language).items():
        assert isinstance(value, str), key
        braces = (sorted(re.findall(r"{\w*}", said)) for said in (value, words("en")[key]))
        assert len(set(map(tuple, braces))) == 1, key
    for key in ("months", "months_short"):
        assert len(words(language)[key].split()) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_set_as_a_printer_sets_them(language: str) -> None:
    for key, value in words(language).items():
        assert not re.search("['\"]| {2}|\\.\\.\\.", value), key
        if language == "fr":
            assert not re.search(r"[^\u00a0][;:!?»]|«[^\u00a0]", value), key


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_titles_in_pictures_have_room_on_a_phone(language: str) -> None:
    for key in ("map_delegation", "map_people", "map_offices", "map_companies"):
        assert len(words(language)[key]) <= 20, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_an_english_word(language: str) -> None:
    pages = {path: text for path, text in built(language).items() if path.endswith(".html")}
    kinds = {re.findall(r'<body data-kind="(\w+)"', html)[0] for html in pages.values()}
    assert len(kinds) > 15, kinds
    for path, html in pages.items():
        for said in _Said(html).found:
            for key, pattern in english(language):
                assert not pattern.search(said), (path, key, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_know_the_words_of_the_language_and_no_others(language: str) -> None:
    script = built(language)["assets/site.js"]
    (known,) = re.findall(r"^const words = (\{.*\});$", script, re.MULTILINE)
    scripts = {k.removeprefix("script_"): w for k, w in words(language).items() if "script_" in k}
    assert json.loads(known) == scripts
    for other in {"de", "en", "fr"} - {language}:
        assert words(other)["script_copied_citation"] not in script


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            [
                "Stand: <time datetime=\"2024-03-20\">20. März 2024</time>",
                "Wer sagt was",
                "Wer am Tisch saß",
                ">1. März 2024</time>",
                "„die Tore hielten die Aale hundert Jahre lang fern“",
                "<b>3 von 3</b> Absätzen",
                "1.240,5",
            ],
        ),
        (
            "fr",
            [
                "Situation au <time datetime=\"2024-03-20\">20 mars 2024</time>",
                "Qui dit quoi",
                "Autour de la table",
                ">1er mars 2024</time>",
                "«\u00a0les vannes tenaient les anguilles à l’écart depuis un siècle\u00a0»",
                "<span class=\"label\">Chiffres\u00a0:</span>",
                ">Office de la pêche\u00a0: Le barrage est fermé</a>",
                "1\u00a0240,5",
            ],
        ),
    ],
)  # fmt: skip
def test_pages_say_it_as_the_language_does(language: str, said: list[str]) -> None:
    text = "\n".join(built(language).values())
    for one in said:
        assert one in text, one


def test_no_line_ends_before_a_question_mark_in_a_french_link() -> None:
    claims = built("fr")["claims/index.html"]
    assert ">Qui l’a voulu\u00a0?</a>" in claims
    assert "voulu ?" not in claims


@pytest.mark.parametrize(
    ("language", "iso", "said"),
    [
        ("de", "2025-06", "Juni 2025"),
        ("de", "2025-03-01", "1. März 2025"),
        ("de", "2025-05-10/2025-05-11", "10.–11. Mai 2025"),
        ("de", "2025-05-31/2025-06-01", "31. Mai 2025 – 1. Juni 2025"),
        ("fr", "2025-08", "août 2025"),
        ("fr", "2025-06-01", "1er juin 2025"),
        ("fr", "2025-06-11", "11 juin 2025"),
        ("fr", "2025-06-01/2025-06-03", "1er–3 juin 2025"),
        ("en", "2025-06-01/2025-06-03", "1–3 June 2025"),
    ],
)
def test_dates_are_those_of_the_language(language: str, iso: str, said: str) -> None:
    assert date_in_words(iso, words(language)) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "−1.234.567,5"), ("fr", "−1\u00a0234\u00a0567,5"), ("en", "−1,234,567.5")],
)
def test_numbers_have_the_signs_of_the_language(language: str, said: str) -> None:
    signs = words(language)["thousands"], words(language)["decimal"]
    assert number_in_words(-1234567.5, *signs) == said


def test_the_words_of_a_site_go_before_those_of_its_language(tmp_path: Path) -> None:
    site = shutil.copytree(ROOT / "tests/sites/weir_de", tmp_path / "site")
    (site / "templates/words").mkdir(parents=True)
    (site / "templates/words/de.yaml").write_text("skip: Weiter zum Text\n", encoding="utf-8")
    (site / "templates/words/de-AT.yaml").write_text("page_search: Stöbern\n", encoding="utf-8")
    (home,) = (f.content.decode() for f in make(site, Options()) if f.path == "index.html")
    assert ">Weiter zum Text</a>" in home
    assert ">Stöbern</a>" in home
    assert ">Glossar</a>" in home
