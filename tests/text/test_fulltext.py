"""The index of a site's words."""

import os
from pathlib import Path

import pagefind_bin
import pytest

from explainer.text.fulltext import index_text, text_is_indexed_with

PAGES = [
    (
        f"{name}/index.html",
        f"<html><body><main><h1>{name}</h1><p>{text}</p></main></body></html>".encode(),
    )
    for name, text in {"weir": "Eels climb the weir.", "mill": "The mill stood still."}.items()
]


def test_the_index_holds_a_fragment_for_each_page_and_no_windows_of_its_own() -> None:
    files = index_text(PAGES, "en-GB")
    assert sum(path.endswith(".pf_fragment") for path in files) == len(PAGES)
    scripts = {path for path in files if path.endswith((".js", ".css"))}
    assert scripts == {"pagefind.js", "pagefind-worker.js"}


def test_equal_pages_give_an_equal_index_in_whatever_order() -> None:
    assert index_text(PAGES, "en") == index_text(reversed(PAGES), "en")


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


def test_the_package_that_indexes_is_known() -> None:
    assert text_is_indexed_with().count(".") == 2
