"""The real site in a real browser, and everything the browser complains of."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.server import served

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent

# Sandbox and graphics card are not to be had in a container; the rest keeps the browser silent.
_FLAGS = """
--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync
""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser; TESTS_WITHOUT leaves it out, and the summary says so."""
    without = os.environ.get("TESTS_WITHOUT", "").split(",")
    for item in items:
        if HERE not in item.path.parents:
            continue
        item.add_marker("browser")
        if "browser" in without:
            item.add_marker(pytest.mark.skip(reason="TESTS_WITHOUT leaves the browser out"))


def _built(folder: Path, *options: str) -> Path:
    output = folder / "output"
    command = [sys.executable, str(ROOT / "build.py"), "-o", str(output), "-q", *options]
    subprocess.run(command, check=True)
    return output


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    return _built(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, to be opened from its folder."""
    return _built(tmp_path_factory.mktemp("portable"), "--portable")


@pytest.fixture(scope="session")
def site(output: Path) -> Iterator[str]:
    """Its address at the root of a server."""
    with served(output) as address:
        yield address


@pytest.fixture(scope="session")
def site_below(output: Path) -> Iterator[str]:
    """Its address below a path, as project pages have it."""
    with served(output, "/trade-talks/") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.fail("there is no chromium: apt-get install chromium, or TESTS_WITHOUT=browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The checker axe-core, as a script for a page."""
    return (_checkers() / "axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nu() -> Path:
    """The Nu HTML checker, a program for Java."""
    if "nu" in os.environ.get("TESTS_WITHOUT", "").split(","):
        pytest.skip("TESTS_WITHOUT leaves the Nu checker out")
    if not shutil.which("java"):
        pytest.fail("there is no java: apt-get install default-jre-headless, or TESTS_WITHOUT=nu")
    return _checkers() / "vnu-jar/build/dist/vnu.jar"


def _checkers() -> Path:
    found = HERE / "node_modules"
    if not found.is_dir():
        pytest.fail("the checkers are missing: npm ci --prefix tests/browser")
    return found


class Visit:
    """A reader's visit: pages opened in one browser context, and what went wrong on the way."""

    def __init__(self, context: BrowserContext, address: str, has_scripts: bool = True) -> None:
        self.context = context
        self.address = address
        self.has_scripts = has_scripts
        self.complaints: list[str] = []
        self.requests: list[str] = []
        context.add_init_script(
            "addEventListener('securitypolicyviolation', e =>"
            " console.error('policy', e.violatedDirective, e.blockedURI, e.sample))"
        )

    def block_storage(self) -> None:
        """Lets the browser refuse to keep anything, as some do in private windows."""
        self.context.add_init_script(
            "Object.defineProperty(window, 'localStorage',"
            " {get() { throw new DOMException('blocked', 'SecurityError') }})"
        )

    def open(self, path: str = "") -> Page:
        """The page at `path` below the site, with all of its scripts run."""
        page = self.context.new_page()
        page.set_default_timeout(5000)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"{path}: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self.address + path)
        if self.has_scripts:
            # Each behaviour is a task of its own; this one comes after them.
            page.evaluate("new Promise(done => setTimeout(done))")
        return page

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.location.get('url')}: {message.text}")


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visitor]:
    """Begins a visit: `visit()`, or with what a browser context can be given.

    When the test ends, nothing has been complained of and nothing was asked of anybody else.
    """
    visits: list[Visit] = []

    def begin(address: str = site, **options: Any) -> Visit:
        options.setdefault("viewport", {"width": 1360, "height": 900})
        has_scripts = options.get("java_script_enabled", True)
        begun = Visit(browser.new_context(**options), address, has_scripts)
        visits.append(begun)
        return begun

    yield begin
    for ended in visits:
        ended.context.close()
    for ended in visits:
        assert ended.complaints == []
        own = ended.address if ended.address.startswith("http") else "file://"
        elsewhere = [url for url in ended.requests if not url.startswith((own, "data:"))]
        assert elsewhere == []


@pytest.fixture
def phone() -> dict[str, Any]:
    """What makes a context a phone: `visit(**phone)`."""
    return {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
