"""The index of a site's words."""

import base64
import gzip
import json
import os
import threading
from collections.abc import Iterable
from pathlib import Path

import pagefind_bin
import pytest

from explainer.text.fulltext import text_index, text_is_indexed_with

PAGES = [
    (
        f"{name}/index.html",
        f"<html><body><main><h1>{name}</h1><p>{text}</p></main></body></html>".encode(),
    )
    for name, text in {"weir": "Eels climb the weir.", "mill": "The mill stood still."}.items()
]


def index_text(pages: Iterable[tuple[str, bytes]], language: str) -> dict[str, bytes]:
    with text_index(language) as index:
        for path, html in pages:
            index.add(path, html)
        return index.files()


def test_the_index_holds_a_fragment_for_each_page_and_no_windows_of_its_own() -> None:
    files = index_text(PAGES, "en-GB")
    assert sum(path.endswith(".pf_fragment") for path in files) == len(PAGES)
    scripts = {path for path in files if path.endswith((".js", ".css"))}
    assert scripts == {"pagefind.js", "pagefind-worker.js"}


def test_equal_pages_in_equal_order_give_an_equal_index() -> None:
    # In a folder, they would be in the order of the file system.
    many = [(f"{n}/index.html", PAGES[n % 2][1] * (n + 1)) for n in range(40)]
    assert index_text(many, "en") == index_text(many, "en")


def test_a_page_is_found_where_it_stands_and_without_what_others_say() -> None:
    html = "<html><body><main><h1>Weir – “eels”</h1><nav>Elsewhere</nav></main></body></html>"
    files = index_text([("why/weir/index.html", html.encode())], "en")
    (fragment,) = [content for path, content in files.items() if path.endswith(".pf_fragment")]
    said = gzip.decompress(fragment)
    assert b'"url":"/why/weir/"' in said
    assert "Weir – “eels”".encode() in said and b"Elsewhere" not in said


def test_nothing_is_left_running_where_the_index_is_given_up() -> None:
    before = set(threading.enumerate())
    with pytest.raises(KeyError), text_index("en") as index:
        index.add(*PAGES[0])
        process = index.process
        raise KeyError
    assert set(threading.enumerate()) <= before
    assert process.poll() is not None


@pytest.mark.skipif(os.name == "nt", reason="the command is a script of the shell")
def test_a_command_that_fails_is_told_with_a_way_around(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nkill -9 $$\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: broken)
    with pytest.raises(OSError, match=r"Pagefind, .* ended with status -9") as caught:
        index_text(PAGES, "en")
    assert "`search: false`" in caught.value.__notes__[0]


@pytest.mark.skipif(os.name == "nt", reason="the command is a script of the shell")
def test_what_pagefind_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing = tmp_path / "pagefind"
    said = {"payload": {"type": "Error", "message": "no such index"}}
    answer = base64.b64encode(json.dumps(said).encode()).decode()
    refusing.write_text(f"#!/bin/sh\nprintf '{answer},{answer},'\ncat >/dev/null\n")
    refusing.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: refusing)
    with pytest.raises(OSError, match=r"Pagefind, .* said: no such index"):
        index_text([], "en")


def test_the_package_that_indexes_is_known() -> None:
    assert text_is_indexed_with().count(".") == 2
