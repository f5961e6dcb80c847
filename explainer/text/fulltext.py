"""Pages become an index of their words: the one door to Pagefind, which runs as a process of its own."""

import json
import subprocess
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

_LEFT_OUT = ".notes .page-sources .meanings-block .mentions .cite-page nav button".split()
"""What says again what another page says, and would be found twice."""
_LONGEST = 1800
"""Seconds that making an index may take."""
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""Of its scripts; the others show results, which our own do."""


def text_is_indexed_with() -> str:
    """The version of Pagefind; empty when it is not installed, and names alone are searched."""
    try:
        metadata.version("pagefind-bin")
        return metadata.version("pagefind")
    except metadata.PackageNotFoundError:
        return ""


def index_text(pages: Iterable[tuple[str, bytes]], language: str) -> dict[str, bytes]:
    """The files of an index of `pages`, given as path and HTML; equal for equal pages."""
    with TemporaryDirectory(prefix="explainer-index-") as folder:
        site, index = Path(folder, "site"), Path(folder, "index")
        for path, html in pages:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(html)
        _run(site, index, language.split("-")[0])
        found = sorted(path for path in index.rglob("*") if path.is_file())
        files = {path.relative_to(index).as_posix(): path.read_bytes() for path in found}
    return {
        path: _in_order(content) if path == "pagefind-entry.json" else content
        for path, content in files.items()
        if path in _KEPT or not path.endswith((".js", ".css", ".html"))
    }


def _run(site: Path, index: Path, language: str) -> None:
    # As a command: the package's own class ends the process it talks to as soon as that has
    # answered, now and then before the last file is whole.
    import pagefind_bin

    binary = str(pagefind_bin.get_executable())
    command = [binary, "--site", str(site), "--output-path", str(index)]
    options = ["--root-selector", "main", "--force-language", language, "--quiet"]
    left_out = [word for selector in _LEFT_OUT for word in ("--exclude-selectors", selector)]
    whole = [*command, *options, *left_out]
    try:
        done = subprocess.run(  # noqa: S603 (our own words)
            whole, check=False, stdout=subprocess.DEVNULL, timeout=_LONGEST
        )
        how = f"ended with status {done.returncode}" if done.returncode else ""
    except subprocess.TimeoutExpired:
        how = f"had not ended after {_LONGEST} seconds"
    if how:
        error = OSError(f"Pagefind, which makes the index of the pages' words, {how}")
        error.add_note("build again; `search: false` in site.yaml goes without the index")
        raise error


def _in_order(entry: bytes) -> bytes:
    """The list of languages in one order: Pagefind's own changes from run to run."""
    return json.dumps(json.loads(entry), sort_keys=True).encode()
