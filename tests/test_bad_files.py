"""Files that no editor writes, and what is said of them: a message with a place, never a crash."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make
from explainer.stages.parse import parse_site
from explainer.stages.read import ENGINE_TEMPLATES, read_sources

WHO = "content/sections/20-who.md"
TERMS = "content/glossary/river.yaml"


def told(site: Path) -> str:
    """What a build says of `site`; empty when it has no problems."""
    try:
        make(site, Options())
    except SiteError as error:
        return str(error)
    return ""


def test_a_site_without_content_has_one_problem(small: Path) -> None:
    shutil.rmtree(small / "content")
    assert told(small).splitlines() == [
        "content:1:1: this folder is missing",
        "    name a site's folder with `--root DIR`, or begin one with `new DIR`",
    ]


@pytest.mark.parametrize("key", ["months", "months_short", "date_day"])
def test_a_word_that_is_missing_is_told_and_no_crash(key: str, small: Path, tmp_path: Path) -> None:
    (tmp_path / "templates/words").mkdir(parents=True)
    text = (ENGINE_TEMPLATES / "words/en.yaml").read_text("utf-8")
    words = tmp_path / "templates/words/en.yaml"
    words.write_text(text.replace(f"\n{key}:", "\nmisspelt:"), "utf-8")
    site = parse_site(read_sources(small, templates=tmp_path / "templates"))
    with pytest.raises(SiteError, match=f"the word `{key}` is missing"):
        site.words[key]


def to_bytes(change: Callable[[bytes], bytes], path: str = WHO) -> Callable[[Path], None]:
    def spoil(site: Path) -> None:
        (site / path).write_bytes(change((site / path).read_bytes()))

    return spoil


def instead(make_odd: Callable[[Path], object], path: str = WHO) -> Callable[[Path], None]:
    def spoil(site: Path) -> None:
        (site / path).unlink(missing_ok=True)
        make_odd(site / path)

    return spoil


@pytest.mark.parametrize(
    "path",
    [WHO, TERMS, "content/actors/locals.yaml", "content/timeline.yaml", "seeds/ashby-weir.yaml"],
)
def test_a_file_that_is_no_text_is_told_alone(path: str, small: Path) -> None:
    to_bytes(lambda content: content.decode().encode("utf-16"), path)(small)
    assert told(small) == f"{path}:1:1: this file is not UTF-8\n    save it as UTF-8 in your editor"


def in_a_circle(path: Path) -> None:
    path.with_name("30-other.md").symlink_to(path)
    path.symlink_to(path.with_name("30-other.md"))


def outside(path: Path) -> None:
    secret = path.parents[3] / "secret.md"
    secret.write_text("secret", "utf-8")
    path.symlink_to(secret)


def folder_outside(site: Path) -> None:
    elsewhere = site.parent / "elsewhere"
    (site / "content/sections").rename(elsewhere)
    (site / "content/sections").symlink_to(elsewhere)


def hosts_at(path: str) -> Callable[[Path], None]:
    def spoil(site: Path) -> None:
        (site / path).parent.mkdir(parents=True)
        (site / path).symlink_to("/etc/hosts")

    return spoil


def folder_of_pictures(path: str) -> Callable[[Path], None]:
    def spoil(site: Path) -> None:
        (site / "pictures").mkdir()
        (site / path).parent.mkdir(parents=True)
        (site / path).symlink_to(site / "pictures")

    return spoil


def picture(name: str) -> Callable[[Path], None]:
    def spoil(site: Path) -> None:
        path = site / "templates/assets" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"x")

    return spoil


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "UTF-16": (
        to_bytes(lambda text: text.decode().encode("utf-16")),
        f"{WHO}:1:1: this file is not UTF-8",
    ),
    "Latin-1": (
        to_bytes(lambda text: text + "Café".encode("latin-1")),
        f"{WHO}:7:1: this file is not UTF-8",
    ),
    "a cut character": (to_bytes(lambda text: text + b"\xe2\x80"), "this file is not UTF-8"),
    "NUL": (
        to_bytes(lambda text: text.replace(b"asked", b"as\0ed")),
        f"{WHO}:6:19: there is a NUL character here",
    ),
    "a bell": (
        to_bytes(lambda text: text.replace(b"asked", b"as\x07ed")),
        f"{WHO}:6:19: there is a control character here (U+0007)",
    ),
    "a right-to-left override": (
        to_bytes(lambda text: text.replace(b"asked", "as\u202eked".encode())),
        f"{WHO}:6:19: the character U+202E here changes the direction of what follows",
    ),
    "an escaped override in YAML": (
        to_bytes(lambda text: text.replace(b"name: eel", b'name: "e\\u202eel"'), TERMS),
        f"{TERMS}:8:9: the character U+202E here changes the direction of what follows",
    ),
    "an escaped NUL in YAML": (
        to_bytes(lambda text: text.replace(b"name: eel", b'name: "e\\0el"'), TERMS),
        f"{TERMS}:8:9: there is a NUL character here",
    ),
    "half a surrogate pair in YAML": (
        to_bytes(lambda text: text.replace(b"name: eel", b'name: "e\\ud800el"'), TERMS),
        f"{TERMS}:8:",
    ),
    "nine megabytes": (
        to_bytes(lambda text: text + b"x" * 9_000_000),
        f"{WHO}:1:1: this file has 9,000,",
    ),
    "a folder": (instead(Path.mkdir), f"{WHO}:1:1: this is not a file"),
    "a pipe": (instead(os.mkfifo), f"{WHO}:1:1: this is not a file"),
    "a device": (
        instead(lambda path: path.symlink_to("/dev/zero")),
        f"{WHO}:1:1: this is a link to a place outside the site",
    ),
    "a link out of the site": (
        instead(outside),
        f"{WHO}:1:1: this is a link to a place outside the site",
    ),
    "a link to nothing": (
        instead(lambda path: path.symlink_to("nowhere.md")),
        f"{WHO}:1:1: this file is missing",
    ),
    "links in a circle": (instead(in_a_circle), f"{WHO}:1:1: this file cannot be read"),
    "a folder of sections outside": (
        folder_outside,
        "this is a link to a place outside the site",
    ),
    "a file for a folder": (
        instead(lambda path: path.write_text("x", "utf-8"), "content/charts"),
        "content/charts:1:1: this folder cannot be read",
    ),
    "an asset from outside": (
        hosts_at("templates/assets/hosts"),
        "templates/assets/hosts:1:1: this is a link to a place outside the site",
    ),
    "a folder of assets that is a link": (
        folder_of_pictures("templates/assets/pictures"),
        "templates/assets/pictures:1:1: this folder is a link",
    ),
    "a folder of templates that is a link": (
        folder_of_pictures("templates/pages"),
        "templates/pages:1:1: this folder is a link",
    ),
    "a name that is not UTF-8": (
        picture(os.fsdecode(b"caf\xe9.png")),
        r"templates/assets/caf\udce9.png:1:1: the name of this file is not UTF-8",
    ),
    "an asset named as one the build makes": (
        picture("site.css"),
        "output/assets/site.css:1:1: there are 2 files of this name",
    ),
    "a template from outside": (
        hosts_at("templates/pages/term.html"),
        "templates/pages/term.html:1:1: this is a link to a place outside the site",
    ),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and few links among its files")
@pytest.mark.parametrize("kind", ODD)
def test_an_odd_file_is_told_with_its_place(kind: str, small: Path) -> None:
    spoil, expected = ODD[kind]
    spoil(small)
    assert expected in told(small)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"\n", b"\r"),
        lambda text: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"),
    ],
    ids=["a byte order mark", "CRLF", "CR", "both"],
)
def test_what_windows_editors_write_makes_the_same_site(
    change: Callable[[bytes], bytes], small: Path
) -> None:
    before = {file.path: file.content for file in make(small, Options())}
    for path in (WHO, TERMS, "site.yaml", "seeds/ashby-weir.yaml"):
        (small / path).write_bytes(change((small / path).read_bytes()))
    assert {file.path: file.content for file in make(small, Options())} == before


MANY = 100_000
"""Of one sign: a parser that takes the square of it would need hours."""


@pytest.mark.parametrize(
    "sign", ["[", "](", "*", "`", "> ", "- ", "![", "[[", "{", "<", "&", "“", "_a"]
)
def test_a_page_of_one_sign_takes_no_longer_than_a_page_of_words(sign: str, small: Path) -> None:
    text = (small / WHO).read_text("utf-8")
    (small / WHO).write_text(f"{text}\nThe river trust said {sign * MANY} [@p2]\n", "utf-8")
    begun = time.process_time()
    assert f"{WHO}:8:1: " in told(small)
    # Not a measurement: seconds tell a line from a square, which is hours, on any machine.
    assert time.process_time() - begun < 60


@pytest.mark.parametrize("sign", ["-", "a-"])
def test_a_line_of_yaml_of_one_sign_takes_no_longer(sign: str, small: Path) -> None:
    text = (small / TERMS).read_text("utf-8")
    line = (sign * MANY)[:19_000]
    (small / TERMS).write_text(f"{text}\n  matters: >-\n    {line}a\n", "utf-8")
    begun = time.process_time()
    assert "nothing says where this comes from" in told(small)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "sign", ["[", "*", "1 ", "“a” ", "- a\n  ", "3 June ", "eel ", "https://a.b/ "]
)
def test_many_paragraphs_of_one_sign_come_to_an_end(sign: str, small: Path) -> None:
    text = (small / WHO).read_text("utf-8")
    paragraph = "The river trust said " + sign * (2000 // len(sign))
    (small / WHO).write_text(text + f"\n{paragraph} [@p2]\n" * 40, "utf-8")
    begun = time.process_time()
    told(small)
    assert time.process_time() - begun < 60


@pytest.mark.parametrize(
    "text", ["[" * MANY, "{" * MANY, "- " * MANY, "? " * MANY, "[" * 39 + "]" * 39, "9" * MANY]
)
def test_deep_and_wide_yaml_is_told(text: str, small: Path) -> None:
    with (small / TERMS).open("a", encoding="utf-8") as file:
        file.write(f"odd: {text}\n")
    assert f"{TERMS}:" in told(small)


def test_text_that_looks_like_a_template_is_text(small: Path) -> None:
    text = (small / TERMS).read_text("utf-8")
    odd = "{{ 7 * 7 }} {% for x in y %} {# no #}"
    (small / TERMS).write_text(text.replace("name: eel", f'name: "{odd}"'), "utf-8")
    pages = {file.path: file.content.decode() for file in make(small, Options()) if file.facts}
    assert odd in pages["glossary/eel/index.html"]
