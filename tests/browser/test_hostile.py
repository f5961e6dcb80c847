"""Hostile text in every field of every record, in a real browser: nothing of it runs.

Pages are shown without their policy, which would hide what escaping lets through.
"""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from explainer.model.output import OutputFile
from tests.browser.server import served
from tests.hostile import EVERY_FIELD, PAYLOADS, Places, fields_of_text, files_of, fill

GROUPS = 3
"""So many sites share the payloads: one that opens a comment must not hide all others."""
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_TRAP = """
window.ran = [];
window.evil = () => window.ran.push(new Error().stack);
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = window.evil;
"""
_TRY_ALL = """
() => {
  const schemeOf = (one) => {
    try {
      return new URL(one.href ?? one.src ?? one.action ?? one.data, "https://here.example").protocol;
    } catch {
      return "https:";
    }
  };
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const element of document.querySelectorAll("body *")) {
    for (const name of ["mouseover", "mouseenter", "focus", "toggle", "load", "error", "begin"])
      element.dispatchEvent(new Event(name));
    element.focus?.();
    if (element.matches("button, summary, [tabindex]")) element.click();
  }
  const odd = [...document.querySelectorAll("a[href], area, form[action], [src], object, base")]
    .map(schemeOf)
    .filter((scheme) => !["http:", "https:", "mailto:"].includes(scheme));
  return [...window.ran, ...odd];
}
"""
"""Opens, points at and goes to everything; what ran, and the odd schemes of addresses."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages of sites with all payloads in every field that takes text, and no policy."""
    site = Path(shutil.copytree(EVERY_FIELD, tmp_path_factory.mktemp("hostile") / "site"))
    fields = fields_of_text(site)

    def made(places: Places, text: str) -> list[OutputFile]:
        fill(site, dict.fromkeys(places, text))
        return files_of(site)

    # Prose takes few of them; the others stop the build.
    sites = [files for payload in PAYLOADS if (files := made(fields.prose, payload))]
    assert len(sites) >= 5
    sites += [made(fields.plain, " ".join(PAYLOADS[n::GROUPS])) for n in range(GROUPS)]
    assert all(sites), "these fields take any text"
    folder = tmp_path_factory.mktemp("pages")
    return [_written(files, folder / str(number)) for number, files in enumerate(sites)]


def _written(files: list[OutputFile], folder: Path) -> Path:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_POLICY.sub(b"", file.content))
    return folder


def test_no_payload_is_run_by_a_browser(browser: Browser, sites: list[Path]) -> None:
    for site in sites:
        look_through(browser, site)


def look_through(browser: Browser, site: Path) -> None:
    """Opens every page of `site`; fails where something ran, or somebody else was asked."""
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    context.add_init_script(_TRAP)
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    with served(site) as address:
        for path in sorted(site.rglob("*.html")):
            page.goto(address + path.relative_to(site).as_posix())
            assert page.evaluate(_TRY_ALL) == [], path.relative_to(site)
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_a_payload_that_ran_would_be_noticed(browser: Browser, tmp_path: Path) -> None:
    own = [payload for payload in PAYLOADS if "evil.example" not in payload]
    for number, payload in enumerate(own):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><p>{payload}", "utf-8")
    (tmp_path / "404.html").touch()
    context = browser.new_context()
    context.add_init_script(_TRAP)
    page = context.new_page()
    seen = 0
    with served(tmp_path) as address:
        for number in range(len(own)):
            page.goto(f"{address}{number}.html")
            seen += bool(page.evaluate(_TRY_ALL))
    context.close()
    assert seen >= 15
