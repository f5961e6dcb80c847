"""Hostile text in every field of every record: whatever a page shows of it, a browser runs none of it."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.hostile import (
    EVERY_FIELD,
    PAYLOADS,
    Fields,
    fields_of_text,
    files_of,
    files_with_records,
    fill,
)

_RUNS = {"script", "iframe", "object", "embed", "base", "frame", "applet"}
_ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "xlink:href",
    "srcdoc",
    "poster",
    "srcset",
}
_SAFE = re.compile(r"(?:https?:|mailto:|[^:]*$|[^:]*[/?#])", re.I)


class Runs(HTMLParser):
    """What of a page a browser would run, or follow to a script."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.data = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script":
            is_ours = "src" in given or given.get("type") == "application/ld+json"
            if not is_ours or "evil" in given.get("src", ""):
                self.found.append(f"<script {given}>")
        elif tag in _RUNS:
            self.found.append(f"<{tag}>")
        if tag == "link" and "evil" in given.get("href", ""):
            self.found.append(f"<link {given}>")
        for name, value in given.items():
            if name.startswith("on") or (name == "style" and "evil" in value):
                self.found.append(f"{name}={value}")
            if name in _ADDRESSES:
                address = re.sub(r"[\x00-\x20]", "", value)
                if not _SAFE.match(address):
                    self.found.append(f"{name}={value}")


def run_of(site: Path) -> tuple[list[str], bool]:
    """What the pages of `site` would run, and whether it was made or refused."""
    files = files_of(site)
    pages = [file for file in files if file.path.endswith(".html")]
    found = [f"{page.path}: {run}" for page in pages for run in Runs(page.content.decode()).found]
    for file in files:
        if file.path.endswith((".xml", ".svg")):
            assert b"<script" not in file.content.lower()
    return found, bool(files)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site to fill."""
    return Path(shutil.copytree(EVERY_FIELD, tmp_path_factory.mktemp("hostile") / "site"))


@pytest.fixture(scope="module")
def fields(site: Path) -> Fields:
    return fields_of_text(site)


def test_every_kind_of_record_has_fields_to_look_at(fields: Fields) -> None:
    files = {path for path, _ in fields.plain + fields.prose}
    assert files == set(files_with_records(EVERY_FIELD)), "a file has no field that takes text"
    assert len(fields.plain) >= 30, fields.plain
    assert len(fields.prose) >= 40, fields.prose


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_is_run_from_any_field(payload: str, site: Path, fields: Fields) -> None:
    fill(site, dict.fromkeys(fields.plain, payload))
    found, is_made = run_of(site)
    assert is_made, "these fields take any text"
    assert not found, found[:3]
    # Prose refuses HTML and odd links; what it takes must be as harmless.
    fill(site, dict.fromkeys(fields.prose, payload))
    found, _ = run_of(site)
    assert not found, found[:3]


def test_a_page_that_ran_something_would_be_noticed() -> None:
    bad = [p for p in PAYLOADS if p.startswith("<") and Runs(f"<p>{p}</p>").found]
    assert len(bad) >= 30
    assert Runs('<a href="java\tscript:evil()">x</a>').found
    assert not Runs('<a href="../a:b/">x</a><a href="https://a.example">y</a>').found
